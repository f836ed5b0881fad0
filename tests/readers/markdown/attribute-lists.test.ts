import { expect, test } from 'vitest'
import type { Block } from '../../../src/article/article.js'
import { plainText } from '../../../src/article/text.js'
import { readMarkdown } from '../../../src/read.js'

async function read(body: string) {
  const { article, messages } = await readMarkdown(`---\ntitle: T\n---\n\n${body}\n`)
  return {
    words: plainText(article!).replace(/\s+/g, ' ').trim(),
    first: article!.children[0] as Block,
    rules: messages.map(message => message.rule),
  }
}

test.each([
  ['![Pier](p.jpg){width=60% .wide}', ''],
  ['A [link](https://n.example){target="_blank"}, and more.', 'A link, and more.'],
  ['A [link](https://n.example){:target="_blank" rel=\'nofollow\'} more.', 'A link more.'],
  ['Type `x`{.py} now.', 'Type x now.'],
  ['## Notes {.unnumbered}', 'Notes'],
  ['## Notes {-}', 'Notes'],
])('takes the attribute list out of the words of %s, and says so', async (body, expected) => {
  const { words, rules } = await read(body)
  expect(words).toBe(expected)
  expect(rules).toEqual(['attribute-list'])
})

test.each([
  'A [link](https://n.example){not a list} here.',
  'A [link](https://n.example)\\{.kept} here.',
  'A set `A`{} and `B`{x, y}.',
  '## The set {x, y}',
  '## Its dash \\{-}',
])('leaves %s alone', async body => {
  const { words, rules } = await read(body)
  expect(words).toBe(
    body
      .replace(/^## /, '')
      .replace(/\[link\]\(.*?\)/, 'link')
      .replace(/[`\\]/g, ''),
  )
  expect(rules).toEqual([])
})

test('a picture that an attribute describes has what stands in its brackets as its caption', async () => {
  const { first, rules } = await read(
    '![The pier at dawn. Photo: Jo Lund](p.jpg){#fig-pier fig-alt="A pier, empty" width=50%}',
  )
  expect(first).toMatchObject({
    type: 'figure',
    images: [{ alt: 'A pier, empty' }],
    caption: [{ type: 'text', value: 'The pier at dawn.' }],
    credit: 'Jo Lund',
  })
  expect(rules).toEqual([])
})

test('a heading keeps the id that its list gives', async () => {
  expect((await read('## Method {#how .wide}')).first).toMatchObject({ id: 'how' })
})
