import { fillPages } from './fill-pages.js'
import type { LayoutContext } from './lay-out.js'
import type { PagePlan } from './page-plan.js'
import { addBreak, append, type Box, type Float, type Op, type Vert } from './vertical.js'

/** Pages that the text may flow around; more of them follow each other where the table is named. */
const MOST_FLOATING = 2

/**
 * Fills pages turned sideways with a table that is set to their width. Each is a block as tall as a page: where it can it
 * waits for the next page while the text goes on.
 */
export function turnedPages(verts: readonly Vert[], context: LayoutContext, rtl: boolean): Vert[] {
  const { width, height } = context.turned!
  const plans = fillPages([{ columns: 1, verts, before: 0, after: 0 }], {
    frame: () => ({ x: 0, y: 0, width, height }),
    leading: 12,
    columnGap: 0,
    note: () => [],
    noteGap: 0,
    noteRule: { width: 0, thickness: 0, colour: '#000000', distance: 0 },
    rtl,
  })
  const list: Vert[] = []
  for (const plan of plans) {
    addBreak(list, 0)
    append(list, [pageVert([...plan.under, ...plan.content, ...plan.over], context, plans.length <= MOST_FLOATING)])
  }
  addBreak(list, 0)
  return list
}

function pageVert(ops: Op[], { frameHeight: height }: LayoutContext, floats: boolean): Box | Float {
  const box: Box = { t: 'box', height, baseline: height, ops: [{ k: 'turn', x: 0, y: 0, ops }], notes: [] }
  return floats ? { t: 'float', before: 0, after: 0, gap: 0, height, verts: [box] } : box
}

/** Parts a page that holds a turned table beside anything else: only one of them can lie the right way up. */
export function partTurned(plan: PagePlan): PagePlan[] {
  const turned = plan.content.filter(op => op.k === 'turn')
  const others = plan.content.filter(op => op.k !== 'turn')
  if (turned.length === 0 || (turned.length === 1 && others.length === 0)) return [plan]
  const pages = turned.map((op): PagePlan => ({ under: [], content: [op], over: [], relaxed: [] }))
  return others.length > 0 ? [{ ...plan, content: others }, ...pages] : pages
}
