import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Frontier, type Node } from '../../../src/renderers/pdf/layout/frontier.js'

/** A way that costs so much and ends so far in the text; two with the same `note` and end are ways to one progress. */
const ways = fc.array(fc.record({ cost: fc.nat(40), text: fc.nat(12), note: fc.nat(2) }), { maxLength: 60 })

function nodeOf({ cost, text, note }: { cost: number; text: number; note: number }): Node {
  return { cost, to: { text, note, float: 0, wide: 0 } } as Node
}

test('ways outside the limits are none of those that would be followed', () => {
  fc.assert(
    fc.property(ways, fc.integer({ min: 1, max: 8 }), (all, beam) => {
      const whole = new Frontier(beam)
      const within = new Frontier(beam)
      for (const way of all) {
        const key = way.text * 3 + way.note
        whole.keep(key, nodeOf(way))
        const limits = within.limits(0)
        if (way.cost <= limits.cost || way.text >= limits.text) within.keep(key, nodeOf(way))
      }
      const seen = (frontier: Frontier) => frontier.best().map(({ cost, to }) => `${cost} ${to.text} ${to.note}`)
      expect(new Set(seen(within))).toEqual(new Set(seen(whole)))
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('of two ways to one progress the cheaper is followed, and the first of equals', () => {
  const frontier = new Frontier(4)
  const [dear, cheap, equal] = [5, 3, 3].map(cost => nodeOf({ cost, text: 1, note: 0 }))
  for (const node of [dear!, cheap!, equal!]) frontier.keep(1, node)
  expect(frontier.best()).toEqual([cheap])
  expect(frontier.best()[0]).toBe(cheap)
})
