import { shapeSpans } from '../text/shape-spans.js'
import type { Flow, TableFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'
import { lineBox } from './line-box.js'
import { TOLERANCE } from './measures.js'
import { setParagraph } from './paragraph.js'
import { pickColumns } from './table-bands.js'
import { shapeRows } from './table-cells.js'
import { heightOfBoxes, placeColumns, type RowKind, setRow } from './table-rows.js'
import { type FittedTable, fittedTable, settleTable } from './table-setting.js'
import { turnedPages } from './turned-table.js'
import {
  addBreak,
  addSkip,
  append,
  type Box,
  FORBIDDEN,
  type Op,
  type Panel,
  type Vert,
  WIDOW_COST,
} from './vertical.js'

/** Lays blocks out below each other: `lay-out.ts`, which what is laid out inside a block must not import. */
export type LayOut = (flows: readonly Flow[], x: number, width: number, context: LayoutContext) => Vert[]

/**
 * Lays a table out row by row; its head is set again on each page that the table reaches. One that is too wide for the
 * measure is set smaller; one too wide even so on a page turned sideways, or in bands of columns below each other.
 */
export function layOutTable(flow: TableFlow, x: number, width: number, context: LayoutContext, layOut: LayOut): Vert[] {
  // Of a table without cells there is still what it is called.
  if (flow.align.length === 0 || flow.rows.length === 0)
    return flow.caption ? layOut([flow.caption], x, width, context) : []
  const setting = settleTable(flow, width, context)
  if (setting.how === 'turned') {
    flow.report?.('turned')
    return layOutTurned(setting.table, context, layOut)
  }
  const list = flow.caption ? layOut([flow.caption], x, width, context) : []
  if (setting.how === 'bands') flow.report?.(setting.bands.length)
  append(
    list,
    setting.how === 'bands'
      ? setBands(setting.flow, setting.bands, x, width, context)
      : setTable(setting.table, x, width, context),
  )
  return list
}

/** Sets a table across pages turned sideways, with its caption. */
function layOutTurned(table: FittedTable, context: LayoutContext, layOut: LayOut): Vert[] {
  const { width, height } = context.turned!
  const inner: LayoutContext = { ...context, frameHeight: height }
  const { caption, rtl } = table.flow
  const list = caption ? layOut([caption], 0, width, inner) : []
  append(list, setTable(table, 0, width, inner))
  return [turnedPages(list, { width, height }, rtl)]
}

function setBands(flow: TableFlow, bands: number[][], x: number, width: number, context: LayoutContext): Vert[] {
  const list: Vert[] = []
  bands.forEach((columns, index) => {
    const band = pickColumns(flow, columns, index > 0)
    if (index > 0) {
      addBreak(list, 0)
      addSkip(list, 12)
      for (const line of continuedLines(band, x, width, context)) list.push(line, { t: 'break', cost: FORBIDDEN })
    }
    append(list, setTable(fittedTable(band, shapeRows(band, context.shaper), width), x, width, context))
  })
  return list
}

function setTable({ flow, cells, widths }: FittedTable, x: number, width: number, context: LayoutContext): Vert[] {
  const columns = placeColumns(flow, x, width, widths)
  const rows = cells.map((row, index) => setRow(flow, row, columns, context, rowKind(index, flow)))
  const panel: Panel = {
    x: columns.x,
    width: columns.total,
    top: flow.top,
    bottom: flow.bottom,
    closed: true,
    bleed: 0,
  }
  const head = rows.slice(0, flow.headRows).flat()
  const repeated = repeatedHead(head, continuedLines(flow, x, width, context), context)
  if (repeated) panel.repeat = repeated
  const list: Vert[] = [{ t: 'open', panel }]
  const small = heightOfBoxes(rows.flat()) < context.frameHeight * SMALL_TABLE
  const lone = loneParts(rows.map(heightOfBoxes), flow)
  rows.forEach((slices, index) => {
    if (index > 0)
      list.push({ t: 'break', cost: index <= flow.headRows ? FORBIDDEN : rowBreakCost(lone(index), small) })
    // Where a page ends inside a row, its lines keep the row's distance from the head above them.
    const around: Panel = {
      x: columns.x,
      width: columns.total,
      bleed: 0,
      repeat: { height: flow.padding.top, ops: [] },
    }
    if (slices.length > 1) list.push({ t: 'open', panel: around })
    slices.forEach((slice, part) => {
      if (part > 0) list.push({ t: 'break', cost: part === 1 || part === slices.length - 1 ? WIDOW_COST : 500 })
      list.push(slice)
    })
    if (slices.length > 1) list.push({ t: 'close', panel: around })
  })
  list.push({ t: 'close', panel })
  return list
}

function rowKind(index: number, flow: TableFlow): RowKind {
  return index === flow.rows.length - 1 ? 'last' : index < flow.headRows ? 'head' : 'body'
}

/** Rows that stand together at least, where a table is parted, the head left aside: a taller one counts for several, but none stands alone. */
const FEWEST_ROWS = 3

/** Returns whether a table that is parted before a row has too little of itself above or below. */
function loneParts(heights: readonly number[], { headRows, leading, padding }: TableFlow): (index: number) => boolean {
  const enough = FEWEST_ROWS * (leading + padding.top + padding.bottom) - TOLERANCE
  const above = sumsOf(heights)
  const isLone = (from: number, to: number) => to - from < 2 || above[to]! - above[from]! < enough
  return index => isLone(headRows, index) || isLone(index, heights.length)
}

/** Returns the sum of the numbers before each, and of all. */
function sumsOf(numbers: readonly number[]): number[] {
  const sums = [0]
  for (const number of numbers) sums.push(sums.at(-1)! + number)
  return sums
}

function rowBreakCost(lone: boolean, small: boolean): number {
  if (small) return lone ? FORBIDDEN : SMALL_TABLE_COST
  return lone ? LONE_ROWS_COST : 100
}

/** A row or two alone at a column's end are nearly as bad as a widow; those of a small table never stand so. */
const LONE_ROWS_COST = 4_500

/** Part of a page: a table no higher than that is parted only where it would leave a quarter of the page empty. */
export const SMALL_TABLE = 0.4
const SMALL_TABLE_COST = 3_000

/** What stands at the head of each further page: the caption in short, and the head rows. One that is too tall stands once. */
function repeatedHead(head: readonly Box[], continued: readonly Box[], context: LayoutContext): Panel['repeat'] {
  const lead = heightOfBoxes(continued)
  const height = lead + heightOfBoxes(head)
  if (height === 0 || height > context.frameHeight / 3) return undefined
  return { lead, height, ops: stacked([...continued, ...head]) }
}

/** The line over each further part of a table, with its distance from the rule below. */
function continuedLines(flow: TableFlow, x: number, width: number, context: LayoutContext): Box[] {
  if (!flow.continued) return []
  const lines = setParagraph(shapeSpans(flow.continued, context.shaper), {
    width,
    align: 'start',
    rtl: flow.rtl,
    firstLine: 0,
    balance: false,
  })
  const boxes = lines.map(line => lineBox(line, x, flow.continued?.[0]?.style.leading ?? flow.leading))
  const last = boxes.at(-1)
  if (last) last.height += CAPTION_GAP
  return boxes
}

/** Points between that line and the rule below it. */
const CAPTION_GAP = 5

function stacked(boxes: readonly Box[]): Op[] {
  let top = 0
  return boxes.flatMap(box => {
    const ops = box.ops.map(op => ({ ...op, y: op.y + top }))
    top += box.height
    return ops
  })
}
