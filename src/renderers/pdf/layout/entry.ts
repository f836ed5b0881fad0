import { type Shaper, shapeSpans } from '../text/shape-spans.js'
import type { EntryFlow, Flow } from './flow.js'
import { type LayoutContext, setLine } from './lay-out.js'
import { lineBox } from './line-box.js'
import type { PagePlan } from './page-plan.js'
import { setParagraph } from './paragraph.js'
import { nothingPlaced, shifted } from './placed-text.js'
import { FORBIDDEN, type Op, type Vert } from './vertical.js'

/** Points between the dots of a leader, their size, and the room beside them. */
const STEP = 4.5
const DOT = 0.75
const GAP = 6

/**
 * Sets an entry of a table of contents: its words, a leader, and room for the number of its page. The room is the same
 * whatever the number, so that the number can be filled in when all pages are set, and nothing moves.
 */
export function layOutEntry(flow: EntryFlow, x: number, width: number, { shaper }: LayoutContext): Vert[] {
  const room = numberRoom(flow, shaper)
  const measure = width - flow.indentStart - room - GAP
  const left = flow.rtl ? x + room + GAP : x + flow.indentStart
  const lines = setParagraph(shapeSpans(flow.spans, shaper), {
    width: measure,
    align: 'start',
    rtl: flow.rtl,
    firstLine: 0,
    balance: false,
  })
  return lines.flatMap((line, index): Vert[] => {
    const box = lineBox(line, left, flow.leading)
    box.ops.push({ k: 'link', x, y: 0, width, height: box.height, link: flow.link })
    if (index < lines.length - 1) return [box, { t: 'break', cost: FORBIDDEN }]
    const placed = nothingPlaced()
    flow.waiting.push({ placed, edge: flow.rtl ? x : x + width })
    const [from, to] = flow.rtl
      ? [x + room + GAP, left + line.left - GAP]
      : [left + line.left + line.width + GAP, x + width - room - GAP]
    box.ops.push(...leader(from, to, box.baseline, flow), { k: 'text', x: 0, y: box.baseline, placed })
    return [box]
  })
}

/** Three figures: an article has seldom a thousand pages. */
function numberRoom(flow: EntryFlow, shaper: Shaper): number {
  return setLine([{ ...flow.number, text: '000' }], 0, 1000, 'start', false, shaper).width
}

/** Dots stand at the same places in every entry: they are counted from the edge of the numbers. */
function leader(from: number, to: number, baseline: number, flow: EntryFlow): Op[] {
  const count = Math.floor((to - from) / STEP)
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    k: 'rule',
    x: flow.rtl ? from + index * STEP : to - DOT - index * STEP,
    y: baseline - DOT,
    width: DOT,
    height: DOT,
    colour: flow.leader,
    tag: 'Layout',
  }))
}

/** Fills in the numbers of pages, once it is known where each heading stands. */
export function fillNumbers(flows: readonly Flow[], plans: readonly PagePlan[], shaper: Shaper): void {
  const entries = flows.filter((flow): flow is EntryFlow => flow.t === 'entry')
  if (entries.length === 0) return
  const pages = new Map<string, number>()
  plans.forEach(({ content }, index) => {
    for (const op of content) if (op.k === 'place' && !pages.has(op.name)) pages.set(op.name, index + 1)
  })
  for (const { waiting, place, number, rtl } of entries) {
    for (const { placed, edge } of waiting) {
      // The blank parts the number from the words before it for those who hear it.
      const span = { ...number, text: `\u00a0${pages.get(place) ?? ''}` }
      const { box } = setLine([span], rtl ? edge : edge - 100, 100, rtl ? 'start' : 'end', false, shaper)
      const text = box.ops.find(op => op.k === 'text')
      if (text) Object.assign(placed, shifted(text.placed, text.x))
    }
  }
}
