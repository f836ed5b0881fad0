import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noBands } from '../../../src/renderers/pdf/layout/bands.js'
import { type Breakable, waysOn, wayTo } from '../../../src/renderers/pdf/layout/column-ways.js'
import { Frontier, keyOf } from '../../../src/renderers/pdf/layout/frontier.js'
import { measure } from '../../../src/renderers/pdf/layout/measures.js'
import { gatherNotes } from '../../../src/renderers/pdf/layout/notes.js'
import { PlainWays } from '../../../src/renderers/pdf/layout/plain-ways.js'
import { FORBIDDEN, type Vert, WIDOW_COST } from '../../../src/renderers/pdf/layout/vertical.js'

/** Lines, some of which cite a note of some lines, and what it costs to end a column below each. */
const lines = fc.array(
  fc.record({
    height: fc.constantFrom(9, 12, 12, 12.5, 60),
    note: fc.constantFrom(0, 0, 0, 0, 1, 2, 5),
    cost: fc.constantFrom(0, 0, 0, 400, 4_500, WIDOW_COST, 2 * WIDOW_COST, FORBIDDEN),
  }),
  { minLength: 20, maxLength: 90 },
)

const line = (height: number, number?: number): Vert => ({
  t: 'box',
  height,
  baseline: 8,
  ops: [],
  notes: number === undefined ? [] : [{ number } as never],
})

function breakable(all: { height: number; note: number; cost: number }[]): Breakable {
  const verts = all.flatMap(({ height, note, cost }, index): Vert[] => [
    line(height, note > 0 ? index : undefined),
    { t: 'break', cost },
  ])
  const { list, spots, cited } = gatherNotes([verts], ({ number }) =>
    Array.from({ length: all[number]!.note }, (_, index): Vert[] => [
      line(9 + all[number]!.note),
      { t: 'break', cost: index === 0 ? WIDOW_COST : 0 },
    ])
      .flat()
      .slice(0, -1),
  )
  return { text: measure(verts), notes: list, cited: cited[0]!, spots, noteHead: 10 }
}

test('columns of lines and notes alone end where they end among all others', () => {
  let plainly = 0
  fc.assert(
    fc.property(
      lines,
      fc.nat(20),
      fc.constantFrom(100, 240),
      fc.integer({ min: 1, max: 12 }),
      (all, at, page, beam) => {
        const list = breakable(all)
        const room = { text: page, total: page, page, last: true }
        const begins = [at, at + 1, at + 3].map(index => list.text.breaks[index]!)
        const plain = new PlainWays(list)
        const [next, expected] = [new Frontier(beam), new Frontier(beam)]
        for (const [index, text] of begins.entries()) {
          const from = { text, note: list.cited.end[text]!, float: 0, wide: 0 }
          const open = { to: from, cost: index * 100, bands: noBands(0), node: undefined }
          if (!plain.keep(open, room, 3, next)) return
          plainly++
          for (const way of waysOn(list, from, room, expected.limits(open.cost))) {
            const node = {
              from,
              to: way.to,
              cost: open.cost + way.cost,
              column: 3,
              way,
              bands: noBands(0),
              before: undefined,
            }
            expected.keep(keyOf(list, way.to), node)
          }
        }
        const best = next.best().map(node => ({ ...node, way: wayTo(list, node.from, node.to, room) }))
        expect(best).toEqual(expected.best())
      },
    ),
    { seed: 7, numRuns: 1_000 },
  )
  expect(plainly).toBeGreaterThan(500)
})
