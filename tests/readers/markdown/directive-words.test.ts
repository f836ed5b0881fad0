import { expect, test } from 'vitest'
import { plainText } from '../../../src/article/text.js'
import { stripPositions } from '../../../src/article/walk.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'

const read = async (line: string, parser: 'satteri' | 'remark') => {
  const { article, messages } = await readMarkdown(`# T\n\n${line}\nText.\n:::\n`, { parser })
  return { article: stripPositions(article!), rules: messages.map(({ rule }) => rule) }
}

test.each([
  ':::box Some title',
  ':::box[Label] Some title',
  ':::box{title="A"} Some title',
  ':::box [Some title]',
  ':::box[Label] Some title [more]',
  ':::box\tSome title',
  ':::figure Some title',
  ':::table Some title',
  ':::quote Some title',
  ':::marginalia Some title',
])('words behind a directive are kept by either parser, and told: %s', async line => {
  for (const parser of ['satteri', 'remark'] as const) {
    const { article, rules } = await read(line, parser)
    expect(plainText(article)).toContain('Some title')
    expect(rules).toContain('directive-stray')
  }
})

test('a long label stands once', async () => {
  const { article, rules } = await read(`:::box[${'word '.repeat(500).trim()}]`, 'satteri')
  expect([plainText(article).split(' ').length < 510, rules]).toEqual([true, []])
})

test('words behind the end of a directive are kept by either parser', async () => {
  for (const parser of ['satteri', 'remark'] as const) {
    const { article } = await readMarkdown('# T\n\n:::box\nText.\n::: and more\n\nAfter.\n', { parser })
    expect(plainText(article!)).toMatch(/Text\..*and more.*After\./s)
  }
})

test('they are the title of a box, and nobody’s name', async () => {
  const box = await read(':::tip Some title', 'satteri')
  expect(box.article.children).toMatchObject([{ type: 'box', kind: 'tip', title: 'Some title' }])
  const quote = await read(':::quote Jane Doe', 'satteri')
  expect(quote.article.children[0]).not.toHaveProperty('attribution')
})

test.each([
  '::figure[Some words]',
  ':::table[Some words]\n:::',
  ':::embed\nSome words\n:::',
  ':::embed[A title]{url="javascript:x"}\nSome words\n:::',
])('what a directive without its picture, table or address holds is kept, and told: %s', async body => {
  for (const parser of ['satteri', 'remark'] as const) {
    const { article, messages } = await readMarkdown(`# T\n\n${body}\n`, { parser })
    expect(plainText(article!)).toContain('Some words')
    expect(messages.length).toBeGreaterThan(0)
  }
})

test('a figure of nothing is told of', async () => {
  const { messages } = await readMarkdown('# T\n\nText.\n\n::figure\n')
  expect(messages.map(({ rule }) => rule)).toEqual(['directive-empty'])
})

test('lines that end with a carriage return alone are lines too', async () => {
  const closed = await readMarkdown('# T\r\r:::box\rText.\r:::\r\rAfter.\r')
  expect(closed.messages).toEqual([])
  const { article } = await readMarkdown('# T\r\r:::box\rText.\r::: and more\r\rAfter.\r', { parser: 'satteri' })
  expect(plainText(article!)).toMatch(/Text\..*and more.*After\./s)
})
