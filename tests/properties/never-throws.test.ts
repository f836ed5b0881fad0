import fc from 'fast-check'
import { parseFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import { checkXml, readDocx } from '../support/docx-text.js'
import { readPdf } from '../support/pdf-text.js'
import { randomArticle, wild } from '../support/random-article.js'
import { formats, renderAll } from '../support/render-all.js'

it('whatever an article holds, every renderer makes a file that its readers can read', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticle(wild), async article => {
      const before = JSON.stringify(article)
      const made = await renderAll(article)
      expect((await readPdf(made.pdf)).pages).toBeGreaterThan(0)
      expect(Object.keys(readDocx(made.docx).parts)).toContain('word/document.xml')
      checkXml(made.rss)
      expect(parseFeed(made.rss).format).toBe('rss')
      expect(JSON.parse(made.jsonld)['@context']).toBeDefined()
      // Its own words could end the element that a page puts it in (HTML 4.12.1.3).
      expect(made.jsonld).not.toMatch(/<[/!]|\u2028|\u2029/)
      expect(JSON.stringify(article)).toBe(before)
    }),
    { seed: 20261123, numRuns: 60, endOnFailure: true },
  )
})

it('an article without a word still makes every format', async () => {
  const empty = {
    type: 'article',
    version: 1,
    meta: { title: 'Nothing yet', authors: [], language: 'en' },
    children: [],
  } as const
  const made = await renderAll(structuredClone(empty) as never)
  for (const format of formats) expect(made[format].length).toBeGreaterThan(0)
})
