import { expect, test } from 'vitest'
import type { Meta } from '../../../src/article/article.js'
import { article } from '../../../src/article/build.js'
import type { Collection } from '../../../src/article/collection.js'
import { newssitemapRenderer } from '../../../src/renderers/newssitemap/index.js'
import { textContext } from '../../support/text-context.js'
import { wellFormed } from '../../support/well-formed.js'

const site = { url: 'https://news.example', publisher: { name: 'North & Coast' } }
const now = new Date('2026-11-23T12:00:00Z')

async function sitemapOf(articles: Collection['articles']) {
  const { context, messages } = textContext(newssitemapRenderer, { site, now })
  const collection: Collection = { type: 'collection', title: 'NC', language: 'en', articles }
  const output = await newssitemapRenderer.render(collection, context)
  const xml = output.body as string
  expect(wellFormed(xml)).toBe(true)
  return { xml, messages, beside: output.beside ?? [] }
}

const story = (path: string, meta: Partial<Meta> = {}) =>
  article({ title: path, url: `/${path}`, published: '2026-11-23T08:00:00+01:00', ...meta }, [])
const addresses = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(match => match[1])

test('an entry says publication, language, date and title', async () => {
  const { xml } = await sitemapOf([story('a', { title: 'Fish & chips', language: 'en-GB' })])
  expect(xml).toContain(`<url>
<loc>https://news.example/a</loc>
<news:news>
<news:publication><news:name>North &#x26; Coast</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-11-23T08:00:00+01:00</news:publication_date>
<news:title>Fish &#x26; chips</news:title>
</news:news>
</url>`)
})

test('only the last two days are in it, newest first, and the rest is counted', async () => {
  const { xml, messages } = await sitemapOf([
    story('old', { published: '2026-11-21T12:00:00Z' }),
    story('edge', { published: '2026-11-21T12:00:01Z' }),
    story('new', { published: '2026-11-23T11:00:00Z' }),
    story('later', { published: '2026-11-23T13:00:00Z' }),
    story('undated', { published: undefined as never }),
    story('draft', { status: 'draft' }),
  ])
  expect(addresses(xml)).toEqual(['https://news.example/new', 'https://news.example/edge'])
  expect(messages.map(({ reason }) => reason)).toEqual([
    '“later” was left out: it is dated 2026-11-23T13:00:00Z, which is to come',
    '“draft” was left out: its status is `draft`',
    '2 stories not of the last two days before 2026-11-23T12:00:00.000Z left out',
  ])
})

test('a story without an address is left out and named', async () => {
  const { messages } = await sitemapOf([article({ title: 'x', published: '2026-11-23' }, [])])
  expect(messages.map(({ rule }) => rule)).toEqual(['feed-link', 'feed-empty'])
})

test('Chinese is the one language with a region', async () => {
  const { xml } = await sitemapOf([
    story('a', { language: 'zh-Hant-HK' }),
    story('b', { language: 'zh' }),
    story('c', { language: 'pt-BR' }),
  ])
  expect([...xml.matchAll(/language>(.+?)</g)].map(match => match[1])).toEqual(['zh-tw', 'zh-cn', 'pt'])
})

test('more than a thousand are split, with an index over the parts', async () => {
  const { xml, beside } = await sitemapOf(Array.from({ length: 1001 }, (_, index) => story(`s${index}`)))
  expect(addresses(xml)).toEqual(['https://news.example/news-sitemap-1.xml', 'https://news.example/news-sitemap-2.xml'])
  expect(beside.map(({ name, body }) => [name, addresses(body as string).length])).toEqual([
    ['news-sitemap-1.xml', 1000],
    ['news-sitemap-2.xml', 1],
  ])
})
