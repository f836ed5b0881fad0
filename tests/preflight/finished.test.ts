import { expect, test } from 'vitest'
import { judgeFile } from '../../src/preflight/judges.js'
import { atomRenderer } from '../../src/renderers/atom/index.js'
import { htmlRenderer } from '../../src/renderers/html/index.js'
import { jsonfeedRenderer } from '../../src/renderers/jsonfeed/index.js'
import { jsonldRenderer } from '../../src/renderers/jsonld/index.js'
import { newssitemapRenderer } from '../../src/renderers/newssitemap/index.js'
import { ninjsRenderer } from '../../src/renderers/ninjs/index.js'
import { rssRenderer } from '../../src/renderers/rss/index.js'
import { everyNode } from '../support/every-node.js'
import { fixtures, readFixture } from '../support/fixtures.js'
import { textContext, textOf } from '../support/text-context.js'
import { goodNinjs, goodPage, goodSitemap, goodStories, mutations } from './finished-mutations.js'

const judged = async (name: string, text: string) => (await judgeFile(name, new TextEncoder().encode(text))) ?? []

test.each([
  ['feed.json', goodStories],
  ['a.ninjs.json', goodNinjs],
  ['news-sitemap.xml', goodSitemap],
])('nothing is said against a good %s', async (name, text) => {
  expect(await judged(name, text)).toEqual([])
})

test('of a good page only is said how far it was judged', async () => {
  expect((await judged('a.html', goodPage)).map(({ rule, severity }) => [rule, severity])).toEqual([
    ['page-extent', 'info'],
  ])
})

test.each(mutations)('$name: $from → $to', async ({ name, text, from, to, rules }) => {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  const found = (await judged(name, changed)).filter(({ rule }) => rule !== 'page-extent')
  expect(found.map(({ rule }) => rule)).toEqual(rules)
  // Where the fault is a value, the line is its own.
  const line = text.slice(0, text.indexOf(from)).split('\n').length
  const said = found[0]?.position?.start.line
  if (said !== undefined && said !== 1) expect(Math.abs(said - line)).toBeLessThan(7)
})

/** Of paragraphs that each leave an element open, browsers make millions: each holds all elements left open before it. */
const multiplying = Array.from({ length: 3000 }, (_, at) => `<p><b id=${at}>`).join('')

test('tags left open, and attributes without end, cost no more than others', async () => {
  expect((await judged('a.html', multiplying)).map(({ rule }) => rule)).toEqual(['page-extent'])
  const feed = JSON.parse(goodStories)
  feed.items[0].content_html = multiplying
  expect((await judged('feed.json', JSON.stringify(feed))).map(({ rule }) => rule)).toEqual(['w3c/NotHtml'])
  const attributes = Array.from({ length: 9000 }, (_, at) => `a${at}=1`).join(' ')
  expect((await judged('a.html', `<p ${attributes}>`)).map(({ rule }) => rule)).toEqual(['page-size'])
})

test('of the structured data of a page with a script for each of a hundred stories, fifty faults are told', async () => {
  const script =
    '<script type="application/ld+json">{"@type":"Thing","@context":"https://schema.org","bogus":1}</script>\n'
  const messages = await judged('a.html', script.repeat(100))
  expect(messages.length).toBeLessThan(60)
  expect(messages.at(-2)?.reason).toMatch(/ \d\d+ more faults$/)
})

test('one mistake made a hundred times is told a few times', async () => {
  const items = Array.from({ length: 100 }, (_, at) => ({ id: `${at}`, title: 'T' }))
  const messages = await judged('feed.json', JSON.stringify({ ...JSON.parse(goodStories), items }))
  expect(messages).toHaveLength(6)
  expect(messages.at(-1)!.reason).toBe('the same in 95 more places')
})

test('a JSON file is told by what it says it is; a saved article and a stranger are not judged', async () => {
  const kindOf = async (value: unknown) =>
    (await judgeFile('a.json', new TextEncoder().encode(JSON.stringify(value))))?.map(({ rule }) => rule)
  expect(await kindOf({ type: 'article', version: 1, meta: {}, children: [] })).toBeUndefined()
  expect(await kindOf({ name: 'a package' })).toBeUndefined()
  expect(await kindOf({ '@context': 'https://schema.org', '@type': 'WebPage' })).toEqual(['google-article'])
  expect(await kindOf({ headline: 'Of version 1', uri: 'urn:a:b' })).toEqual(['ninjs-version'])
  expect(await kindOf([{ standard: { name: 'ninjs', version: '3.1' } }])).toContain('ninjs-shape')
})

/** What is judged by the data that an article has, not by how it is written. */
const dataLacking = /^google-|^page-extent$|^ninjs-dates$/

test('nothing is said against what this project writes of any fixture', async () => {
  const site = {
    url: 'https://n.example',
    title: 'N',
    feedUrl: 'https://n.example/feed.xml',
    permalink: '/{year}/{slug}/',
  }
  const collected = [rssRenderer, atomRenderer, jsonfeedRenderer, newssitemapRenderer]
  const articles = await Promise.all(fixtures().map(async fixture => (await readFixture(fixture)).article))
  let count = 0
  for (const article of [everyNode(), ...articles]) {
    if (!article) continue
    const now = new Date(article.meta.published ?? '2026-11-23')
    const collection = { type: 'collection' as const, title: 'N', language: 'en', articles: [article] }
    const outputs = [
      ...[htmlRenderer, jsonldRenderer, ninjsRenderer].map(renderer =>
        (renderer as typeof htmlRenderer).render(
          article,
          textContext(renderer as typeof htmlRenderer, { site }).context,
        ),
      ),
      ...collected.map(renderer => renderer.render(collection, textContext(renderer, { site, now }).context)),
    ]
    for (const output of await Promise.all(outputs)) {
      const messages = await judged(`a${output.extension.replace(/^.*(?=\.)/, '')}`, await textOf(output))
      expect(messages.filter(({ rule }) => !dataLacking.test(rule))).toEqual([])
      count++
    }
  }
  expect(count).toBeGreaterThan(400)
})
