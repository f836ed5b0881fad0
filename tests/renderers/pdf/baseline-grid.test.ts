import { expect, test } from 'vitest'
import { article, heading, paragraph } from '../../../src/article/build.js'
import { settleOnGrid } from '../../../src/renderers/pdf/layout/baseline-grid.js'
import { addBreak, addSkip, type Vert } from '../../../src/renderers/pdf/layout/vertical.js'
import { composePages } from '../../../src/renderers/pdf/render-pdf.js'
import { pdfContext, shippedTemplate } from '../../support/pdf-context.js'

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

test('a float has a line above it where words end there, though it asks for less than half of one', () => {
  const float = (before: number): Vert => {
    return { t: 'float', before, after: 8, gap: 8, height: 15, verts: [], waiting: 0, give: 0 }
  }
  const verts: Vert[] = [{ t: 'snap' }, box(10), float(4), { t: 'snap' }, box(10)]
  addSkip(verts, 6)
  verts.push(float(4), { t: 'snap' }, box(10))
  settleOnGrid(verts, 10)
  expect(verts.flatMap(vert => (vert.t === 'float' ? [vert.before] : []))).toEqual([10, 0])
})

test('a heading stands nearer to its text than to what is above it, and its text on the grid, at the head of a page too', async () => {
  const wire = await shippedTemplate('wire')
  const template = { ...wire, page: { ...wire.page, baselineGrid: true } }
  const { leading = 0, size } = wire.styles.body!
  const prose = (sentences: number) =>
    paragraph('The ferry left the harbour before the tide had turned. '.repeat(sentences))
  const sections = Array.from({ length: 60 }, (_, index) => [
    heading(
      index % 3 ? 2 : 1,
      index % 5 ? 'The crew' : 'The crew and the harbour, and what both of them want from the water',
      `s${index}`,
    ),
    prose((index % 4) + 2),
    prose((index % 7) + 2),
  ])
  const { context } = await pdfContext({ template })
  const { plans } = await composePages(article({ title: 'Letters', language: 'en-GB' }, sections.flat()), context)
  let heads = 0
  for (const { content } of plans.slice(1)) {
    const lines = content.flatMap(op =>
      op.k === 'text' ? [{ y: op.y, style: op.placed.rows.span[op.placed.from]!.style }] : [],
    )
    const isHeading = (at: number) => lines[at]!.style.weight === 600
    const first = lines.find(({ style }) => style.size === size && style.weight === 400)!.y
    lines.forEach(({ y }, at) => {
      if (isHeading(at)) return
      expect(Math.abs((y - first) / leading - Math.round((y - first) / leading))).toBeLessThan(0.01)
      if (at === 0 || !isHeading(at - 1)) return
      let top = at - 1
      while (top > 0 && isHeading(top - 1)) top--
      const below = y - lines[at - 1]!.y
      if (top === 0) {
        heads++
        expect(below).toBeLessThan(leading * 1.4)
      } else expect(below).toBeLessThan(lines[top]!.y - lines[top - 1]!.y)
    })
  }
  expect(heads).toBeGreaterThan(0)
})
