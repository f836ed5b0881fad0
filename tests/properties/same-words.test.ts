import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lostWords } from '../support/carried.js'
import { calm, publishable, randomArticle } from '../support/random-article.js'
import { renderAll } from '../support/render-all.js'

it('random articles hold the same words and speakers in all four formats', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticle(calm).map(publishable), async article => {
      expect(await lostWords(article, await renderAll(article))).toEqual([])
    }),
    { seed: 20261123, numRuns: 40, endOnFailure: true },
  )
})
