import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlRenderer } from '../../../src/renderers/html/index.js'
import { jsonldRenderer } from '../../../src/renderers/jsonld/index.js'
import { rssRenderer } from '../../../src/renderers/rss/index.js'
import { htmlFaults } from '../../support/html-faults.js'
import { expandSafely } from '../../support/ld-context.js'
import { randomArticle, wild } from '../../support/random-article.js'
import { textContext, textOf } from '../../support/text-context.js'
import { wellFormed } from '../../support/well-formed.js'

const runs = { seed: 7, numRuns: 120 }
const site = { url: 'https://news.example', title: 'North Coast' }

test('a feed of any articles is well-formed XML', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(randomArticle(wild), { maxLength: 3 }), async articles => {
      const { context } = textContext(rssRenderer, { site, now: new Date('2000-01-01') })
      const feed = { type: 'collection' as const, title: articles[0]?.meta.title ?? 'x', language: 'en', articles }
      expect(wellFormed(await textOf(await rssRenderer.render(feed, context)))).toBe(true)
    }),
    runs,
  )
})

test('HTML of any article has no parse error in any mode', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticle(wild), async article => {
      for (const mode of ['page', 'fragment', 'feed'] as const) {
        const { context } = textContext(htmlRenderer, { site, options: { mode } })
        const html = await textOf(await htmlRenderer.render(article, context))
        expect(htmlFaults(html, mode === 'page' ? 'document' : 'fragment')).toEqual([])
      }
    }),
    runs,
  )
})

test('structured data of any article is JSON that ends no script and expands in safe mode', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticle(wild), async article => {
      const { context } = textContext(jsonldRenderer, { site })
      const json = await textOf(await jsonldRenderer.render(article, context))
      expect(json).not.toMatch(/[<\u2028\u2029]/)
      expect(await expandSafely(JSON.parse(json))).not.toHaveLength(0)
    }),
    runs,
  )
})
