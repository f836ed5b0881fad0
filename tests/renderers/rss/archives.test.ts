import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import { preflightFeed } from '../../../src/preflight/feed/preflight-feed.js'
import { atomRenderer } from '../../../src/renderers/atom/index.js'
import { rssRenderer } from '../../../src/renderers/rss/index.js'
import { textContext, textOf } from '../../support/text-context.js'

const site = { url: 'https://n.example', title: 'N', feedUrl: 'https://n.example/feed.xml' }

const stories = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const day = String(at + 1).padStart(2, '0')
    return article({ title: `s${at + 1}`, published: `2026-10-${day}`, url: `https://n.example/${at + 1}` }, [
      paragraph('Text.'),
    ])
  })

async function filesOf(
  renderer: typeof rssRenderer,
  count: number,
  options: object = { limit: 4, archives: 3 },
  where = site,
) {
  const { context, messages } = textContext(renderer, { site: where, options: { ...options } })
  const collection = { type: 'collection' as const, title: 'N', language: 'en', articles: stories(count) }
  const output = await renderer.render(collection, context)
  const beside = (output.beside ?? []).map(({ name, body }) => ({ name, body: body as string }))
  return { feed: await textOf(output), beside, messages }
}
const titles = (xml: string) => parseRssFeed(xml).items?.map(({ title }) => title)
const links = (xml: string) => parseRssFeed(xml).atom?.links?.map(({ rel, href }) => `${rel} ${href}`)

test('older items go into full archives, the rest stays in the feed', async () => {
  const { feed, beside } = await filesOf(rssRenderer, 11)
  expect(titles(feed)).toEqual(['s11', 's10', 's9', 's8', 's7'])
  expect(beside.map(({ name, body }) => [name, titles(body)])).toEqual([
    ['feed-archive-1.xml', ['s3', 's2', 's1']],
    ['feed-archive-2.xml', ['s6', 's5', 's4']],
  ])
  expect(links(feed)).toEqual(['self https://n.example/feed.xml', 'prev-archive https://n.example/feed-archive-2.xml'])
  expect(links(beside[1]!.body)).toEqual([
    'self https://n.example/feed-archive-2.xml',
    'current https://n.example/feed.xml',
    'prev-archive https://n.example/feed-archive-1.xml',
  ])
  expect(beside[0]!.body).toContain('<fh:archive/>')
})

test('a published archive never changes when new items come', async () => {
  const before = await filesOf(rssRenderer, 8)
  const after = await filesOf(rssRenderer, 20)
  expect(before.beside.length).toBeGreaterThan(0)
  expect(after.beside.slice(0, before.beside.length)).toEqual(before.beside)
})

test('every document is clean at the W3C validator, in Atom too', async () => {
  for (const renderer of [rssRenderer, atomRenderer]) {
    const { feed, beside } = await filesOf(renderer, 11)
    const documents = [{ name: renderer.extension, body: feed }, ...beside]
    expect(documents).toHaveLength(3)
    for (const { name, body } of documents)
      expect(preflightFeed(body, { url: `https://n.example/${name}` }), name).toEqual([])
  }
  expect(parseAtomFeed((await filesOf(atomRenderer, 11)).beside[0]!.body).entries).toHaveLength(3)
})

test('without an address of the feed there are none, and that is said', async () => {
  const { feed, beside, messages } = await filesOf(rssRenderer, 11, { limit: 4, archives: 3 }, { ...site, feedUrl: '' })
  expect(beside).toEqual([])
  expect(titles(feed)).toHaveLength(4)
  expect(messages.map(({ rule }) => rule)).toContain('feed-archives')
})
