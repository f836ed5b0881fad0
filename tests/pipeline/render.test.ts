import { expect, test } from 'vitest'
import { article, paragraph } from '../../src/article/build.js'
import { readMarkdown } from '../../src/read.js'
import { render } from '../../src/render.js'

test.each([
  ['nothing', undefined],
  ['JSON of another kind', { foo: 1 }],
  ['an article without its parts', { type: 'article', version: 1 }],
  ['what a reader returned', { article: article({ title: 'T' }, [paragraph('Words.')]), messages: [] }],
])('%s is refused as no article, in words that say what to do', async (_name, what) => {
  await expect(render(what as never, 'jsonld')).rejects.toThrow('this is no article: make one with `readMarkdown`')
})

test('an article is rendered to a format by its name', async () => {
  const { output } = await render(article({ title: 'T' }, [paragraph('Words.')]), 'jsonld')
  expect(output.body).toContain('"headline": "T"')
})

test.each([
  ['now', '2026-11-23', '`now` is "2026-11-23"; a `Date` is needed'],
  ['now', new Date(''), '`now` is a `Date` that is no moment; a `Date` is needed'],
  ['template', 5, '`template` is 5; a text or an object is needed'],
  ['template', {}, '`name` is missing'],
  ['path', ['a.md'], '`path` is a list; a text is needed'],
  ['fonts', 'a.ttf', '`fonts` is "a.ttf"; a list is needed'],
  ['plugins', {}, '`plugins` is an object; a list is needed'],
  ['site', 'https://example.org', 'an object is needed'],
  ['site', { url: 5 }, '`url` is 5; a text is needed'],
  ['site', { language: ['en'] }, '`language` is a list; a text is needed'],
])('the option %s as %j is refused by its name', async (name, value, words) => {
  const story = article({ title: 'T' }, [paragraph('Words.')])
  await expect(render(story, 'html', { [name]: value })).rejects.toThrow(words)
})

test.each([undefined, 5, {}])('%j is refused as no format', async format => {
  const story = article({ title: 'T' }, [paragraph('Words.')])
  await expect(render(story, format as never)).rejects.toThrow('there is no format')
})

test.each([
  [undefined, {}, '`source` is undefined; a text or a `Uint8Array` is needed'],
  ['Words.', { timezone: 'Nowhere/None' }, '`timezone` is "Nowhere/None"; that is no IANA zone'],
  ['Words.', { meta: 'title' }, '`meta` is "title"; an object is needed'],
  ['Words.', null, '`options` is null; an object is needed'],
])('a reader refuses what is neither a source nor an option: %j with %j', async (source, options, words) => {
  await expect(readMarkdown(source as never, options as never)).rejects.toThrow(words)
})
