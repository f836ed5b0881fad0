import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newssitemapRenderer } from '../../../src/renderers/newssitemap/index.js'
import { ninjsRenderer } from '../../../src/renderers/ninjs/index.js'
import { randomArticle, wild } from '../../support/random-article.js'
import { textContext, textOf } from '../../support/text-context.js'
import { wellFormed } from '../../support/well-formed.js'

const site = { url: 'https://news.example', title: 'North Coast' }

test('ninjs of any article is JSON with an address and nothing empty', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticle(wild), async article => {
      const { context } = textContext(ninjsRenderer, { site })
      const json = await textOf(await ninjsRenderer.render(article, context))
      expect(JSON.parse(json).uri).toMatch(/^[a-z][a-z0-9+.-]*:\S+$/i)
      expect(json).not.toMatch(/: (""|\[\]|\{\}|null)/)
    }),
    { seed: 8, numRuns: 80 },
  )
})

test('a news sitemap of any articles is well-formed XML', async () => {
  const now = new Date('2026-11-23T12:00:00Z')
  await fc.assert(
    fc.asyncProperty(fc.array(randomArticle(wild), { minLength: 1, maxLength: 3 }), async any => {
      const articles = any.map((article, at) => ({
        ...article,
        meta: { ...article.meta, status: 'final' as const, published: '2026-11-23', url: `/story-${at}` },
      }))
      const { context } = textContext(newssitemapRenderer, { site, now })
      const feed = { type: 'collection' as const, title: articles[0]!.meta.title, language: 'en', articles }
      expect(wellFormed(await textOf(await newssitemapRenderer.render(feed, context)))).toBe(true)
    }),
    { seed: 8, numRuns: 80 },
  )
})
