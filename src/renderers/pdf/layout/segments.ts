import { WIDE_ASPECT } from '../../wide-figure.js'
import { settleOnGrid } from './baseline-grid.js'
import { layCaptionBeside } from './caption-beside.js'
import { centrePictures, rowSize } from './centre-pictures.js'
import type { ColumnGrid } from './column-grid.js'
import type { FloatFlow, Flow, PictureFlow } from './flow.js'
import { type AcrossColumns, type LayoutContext, layOut } from './lay-out.js'
import { heightBetween, measure, notesIn } from './measures.js'
import { withMovable } from './movable.js'
import type { Segment } from './page-plan.js'
import { spreadQuotes } from './spread-quotes.js'
import { spansColumns } from './table-setting.js'
import { append, floatAbove, type Headed, takeEndSkips, type Vert, type WideFloat } from './vertical.js'

/** The tallest float across the columns, as a part of the page: a taller one, and a long table, stand where they are. */
const TALLEST = { figure: 0.6, table: 0.5 }
/** Of the page that a figure out of a column is laid out for: so low that columns have room beside it. */
const BESIDE_COLUMNS = 0.7

/** Lays blocks out: text in columns, floats as wide as the page among it, and what else takes that width in segments between. */
export function toSegments(blocks: readonly Flow[], grid: ColumnGrid, given: LayoutContext): Segment[] {
  const flows = spreadQuotes(blocks)
  if (grid.columns === 1) return [segmentOf(flows, 1, grid, given)]
  const { x, width } = grid.frame
  const across: AcrossColumns = {
    column: grid.width,
    figure: flow => layBesideColumns(flow, grid, given),
    text: flow => layOut([flow], x, width, given),
  }
  const context = { ...given, across }
  return groups(flows, grid, context).map(({ wide, flows: group }) =>
    segmentOf(group, wide ? 1 : grid.columns, grid, context),
  )
}

function segmentOf(flows: readonly Flow[], columns: number, grid: ColumnGrid, context: LayoutContext): Segment {
  if (columns !== grid.columns) {
    const { x, width } = grid.frame
    const verts = layOut(centrePictures(flows, width, context.frameHeight), x, width, context)
    return { columns, ...takeEndSkips(verts), verts }
  }
  const { baselines } = grid
  const movable = columns > 1 ? withMovable(flows) : flows
  const set = baselines === undefined ? movable : movable.map(flow => onGrid(flow, baselines))
  const middle = columns > 1 ? centrePictures(set, grid.width, context.frameHeight) : set
  const verts = layOut(middle, grid.x, grid.width, context)
  const ends = takeEndSkips(verts)
  settleFloats(verts)
  if (baselines !== undefined) settleOnGrid(verts, baselines)
  return { columns, ...ends, verts, grid: baselines }
}

/** Running text stands on the grid; headings, and what has lines of another height, stand between. */
function onGrid(flow: Flow, baselines: number): Flow {
  return flow.t === 'text' && flow.leading === baselines && flow.section === undefined
    ? { ...flow, onGrid: true }
    : flow
}

/** Of the space that a float wants and that of its neighbours the larger counts. */
function settleFloats(verts: readonly Vert[]): void {
  verts.forEach((vert, index) => {
    if (vert.t !== 'float') return
    const above = verts[index - 1]
    if (above?.t === 'skip') vert.before = Math.max(0, vert.before - above.height)
    const float = floatAbove(verts, index)
    if (float) vert.before = Math.max(0, vert.before - float.after)
    let next = index + 1
    while (verts[next]?.t === 'break') next++
    const below = verts[next]
    if (below?.t === 'skip') vert.after = Math.max(0, vert.after - below.height)
  })
}

interface Group {
  wide: boolean
  flows: Flow[]
}

