import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import { lostWords } from '../support/carried.js'
import { corpus } from '../support/corpus.js'
import { calm, publishable, randomArticle } from '../support/random-article.js'
import { renderAll } from '../support/render-all.js'

describe('the same words and speakers in all four formats', () => {
  it.each(corpus())('$name', async ({ path, text }) => {
    const { article } = await readMarkdown(text, { path })
    if (!article) return expect(path).toMatch(/fixtures/)
    const whole = publishable(article)
    expect(await lostWords(whole, await renderAll(whole, path))).toEqual([])
  })

  it('random articles', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticle(calm).map(publishable), async article => {
        expect(await lostWords(article, await renderAll(article))).toEqual([])
      }),
      { seed: 20261123, numRuns: 40, endOnFailure: true },
    )
  })
})
