import { expect, test } from 'vitest'
import { inlineText } from '../../../src/article/text.js'
import { readMarkdown } from '../../../src/read.js'

test.each([
  ['詳しくはhttps://a.example/x。次の文です。', ['https://a.example/x']],
  ['（https://a.example/x）と、https://b.example/y、を見る。', ['https://a.example/x', 'https://b.example/y']],
  ['见 www.a.example/x，谢谢', ['http://www.a.example/x']],
  ['https://ja.wikipedia.example/wiki/東京 を見る。', ['https://ja.wikipedia.example/wiki/%E6%9D%B1%E4%BA%AC']],
  ['<https://a.example/x。y>', ['https://a.example/x%E3%80%82y']],
])('a bare address ends at a sign of East Asian text: %s', async (line, addresses) => {
  const { article } = await readMarkdown(`# T\n\n${line}\n`)
  const [paragraph] = article!.children
  const inlines = paragraph?.type === 'paragraph' ? paragraph.children : []
  expect(inlines.flatMap(each => (each.type === 'link' ? [each.url] : []))).toEqual(addresses)
  expect(inlineText(inlines)).toBe(line.replace(/[<>]/g, ''))
})
