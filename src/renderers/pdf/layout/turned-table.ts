import { fillPages } from './fill-pages.js'
import type { PagePlan } from './page-plan.js'
import type { Box, Vert } from './vertical.js'

/**
 * Fills pages turned sideways with a table that is set to their width. They are one box that takes no room: the text goes
 * on past it, and the pages come after the one that it stands on.
 */
export function turnedPages(verts: readonly Vert[], size: { width: number; height: number }, rtl: boolean): Box {
  const plans = fillPages([{ columns: 1, verts, before: 0, after: 0 }], {
    frame: () => ({ x: 0, y: 0, ...size }),
    leading: 12,
    columnGap: 0,
    note: () => [],
    noteGap: 0,
    noteRule: { width: 0, thickness: 0, colour: '#000000', distance: 0 },
    rtl,
  })
  return {
    t: 'box',
    height: 0,
    baseline: 0,
    ops: plans.map(plan => ({ k: 'turn', x: 0, y: 0, ops: [...plan.under, ...plan.content, ...plan.over] })),
    notes: [],
  }
}

/** Returns whether verts are nothing but turned pages, which take no room and want no space around them. */
export function isTurned(verts: readonly Vert[]): boolean {
  const [first] = verts
  return first?.t === 'box' && first.ops[0]?.k === 'turn'
}

/** Takes the turned pages out of a page: they follow it. */
export function withTurnedPages(plan: PagePlan): PagePlan[] {
  const turned = plan.content.filter(op => op.k === 'turn')
  if (turned.length === 0) return [plan]
  const upright = { ...plan, content: plan.content.filter(op => op.k !== 'turn') }
  return [upright, ...turned.map((op): PagePlan => ({ under: [], content: [op], over: [], relaxed: [] }))]
}
