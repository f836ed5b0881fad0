import { dropAtHead, padTo } from './baseline-grid.js'
import { footHeight, headHeight, isOpening } from './measures.js'
import type { PagePlan } from './page-plan.js'
import { replaced } from './placed-text.js'
import type { EdgeRule, Float, Op, Panel, Vert, WideFloat } from './vertical.js'

/** A stretch of verts set in a column, with the panels that were open when it began. */
export interface Stretch {
  verts: readonly Vert[]
  from: number
  to: number
  open: readonly Panel[]
  /** How many of the stretch's floats are set where they are named; the others wait for a later column. */
  floats: number
  /** Distance of the baseline grid's lines, counted from the spot. Points. */
  grid?: number | undefined
  /** By how much spaces grow, by the index of their vert, or of the float above them. Points. */
  grown?: ReadonlyMap<number, number> | undefined
}

interface OpenPanel {
  panel: Panel
  top: number
  /** The panel began in this column. */
  began: boolean
  /** Backgrounds painted before its own: those inside it come after. */
  under: number
}

/** Where a stretch is set: `x` is added to that of its verts. */
export interface Spot {
  x: number
  y: number
}

/** A stretch set on a page. */
export interface Placed {
  /** Where it ends, and the panels that are still open there. */
  y: number
  open: Panel[]
  /** The floats that are named in it and do not stand there, in order. */
  named: Named[]
}

/** A float, and where in the page's content it is named. */
export interface Named {
  float: Float | WideFloat
  at: number
}

/** Sets a stretch of verts on a page from a spot downwards. Space at the head of a column falls away. */
export function place(stretch: Stretch, spot: Spot, plan: PagePlan): Placed {
  const { x } = spot
  let { y } = spot
  const open: OpenPanel[] = []
  for (const panel of stretch.open) {
    open.push({ panel, top: y + (panel.repeat?.lead ?? 0), began: false, under: plan.under.length })
    for (const op of panel.repeat?.ops ?? [])
      if (op.k !== 'place' && op.k !== 'link') plan.content.push(asArtifact(moved(op, x, y)))
    y += headHeight(panel)
  }
  if (stretch.grid && open.length === 0) y += dropAtHead(stretch.verts, stretch.from, stretch.grid)
  let started = false
  let floats = 0
  /** Space under a float, where something follows it. */
  let below = 0
  const named: Named[] = []
  for (let i = stretch.from; i < stretch.to; i++) {
    const vert = stretch.verts[i]!
    if (vert.t !== 'break' && vert.t !== 'wide' && vert.t !== 'section') {
      y += below
      below = 0
    }
    switch (vert.t) {
      case 'box':
        for (let at = 0; at < vert.ops.length; at++) plan.content.push(moved(vert.ops[at]!, x, y))
        y += vert.height
        started = true
        break
      case 'strut':
        if (!started && !isOpening(stretch.verts, i)) break
        y += vert.height + (stretch.grown?.get(i) ?? 0)
        started = true
        break
      case 'skip':
        if (started) y += vert.height + (stretch.grown?.get(i) ?? 0)
        break
      case 'open':
        open.push({ panel: vert.panel, top: y, began: true, under: plan.under.length })
        break
      case 'close': {
        const panel = open.pop()
        if (panel) paint(panel, x, y, true, plan)
        break
      }
      case 'float':
        if (floats++ >= stretch.floats) {
          named.push({ float: vert, at: plan.content.length })
          break
        }
        if (started) y += vert.before
        y = placeWhole(vert.verts, { x, y }, plan)
        below = vert.after + (stretch.grown?.get(i) ?? 0)
        started = true
        break
      case 'snap':
        if (started && stretch.grid) y += padTo(stretch.grid, y - spot.y)
        break
      case 'wide':
        named.push({ float: vert.float, at: plan.content.length })
        break
      case 'break':
      case 'section':
        break
    }
  }
  for (let i = open.length - 1; i >= 0; i--) {
    y += footHeight(open[i]!.panel)
    paint(open[i]!, x, y, false, plan)
  }
  return { y, open: open.map(({ panel }) => panel), named }
}

/** Sets a list of verts as a whole. Returns where it ends. */
export function placeWhole(verts: readonly Vert[], spot: Spot, plan: PagePlan): number {
  return place({ verts, from: 0, to: verts.length, open: [], floats: 0 }, spot, plan).y
}

/** Returns an op at another place. Points. */
export function moved(op: Op, x: number, y: number): Op {
  // Most are lines of text, of which a copy field by field takes a third of the time.
  if (op.k === 'text') return { k: 'text', x: op.x + x, y: op.y + y, placed: op.placed }
  return op.k === 'place' ? { ...op, y: op.y + y } : { ...op, x: op.x + x, y: op.y + y }
}

function paint(
  { panel, top, began, under }: OpenPanel,
  dx: number,
  bottom: number,
  ended: boolean,
  plan: PagePlan,
): void {
  const { width } = panel
  const x = panel.x + dx
  const height = bottom - top
  if (height <= 0) return
  if (panel.background) plan.under.splice(under, 0, rule(x, top, width, height, panel.background))
  if (panel.left) plan.over.push(rule(x, top, panel.left.width, height, panel.left.colour))
  if (panel.right)
    plan.over.push(rule(x + width - panel.right.width, top, panel.right.width, height, panel.right.colour))
  if (panel.top && (began || panel.closed)) plan.over.push(edge(x, width, panel.top, top))
  if (panel.bottom && (ended || panel.closed)) plan.over.push(edge(x, width, panel.bottom, bottom))
}

function edge(x: number, width: number, { width: thickness, colour }: EdgeRule, y: number): Op {
  return rule(x, y - thickness / 2, width, thickness, colour)
}

function rule(x: number, y: number, width: number, height: number, colour: string): Op {
  return { k: 'rule', x, y, width, height, colour, tag: 'Background' }
}

/** Returns a copy of an op that belongs to no element: a repeated table head is read once only. */
function asArtifact(op: Op): Op {
  if (op.k === 'text') {
    return { ...op, placed: replaced(op.placed, span => ({ ...span, tag: 'Layout' })) }
  }
  return op.k === 'image' || op.k === 'rule' ? { ...op, tag: 'Layout' } : op
}