/** Parts blocks by their width. What must stay with a wide block, its heading or caption, goes into the wide group. */
function groups(flows: readonly Flow[], grid: ColumnGrid, context: LayoutContext): Group[] {
  const list: Group[] = []
  const add = (wide: boolean, flow: Flow): void => {
    const last = list.at(-1)
    if (last?.wide === wide) last.flows.push(flow)
    else list.push({ wide, flows: wide && last ? [...takeKept(last.flows), flow] : [flow] })
  }
  for (const [index, flow] of flows.entries()) {
    if (!isWide(flow, grid, context)) add(false, flow)
    else if (flow.span === 'page') add(true, flow)
    else {
      const last = list.at(-1)
      const { verts, float } = layAcross(flow, grid, context)
      const kept = last && !last.wide ? last.flows.slice(keptFrom(last.flows)) : undefined
      const headed =
        float && kept?.length && isProse(flows[index + 1]) ? withHeading(kept, verts, grid, context) : undefined
      const set = float && kept && (kept.length === 0 ? float : headed && { ...float, headed })
      add(!set, { t: 'laid', verts: set ? [{ t: 'wide', float: set }] : verts, before: 0, after: 0 })
    }
  }
  return list.filter(group => group.flows.length > 0)
}

/**
 * Lays a figure or a table out across the columns, and as a float if it may be one: neither too tall nor with notes, which
 * are numbered in the order of the page.
 */
function layAcross(flow: Flow, { frame }: ColumnGrid, context: LayoutContext): { verts: Vert[]; float?: WideFloat } {
  const flows = flow.t === 'float' ? flow.children : [flow]
  const verts = layOut(centrePictures(flows, frame.width, context.frameHeight), frame.x, frame.width, context)
  const inner = [...verts]
  const ends = takeEndSkips(inner)
  const height = heightBetween(measure(inner), 0, inner.length)
  const tallest = frame.height * (flow.t === 'table' ? TALLEST.table : TALLEST.figure)
  if (height > tallest || notesIn(inner).length > 0) return { verts }
  return { verts, float: { height, ...ends, verts: inner, stays: flow.t === 'table' } }
}

/** Words of a section under a heading, below which a table may wait. */
function isProse(flow: Flow | undefined): boolean {
  return flow?.t === 'text' && flow.section === undefined && !flow.keepWithNext
}

/** Returns a table in its place, below headings set across the columns; nothing where these are more than headings, or cite notes. */
function withHeading(
  headings: readonly Flow[],
  table: readonly Vert[],
  { frame }: ColumnGrid,
  context: LayoutContext,
): Headed | undefined {
  const set = layOut(headings, frame.x, frame.width, context)
  if (notesIn(set).length > 0 || headings.some(flow => flow.t !== 'text' || flow.section === undefined))
    return undefined
  const verts = [...set]
  append(verts, table)
  return { verts, ...takeEndSkips(verts), count: headings.length }
}

/** Lays a figure of a column out across all of them, or a pull quote: a figure large, if its pictures become wider than a column, and beside its caption. */
function layBesideColumns(figure: FloatFlow, grid: ColumnGrid, context: LayoutContext): WideFloat[] {
  const frameHeight = context.frameHeight * BESIDE_COLUMNS
  const isWider = (flow: Flow) =>
    flow.t === 'pictures' && rowSize(flow, grid.frame.width, frameHeight).width > grid.width + grid.gap
  if (figure.roams) return [layAcross(figure, grid, context).float].filter(float => float !== undefined)
  const large = figure.children.some(isWider) ? layAcross(figure, grid, { ...context, frameHeight }).float : undefined
  const small = layCaptionBeside(figure, grid, context)
  return [large, small].filter(float => float !== undefined)
}

/** Takes the blocks away from the end that may not be parted from what follows. */
function takeKept(flows: Flow[]): Flow[] {
  return flows.splice(keptFrom(flows))
}

/** Returns where the blocks begin that stay with what follows: headings, and a separator under them. */
function keptFrom(flows: readonly Flow[]): number {
  let from = flows.length
  for (let at = from - 1; flows[at]?.keepWithNext || flows[at]?.t === 'rule'; at--)
    if (flows[at]!.keepWithNext) from = at
  return from
}

function isWide(flow: Flow, grid: ColumnGrid, context: LayoutContext): boolean {
  if (flow.span === 'page') return true
  if (flow.t === 'table') return spansColumns(flow, grid.width, context)
  return flow.t === 'float' && flow.children.some(child => child.t === 'pictures' && aspectOf(child) >= WIDE_ASPECT)
}

function aspectOf({ pictures }: PictureFlow): number {
  return pictures.reduce((sum, { width, height }) => sum + width / height, 0)
}
