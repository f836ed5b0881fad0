import { shapeSpans } from '../text/shape-spans.js'
import { Tokens } from '../text/tokens.js'
import type { ItemFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'
import { lineBox } from './line-box.js'
import { once } from './once.js'
import { setParagraph } from './paragraph.js'
import type { LayOut } from './table.js'
import type { Box, Op, Vert } from './vertical.js'

/** One marker is set after another: the words of all of them stand in these columns while they are. */
const words = new Tokens()

/** Points: the least that an item keeps beside its marker. In a box in a narrow column the marker would hang over the box's edge. */
const NARROWEST_ITEM = 85

/** Sets an item's blocks beside its marker, which stands on the baseline of the first of them. */
export function layOutItem(flow: ItemFlow, x: number, width: number, context: LayoutContext, layOut: LayOut): Vert[] {
  // So deep that no measure is left, the marker hangs out and the text stays where it was.
  const narrow = width - flow.indent < NARROWEST_ITEM
  const inner = narrow ? width : width - flow.indent
  if (narrow) {
    x -= flow.rtl ? 0 : flow.indent
    width += flow.indent
  }
  const list = layOut(flow.children, flow.rtl ? x : x + width - inner, inner, context)
  while (list[0]?.t === 'skip') list.shift()
  for (const vert of list) if (vert.t === 'skip') vert.inner = true
  const marker = markerLine(flow, x, width, context)
  if (!marker) return list
  const first = list.find((vert): vert is Box => vert.t === 'box')
  if (!first) return [marker.box]
  addMarker(first, marker.box)
  return list
}

/** The marker comes with the first line of the paragraph in other lines too. */
function addMarker(first: Box, marker: Box): void {
  for (const op of marker.ops) first.ops.push(shifted(op, first.baseline - marker.baseline))
  if (!first.paragraph) return
  const { longer, shorter } = first.paragraph
  const marked = (others: () => Vert[] | undefined) =>
    once(() => {
      const verts = others()
      if (verts) addMarker(verts[0] as Box, marker)
      return verts
    })
  first.paragraph = { ...first.paragraph, across: undefined, longer: marked(longer), shorter: marked(shorter) }
}

function markerLine(flow: ItemFlow, x: number, width: number, context: LayoutContext): { box: Box } | undefined {
  const gap = 5
  const leading = flow.marker[0]?.style.leading ?? 0
  const [line] = setParagraph(shapeSpans(flow.marker, context.shaper, words), {
    width: Math.max(flow.indent - (flow.markerAtEnd ? gap : 0), 1000 * Number(!flow.markerAtEnd)),
    align: flow.markerAtEnd ? 'end' : 'start',
    rtl: false,
    firstLine: 0,
    balance: false,
  })
  if (!line) return undefined
  const left = flow.rtl ? x + width - flow.indent + gap : x
  return { box: lineBox(line, left, leading) }
}

function shifted(op: Op, dy: number): Op {
  return { ...op, y: op.y + dy }
}
