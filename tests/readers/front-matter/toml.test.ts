import { expect, test } from 'vitest'
import { readMarkdown } from '../../../src/readers/markdown/index.js'

const read = (toml: string) => readMarkdown(`+++\n${toml}\n+++\n\nText.\n`)

test('what TOML says is read by the same table as YAML, with its places', async () => {
  const { article, messages } = await read(
    'title = "Talks"\ndate = 2026-11-19 08:00\nauthor.name = "Ann Lee"\nauthor.url = "https://a.example/"\nedition = 1.10\n\n' +
      "[[updates]]\ntitle = 'One'\npublished = 2026-11-19T09:00:00Z\n[updates.author]\nname = 'Bo Ek'\n\n[[updates]]\ntitle = 'Two'\npublished = 2026-11-19T08:00:00Z",
  )
  expect(article?.meta).toMatchObject({
    title: 'Talks',
    published: '2026-11-19T08:00:00Z',
    authors: [{ name: 'Ann Lee', url: 'https://a.example/' }],
    updates: [{ title: 'One', author: { name: 'Bo Ek' } }, { title: 'Two' }],
    extra: { edition: 1.1 },
  })
  const zone = messages.find(({ rule }) => rule === 'date-zone')
  expect(zone?.position).toMatchObject({ start: { line: 3, column: 8, offset: 27 }, end: { line: 3, column: 24 } })
  expect(article?.children).toHaveLength(1)
})

test.each([
  ['title = Hello', 2, 9, 'a value needs quotation marks'],
  ['title = "a', 2, 11, 'a closing quotation mark is missing'],
  ['title = "a"\ntitle = "b"', 3, 1, 'this key stands twice'],
  ['slug = "a"\ntitle: Talks', 3, 6, 'that is YAML'],
  ['[author', 2, 8, 'a closing bracket is missing'],
  ['[author\nname = "a"', 3, 1, 'what the line before begins does not end there'],
  ['date = 2026-02-30', 2, 17, 'there is no such day'],
])('%j is refused at its place', async (toml, line, column, reason) => {
  const { article, messages } = await read(toml)
  expect(article).toBeUndefined()
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ rule: 'front-matter-toml', severity: 'error' })
  expect(messages[0]!.reason).toContain(reason)
  expect(messages[0]!.position?.start).toMatchObject({ line, column })
})

test.each([
  ['brackets', `a = ${'['.repeat(9000)}${']'.repeat(9000)}`],
  ['names in a row', `${'a.'.repeat(9000)}a = 1`],
  ['keys', Array.from({ length: 5000 }, (_, index) => `k${index} = 1`).join('\n')],
  ['tables', Array.from({ length: 5000 }, (_, index) => `[t${index}]`).join('\n')],
])('too many %s end in a message', async (_, toml) => {
  const { article, messages } = await read(toml)
  expect(article).toBeUndefined()
  expect(messages.map(({ rule }) => rule)).toEqual(['front-matter-limit'])
})
