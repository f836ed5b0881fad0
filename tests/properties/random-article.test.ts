import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeType } from '../../src/article/article.js'
import { checkArticle } from '../../src/article/check.js'
import { nodeFields } from '../../src/article/spec.js'
import { visit } from '../../src/article/walk.js'
import { calm, randomArticle, wild } from '../support/random-article.js'

describe('random articles', () => {
  it.each([
    ['calm', calm],
    ['wild', wild],
  ] as const)('%s ones are articles by our own check', (_, taste) => {
    fc.assert(
      fc.property(randomArticle(taste), article => {
        expect(checkArticle(article).messages).toEqual([])
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('hold every node type', () => {
    const seen = new Set<NodeType>()
    for (const article of fc.sample(randomArticle(calm), { seed: 1, numRuns: 300 }))
      visit(article, node => {
        seen.add(node.type)
      })
    expect([...seen].sort()).toEqual(Object.keys(nodeFields).sort())
  })
})
