import { expect, test } from 'vitest'
import type { Article, Position } from '../../../src/article/article.js'
import { article, paragraph } from '../../../src/article/build.js'
import { jsonldRenderer } from '../../../src/renderers/jsonld/index.js'
import { rssRenderer } from '../../../src/renderers/rss/index.js'
import { textContext, textOf } from '../../support/text-context.js'

const line = (number: number): Position => ({
  start: { line: number, column: 1 },
  end: { line: number, column: 2 },
})

const old: Article = {
  ...article(
    { title: 'Old news', published: '1975-04-30', url: 'https://n.example/old', authors: [{ name: 'Ada and Bob' }] },
    [paragraph('Text.')],
  ),
  data: { places: { title: line(2), published: line(3), 'authors.0': line(5) } },
}

test('a feed that is judged says what is wrong at the line of the article', async () => {
  const site = { url: 'https://n.example', title: 'N', feedUrl: 'https://n.example/feed.xml' }
  const { context, messages } = textContext(rssRenderer, { site, options: { lint: true } })
  const collection = { type: 'collection' as const, title: 'N', language: 'en_GB', articles: [old] }
  await textOf(await rssRenderer.render(collection, context))
  expect(messages.map(({ rule, reason, position }) => [rule, reason, position?.start.line])).toEqual([
    ['w3c/ImplausibleDate', '`lastBuildDate` is "Wed, 30 Apr 1975 00:00:00 GMT", which is before 1990', undefined],
    ['w3c/ImplausibleDate', '“Old news”: `pubDate` is "Wed, 30 Apr 1975 00:00:00 GMT", which is before 1990', 3],
  ])
})

test('that the address of the feed is not known is said once, and matters where the feed is judged', async () => {
  const { context, messages } = textContext(rssRenderer, {
    site: { url: 'https://n.example' },
    options: { lint: true },
  })
  const articles = [{ ...old, meta: { ...old.meta, published: '2026-11-20' } }]
  await textOf(await rssRenderer.render({ type: 'collection', title: 'N', language: 'en', articles }, context))
  expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([['feed-self', 'warning']])
})

test('one that is not judged says nothing', async () => {
  const { context, messages } = textContext(rssRenderer, {
    site: { url: 'https://n.example', feedUrl: 'https://n.example/feed.xml' },
  })
  await textOf(await rssRenderer.render({ type: 'collection', title: 'N', language: 'en', articles: [old] }, context))
  expect(messages).toEqual([])
})

test('structured data that is judged says what Google would miss at its line', async () => {
  const { context, messages } = textContext(jsonldRenderer, { options: { lint: true } })
  await jsonldRenderer.render(old, context)
  expect(messages.map(({ rule, position }) => [rule, position?.start.line])).toEqual([
    ['google-image', 2],
    ['google-author', 5],
    ['google-publisher', 2],
  ])
})
