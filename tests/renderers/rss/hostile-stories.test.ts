import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { preflightFeed } from '../../../src/preflight/feed/preflight-feed.js'
import { preflightJsonld } from '../../../src/preflight/jsonld/preflight-jsonld.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'
import { atomRenderer } from '../../../src/renderers/atom/index.js'
import { htmlRenderer } from '../../../src/renderers/html/index.js'
import { jsonldRenderer } from '../../../src/renderers/jsonld/index.js'
import { rssRenderer } from '../../../src/renderers/rss/index.js'
import { hostileStories } from '../../support/hostile-stories.js'
import { htmlFaults } from '../../support/html-faults.js'
import { htmlText } from '../../support/html-text.js'
import { textContext, textOf } from '../../support/text-context.js'
import { firstMissing } from '../../support/words.js'

const site = { url: 'https://n.example', title: 'N', feedUrl: 'https://n.example/feed.xml' }
const now = new Date('2026-11-23T12:00:00Z')
const stories: { name: string; article: Article }[] = []

beforeAll(async () => {
  for (const { name, source } of hostileStories()) {
    const { article, messages } = await readMarkdown(source, { path: `${name}.md`, site: site.url })
    if (!article) throw new Error(`${name}: ${messages.map(({ reason }) => reason).join('; ')}`)
    stories.push({ name, article })
  }
})

async function feedOf(renderer: typeof rssRenderer): Promise<string> {
  const { context } = textContext(renderer, { site, now })
  const articles = stories.map(({ article }) => article)
  return textOf(await renderer.render({ type: 'collection', title: 'N', language: 'en', articles }, context))
}

describe('a feed of hostile stories', () => {
  test.each([
    ['rss', rssRenderer, 'https://n.example/feed.xml'],
    ['atom', atomRenderer, 'https://n.example/atom.xml'],
  ] as const)('as %s breaks no rule of the W3C validator', async (_, renderer, url) => {
    const found = preflightFeed(await feedOf(renderer), { url, now })
    expect(found.map(({ rule, reason, position }) => `${position?.start.line} ${rule} ${reason}`)).toEqual([])
  })

  test('reads back with the title, id, date, authors, categories and words of every story', async () => {
    const items = parseRssFeed(await feedOf(rssRenderer)).items ?? []
    expect(items).toHaveLength(stories.length)
    for (const { name, article } of stories) {
      const item = items.find(({ title }) => title === readable(article.meta.title))
      expect(item, name).toBeDefined()
      expect(new Date(item!.pubDate!).getTime(), name).toBe(Date.parse(article.meta.published!))
      expect(item!.dc?.creators ?? [], name).toEqual(article.meta.authors.map(author => author.name))
      expect(item!.categories?.map(each => each.name) ?? [], name).toEqual([...new Set(article.meta.tags ?? [])])
      expect(firstMissing(article, htmlText(item!.content?.encoded ?? '')), name).toBeUndefined()
    }
  })

  test('has as many entries in Atom, each with an id of its own', async () => {
    const entries = parseAtomFeed(await feedOf(atomRenderer)).entries ?? []
    expect(new Set(entries.map(({ id }) => id)).size).toBe(stories.length)
  })
})

/** What a feed can say of a title: no characters that XML forbids, and no tags that are ended. */
function readable(title: string): string {
  return title
    .replace(/[\ufffd\ufffe]/g, '')
    .replace(/<(\/?(\w+)(?:\s[^<>]*)?)>/g, (sign, words, name) => (title.includes(`</${name}>`) ? `‹${words}›` : sign))
    .replace(/\s+/g, ' ')
    .trim()
}

test('structured data of hostile stories is right by schema.org', async () => {
  for (const { name, article } of stories) {
    const { context } = textContext(jsonldRenderer, { site })
    const json = await textOf(await jsonldRenderer.render(article, context))
    expect(json, name).not.toMatch(/[<\u2028\u2029]/)
    const wrong = preflightJsonld(json).filter(({ rule }) => rule.startsWith('jsonld'))
    expect(
      wrong.map(({ reason }) => reason),
      name,
    ).toEqual([])
  }
})

test('pages of hostile stories have no parse error and run nothing', async () => {
  for (const { name, article } of stories) {
    const { context } = textContext(htmlRenderer, { site })
    const html = await textOf(await htmlRenderer.render(article, context))
    expect(htmlFaults(html, 'document'), name).toEqual([])
    expect(html.replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/, ''), name).not.toMatch(
      /<(script|iframe|object|embed|form|svg|math)\b|\son\w+=|javascript:|vbscript:/i,
    )
  }
})
