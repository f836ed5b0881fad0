import fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import type { Collection } from '../../../src/article/collection.js'
import { atomRenderer } from '../../../src/renderers/atom/index.js'
import { everyNode } from '../../support/every-node.js'
import { randomArticle, wild } from '../../support/random-article.js'
import { type TextSetting, textContext, textOf } from '../../support/text-context.js'
import { wellFormed } from '../../support/well-formed.js'

const site = { url: 'https://news.example', title: 'North Coast', feedUrl: 'https://news.example/feed.xml' }

async function feedOf(articles: Collection['articles'], setting: TextSetting = {}) {
  const { context } = textContext(atomRenderer, { site, ...setting })
  const collection: Collection = { type: 'collection', title: 'North Coast', language: 'en-GB', articles }
  const xml = await textOf(await atomRenderer.render(collection, context))
  expect(wellFormed(xml)).toBe(true)
  return { xml, feed: parseAtomFeed(xml) }
}

test('an entry reads back as the article says', async () => {
  const { feed } = await feedOf([everyNode()])
  expect(feed.entries?.[0]).toMatchObject({
    id: 'tag:news.example,2026:pier',
    title: { value: 'Harbour & <quay>: talks “resume”' },
    published: '2026-11-19T09:30:00Z',
    updated: '2026-11-19T15:05:00Z',
    authors: [
      { name: 'Maren Holt', uri: 'https://news.example/people/holt' },
      { name: 'Daniel Osei' },
      { name: 'Data Desk' },
    ],
    categories: [{ term: 'World' }, { term: 'Transport' }, { term: 'ferries' }, { term: 'ports' }],
    summary: { value: 'Both sides want the pier at AT&T Quay; neither wants the bill < €3m.' },
  })
  expect(feed.entries?.[0]?.content?.value).toContain('Ines Calder</a>, minister</figcaption>')
  expect(feed.entries?.[0]?.links).toEqual([
    { rel: 'alternate', type: 'text/html', href: 'https://news.example/world/pier' },
    { rel: 'alternate', type: 'text/html', hreflang: 'fr', href: 'https://news.example/fr/pier' },
  ])
})

test('a language that two translations spell differently has one link', async () => {
  const translations = ['yue', 'zh-yue'].map(language => ({ language, url: `https://news.example/${language}` }))
  const { feed } = await feedOf([article({ title: 'x', url: 'https://news.example/x', translations }, [])])
  expect(feed.entries?.[0]?.links?.map(({ hreflang }) => hreflang)).toEqual([undefined, 'zh-yue'])
})

test('a feed has id, date and author, which Atom demands, and lies beside the RSS feed', async () => {
  const { feed } = await feedOf([everyNode()], { options: { hub: 'https://hub.example/' } })
  expect(feed).toMatchObject({
    id: 'https://news.example/atom.xml',
    updated: '2026-11-19T15:05:00Z',
    authors: [{ name: 'North Coast News' }],
  })
  expect(feed.links?.map(({ rel, href }) => `${rel} ${href}`)).toEqual([
    'alternate https://news.example/',
    'self https://news.example/atom.xml',
    'hub https://hub.example/',
  ])
})

test('an id that is no IRI becomes a tag', async () => {
  const { feed } = await feedOf([article({ title: 'x', id: 'pier 12', url: 'https://news.example/x' }, [])])
  expect(feed.entries?.[0]?.id).toBe('tag:news.example,2000:pier%2012')
})

test('an entry without address has content, whatever was asked for', async () => {
  const { feed } = await feedOf([article({ title: 'x' }, [paragraph('Lede.')])], { options: { content: 'summary' } })
  expect(feed.entries?.[0]?.content?.value).toBe('Lede.')
})

test('a feed of any articles is well-formed XML', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticle(wild), async any => {
      await feedOf([any], { now: new Date('2000-01-01') })
    }),
    { seed: 3, numRuns: 60 },
  )
})
