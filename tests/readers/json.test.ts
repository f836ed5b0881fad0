import { describe, expect, test } from 'vitest'
import { readJson } from '../../src/readers/json.js'
import { fixtures, readFixture } from '../support/fixtures.js'

describe.each(fixtures())('$name', fixture => {
  test('comes back from JSON identical', async () => {
    const { article } = await readFixture(fixture)
    if (!article) return expect(fixture.source).toMatch(/^(?:---|\+\+\+)/)
    const saved = JSON.stringify(article, null, 2)
    const read = readJson(saved)
    expect(read.messages).toEqual([])
    expect(read.article).toEqual(JSON.parse(saved))
    expect(JSON.stringify(read.article, null, 2)).toBe(saved)
  })
})

const article = {
  type: 'article',
  version: 1,
  meta: { title: 'T', authors: [], language: 'en' },
  children: [] as unknown[],
}

test('a wrong value is named by its path and its place', () => {
  const source = JSON.stringify(
    {
      ...article,
      children: [
        { type: 'paragraph', children: [] },
        { type: 'heading', rank: 9, id: 'a', children: [] },
      ],
    },
    null,
    2,
  )
  const { article: none, messages } = readJson(source)
  expect(none).toBeUndefined()
  expect(messages).toMatchObject([{ rule: 'article-shape', severity: 'error', path: 'children.1.rank' }])
  const { line, column } = messages[0]!.position!.start
  expect(source.split('\n')[line - 1]!.slice(column - 1)).toBe('9,')
})

test('names with escapes and brackets in strings do not mislead the search for a place', () => {
  const source = `{"type":"article","version":1,"meta":{"title":"[{\\"}]","authors":[],"langu\\u0061ge":7},"children":[]}`
  const { messages } = readJson(source)
  expect(messages).toMatchObject([{ path: 'meta.language' }])
  expect(source.slice(messages[0]!.position!.start.offset)).toMatch(/^7\}/)
})

test.each([
  ['no JSON', '{"type": "article",}', 'json-syntax'],
  ['half a file', '{"type": "art', 'json-syntax'],
  ['nothing', '', 'json-syntax'],
  ['another value', '[1, 2]', 'article-shape'],
  ['an article of tomorrow', JSON.stringify({ ...article, version: 99 }), 'article-version'],
  ['brackets without end', '['.repeat(200_000), 'article-depth'],
])('%s is refused', (_name, source, rule) => {
  const read = readJson(source)
  expect(read.article).toBeUndefined()
  expect(read.messages.map(message => message.rule)).toContain(rule)
})

test.each([
  ['{"type":\n  article}', "Unexpected token 'a'", 11],
  ['{"type": true,\n}', 'Expected double-quoted property name', 15],
  ['{"type": true}\n}', 'Unexpected non-whitespace character after JSON', 15],
  ['{"type": ', 'Unexpected end of JSON input', 9],
])('%j says where it breaks off', (source, reason, offset) => {
  const { messages } = readJson(source)
  expect(messages).toMatchObject([{ reason: `the file is no JSON: ${reason}`, position: { start: { offset } } }])
})

test('a link that no reader may follow is refused in JSON as well', () => {
  const link = { type: 'link', url: 'javascript:alert(1)', children: [] }
  const { messages } = readJson(JSON.stringify({ ...article, children: [{ type: 'paragraph', children: [link] }] }))
  expect(messages).toMatchObject([{ path: 'children.0.children.0.url' }])
})

test('fields given from outside change a saved article, and are judged', () => {
  const source = JSON.stringify(article)
  expect(readJson(source, { meta: { kicker: 'Analysis' } }).article?.meta.kicker).toBe('Analysis')
  expect(readJson(source, { meta: { title: 7 } })).toMatchObject({ messages: [{ path: 'meta.title' }] })
})
