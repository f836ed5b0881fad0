import { expect, test } from 'vitest'
import { inlineText } from '../../../src/article/text.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'

const parts: { [sign: string]: string } = {
  t: '| a |\n|---|\n| b |',
  A: 'Table: A',
  B: 'Table: B',
  C: 'Table: C',
  a: ': a',
  '-': 'Text between.',
}

/** What each part of a source becomes: a table with its caption, or the words of a paragraph. */
async function read(signs: string): Promise<string[]> {
  const source = [...signs].map(sign => parts[sign]!).join('\n\n')
  const { article } = await readMarkdown(`---\ntitle: T\n---\n\n${source}\n`)
  return article!.children.map(block =>
    block.type === 'table'
      ? `t:${inlineText(block.caption ?? [])}`
      : block.type === 'paragraph'
        ? inlineText(block.children)
        : block.type,
  )
}

test.each([
  // Before its table, table after table.
  ['AtBtCt', ['t:A', 't:B', 't:C']],
  ['At-Bt', ['t:A', 'Text between.', 't:B']],
  // After it, as Pandoc's users may write it.
  ['tAtBtC', ['t:A', 't:B', 't:C']],
  ['tA', ['t:A']],
  // Between two tables it is that of the second.
  ['tBt', ['t:', 't:B']],
  ['tat', ['t:a', 't:']],
  ['-t', ['Text between.', 't:']],
])('captions of %s go to the right tables', async (signs, expected) => {
  expect(await read(signs)).toEqual(expected)
})
