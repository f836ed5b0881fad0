import { Ajv } from 'ajv'
import fc from 'fast-check'
import { parseJsonFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import type { Collection } from '../../../src/article/collection.js'
import { jsonfeedRenderer } from '../../../src/renderers/jsonfeed/index.js'
import { everyNode } from '../../support/every-node.js'
import { jsonFeedSchema } from '../../support/json-feed-schema.js'
import { randomArticle, wild } from '../../support/random-article.js'
import { type TextSetting, textContext, textOf } from '../../support/text-context.js'

const site = { url: 'https://news.example', title: 'North Coast', feedUrl: 'https://news.example/feed.xml' }
const isJsonFeed = new Ajv({ allErrors: true }).compile(jsonFeedSchema)

async function feedOf(articles: Collection['articles'], setting: TextSetting = {}) {
  const { context } = textContext(jsonfeedRenderer, { site, ...setting })
  const collection: Collection = { type: 'collection', title: 'North Coast', language: 'en-GB', articles }
  const feed = JSON.parse(await textOf(await jsonfeedRenderer.render(collection, context)))
  isJsonFeed(feed)
  expect(isJsonFeed.errors ?? []).toEqual([])
  return feed
}

test('an item reads back as the article says', async () => {
  const feed = parseJsonFeed(await feedOf([everyNode()]))
  expect(feed.items?.[0]).toMatchObject({
    id: 'tag:news.example,2026:pier',
    url: 'https://news.example/world/pier',
    title: 'Harbour & <quay>: talks “resume”',
    summary: 'Both sides want the pier at AT&T Quay; neither wants the bill < €3m.',
    authors: [
      { name: 'Maren Holt', url: 'https://news.example/people/holt' },
      { name: 'Daniel Osei' },
      { name: 'Data Desk' },
    ],
    tags: ['World', 'Transport', 'ferries', 'ports'],
    image: 'https://news.example/img/harbour.jpg',
  })
  expect(feed.items?.[0]?.content_html).toContain('Ines Calder</a>, minister</figcaption>')
})

test('a feed says where it stands, beside the RSS feed', async () => {
  expect(await feedOf([everyNode()], { options: { hub: 'https://hub.example/' } })).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'North Coast',
    home_page_url: 'https://news.example/',
    feed_url: 'https://news.example/feed.json',
    language: 'en-GB',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
  })
})

test('an item has content even where only summaries are wanted', async () => {
  const feed = await feedOf([article({ title: 'x' }, [paragraph('Lede.')])], { options: { content: 'summary' } })
  expect(feed.items[0]).toMatchObject({ content_text: 'Lede.', summary: 'Lede.' })
})

test('no story at all is a feed too', async () => {
  expect((await feedOf([])).items).toEqual([])
})

test('a feed of any articles is a JSON Feed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(randomArticle(wild), { maxLength: 3 }), async articles => {
      await feedOf(articles, { now: new Date('2000-01-01') })
    }),
    { seed: 4, numRuns: 60 },
  )
})
