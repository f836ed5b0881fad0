import { expect, test } from 'vitest'
import { settleOnGrid } from '../../../src/renderers/pdf/layout/baseline-grid.js'
import { addBreak, addSkip, type Vert } from '../../../src/renderers/pdf/layout/vertical.js'

const box = (height: number): Vert => ({ t: 'box', height, baseline: 8, ops: [], notes: [] })
const heights = (verts: readonly Vert[]) => verts.flatMap(vert => (vert.t === 'skip' ? [vert.height] : []))

function settled(fill: (verts: Vert[]) => void): number[] {
  const verts: Vert[] = [{ t: 'snap' }, box(10), box(10)]
  fill(verts)
  verts.push({ t: 'snap' }, box(10))
  settleOnGrid(verts, 10)
  return heights(verts)
}

test('what the grid asks for before text is shared by the spaces around what stands there', () => {
  expect(
    settled(verts => {
      addSkip(verts, 4)
      verts.push(box(12))
    }),
  ).toEqual([6])
})

test('a list keeps its items at one distance', () => {
  expect(
    settled(verts => {
      verts.push(box(10))
      addBreak(verts, 0)
      addSkip(verts, 2, true)
      verts.push(box(10))
      addBreak(verts, 0)
      addSkip(verts, 2, true)
      verts.push(box(10))
    }),
  ).toEqual([2, 2])
})
