import { describe, expect, test } from 'vitest'
import type { Article, Block } from '../../src/article/article.js'
import * as build from '../../src/article/build.js'
import { preflightPdf } from '../../src/preflight/pdf/preflight-pdf.js'
import { makePdf } from '../support/pdf-context.js'
import { readPdf } from '../support/pdf-text.js'
import { firstMissing, missingApart } from '../support/words.js'

/**
 * What would break a careless layout, in two sizes: four times as much may take little more than four times as long, and
 * every word is on a page.
 */
const { article, paragraph, text } = build
const words = (count: number) => Array.from({ length: count }, (_, at) => `w${(at * 7919) % 9973}`).join(' ')
const rows = (count: number, columns: number) =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (column === 1 ? words(row % 9) : `r${row}c${column}`)),
  )

const kinds: [string, number, (size: number) => Block[]][] = [
  ['a word', 2_000, size => [paragraph('abcdefghij'.repeat(size / 10))]],
  ['a word in a title', 500, size => [build.heading(1, 'abcdefghij'.repeat(size / 10), 'h')]],
  ['columns', 60, size => [build.table(rows(5, size))]],
  ['rows', 500, size => [build.table(rows(size, 6), { caption: [text('Rows')] })]],
  ['rows of towers, turned', 60, size => [build.table(Array.from({ length: size }, () => Array(8).fill(words(14))))]],
  [
    'a row taller than a page',
    2_000,
    size => [
      build.table([
        ['A', 'B'],
        ['x', words(size)],
      ]),
    ],
  ],
  ['lines of code', 1_000, size => [build.code(Array.from({ length: size }, (_, at) => `\tline ${at}`).join('\n'))]],
  ['a line of code', 5_000, size => [build.code('x = y + '.repeat(size / 8))]],
  [
    'items of a list',
    500,
    size => [build.bulletList(Array.from({ length: size }, (_, at) => build.listItem([paragraph(`i${at}`)])))],
  ],
  [
    'a box',
    100,
    size => [
      build.box(
        'facts',
        'Box',
        Array.from({ length: size }, () => paragraph(words(40))),
      ),
    ],
  ],
  [
    'a quotation',
    100,
    size => [
      build.quote(
        Array.from({ length: size }, () => paragraph(words(40))),
        { name: 'A' },
      ),
    ],
  ],
  [
    'headings',
    1_250,
    size =>
      Array.from({ length: size }, (_, at) => build.heading(((at % 3) + 1) as 1 | 2 | 3, `Heading ${at}`, `h${at}`)),
  ],
  [
    'notes in one paragraph',
    50,
    size => [
      paragraph(Array.from({ length: size }, (_, at) => [text(` w${at}`), build.note([paragraph(words(9))])]).flat()),
    ],
  ],
]

async function timed(value: Article): Promise<number> {
  const start = performance.now()
  await makePdf(value)
  return performance.now() - start
}

describe.each(kinds)('%s', (_, size, blocks) => {
  const at = (times: number) => article({ title: 'Hostile' }, blocks(size * times))

  test('reaches readable pages, whole and valid', async () => {
    const { bytes } = await makePdf(at(1))
    expect(await preflightPdf(bytes)).toEqual([])
    const pdf = await readPdf(bytes)
    expect(firstMissing(at(1), pdf.body)).toBeUndefined()
    expect(missingApart(at(1), `${pdf.body}\n${pdf.notes}`)).toEqual([])
  })

  test('takes time in proportion to its size', async () => {
    await timed(at(1))
    const small = await timed(at(1))
    const large = await timed(at(4))
    // A layout that looks at everything again for each block would come to 16.
    expect(large / small).toBeLessThan(9)
  })
})
