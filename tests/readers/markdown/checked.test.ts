import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkArticle } from '../../../src/article/check.js'
import { combinedNames } from '../../../src/readers/front-matter/combined.js'
import { fields } from '../../../src/readers/front-matter/fields.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'

/** An article that the Markdown reader gives travels on unchecked, so it must be one by the model whatever the source. */
const complaints = async (source: string) => {
  const { article, checked } = await readMarkdown(source)
  expect(checked).toBe(article && true)
  return article ? checkArticle(article).messages : []
}

const names = [...Object.values(fields).flatMap(({ names }) => names), ...Object.values(combinedNames).flat()]
const value = fc.constantFrom(
  ...[
    'A pier',
    '" "',
    '""',
    '[]',
    '[a, " "]',
    '[[a], {b: c}]',
    '{name: " "}',
    '{name: A, url: "x y"}',
    '~',
    '-1',
    '1e9',
  ],
  ...['2026-05-03', '2026-02-30', '2026-05-03 10:00', 'en_gb', 'x-private', 'https://a.example', '#a', 'javascript:a'],
  ...[
    '\n  - name: A\n    url: //\n  - ""',
    '\n  - {title: A, published: 2026-05-03}\n  - {date: 1}',
    '\n  url: a.jpg\n  alt: ""',
  ],
)
const line = fc.tuple(fc.constantFrom(...names), value).map(([name, written]) => `${name}: ${written}`)
const words = fc.string({
  unit: fc.constantFrom(
    ...'ab \n\n*_~[]()<>!#|:-`{}&;^\\“”—\u0007é',
    '\n> ',
    '\n- ',
    '](#a)',
    '{#a}',
    '{++',
    '++}',
    '<b>',
    '<td>',
  ),
  maxLength: 60,
})

test('what is read from any front matter and any text is an article by the model', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(line, { maxLength: 6, selector: each => each.split(':')[0] }),
      words,
      async (lines, body) => {
        expect(await complaints(`---\n${lines.join('\n')}\n---\n\n${body}\n`)).toEqual([])
      },
    ),
    { numRuns: 200, seed: 3 },
  )
})
