import { shapeSpans } from '../text/shape-spans.js'
import { columnWidths, linesIn, neededWidth } from './column-widths.js'
import type { Flow, TableFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'
import { lineBox } from './line-box.js'
import { heightBetween, measure } from './measures.js'
import { setParagraph } from './paragraph.js'
import { bandsOf, pickColumns, scaleTable } from './table-bands.js'
import { type ShapedCell, shapeRows } from './table-cells.js'
import { heightOfBoxes, placeColumns, type RowKind, setRow } from './table-rows.js'
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

/** Lays out the blocks that a table has beside its rows: its caption. */
type LayOut = (flows: readonly Flow[], x: number, width: number, context: LayoutContext) => Vert[]

/** The least part of its size that a table is set in before it is turned or cut into bands. */
const SMALLEST = 0.76
/** Lines: a table with a row so high in columns so many is easier to read across a turned page. */
const HIGH_ROW = 8
const MANY_COLUMNS = 5
/** Turned pages that such a table may take: on a small page it would take a page for every row or two. */
const MOST_PAGES = 4
/** A turned table that fills less of its page is better cut into bands, if they are not too many. */
const WORTH_A_PAGE = 0.4
const MOST_BANDS = 3

/**
 * Lays a table out row by row; its head is set again on each page that the table reaches. One that is too wide for the
 * measure is set smaller; one too wide even so on a page turned sideways, or in bands of columns below each other.
 */
export function layOutTable(flow: TableFlow, x: number, width: number, context: LayoutContext, layOut: LayOut): Vert[] {
  if (flow.align.length === 0 || flow.rows.length === 0) return []
  const cells = shapeRows(flow, context.shaper)
  const fitted = fitTo(flow, cells, width, context)
  const caption = (at: number, measure: number) => (flow.caption ? layOut([flow.caption], at, measure, context) : [])
  const strained = !fitted || isStrained(fitted)
  const turned = strained && flow.turns && context.turned ? turn(flow, cells, caption, context) : undefined
  const bands = fitted ? [] : bandsOf(...smaller(flow, SMALLEST, context), width)
  if (turned && (fitted ? turned.pages <= MOST_PAGES : turned.fill >= WORTH_A_PAGE || bands.length > MOST_BANDS)) {
    flow.report?.('turned')
    return turned.verts
  }
  if (fitted) return joined(caption(x, width), setTable(fitted, x, width, context))
  flow.report?.(bands.length)
  const [small] = smaller(flow, SMALLEST, context)
  return joined(caption(x, width), setBands(small, bands, x, width, context))
}

/** A table, its cells in the size that it is set in, and its columns. */
interface FittedTable {
  flow: TableFlow
  cells: ShapedCell[][]
  widths: number[]
}

/** Returns a table in the largest letters in which it has room; nothing where they would be too small. */
function fitTo(flow: TableFlow, cells: ShapedCell[][], width: number, context: LayoutContext): FittedTable | undefined {
  const scale = width / Math.max(neededWidth(flow, cells), 1)
  if (scale >= 1 || flow.align.length < 2) return fittedTable(flow, cells, width)
  return scale >= SMALLEST ? fittedTable(...smaller(flow, scale, context), width) : undefined
}

function fittedTable(flow: TableFlow, cells: ShapedCell[][], width: number): FittedTable {
  return { flow, cells, widths: columnWidths(flow, cells, width) }
}

function smaller(flow: TableFlow, scale: number, { shaper }: LayoutContext): [TableFlow, ShapedCell[][]] {
  const small = scaleTable(flow, scale)
  return [small, shapeRows(small, shaper)]
}

/** Returns whether a table has many columns so narrow that a row of it becomes a tower. */
function isStrained({ flow, cells, widths }: FittedTable): boolean {
  if (flow.align.length < MANY_COLUMNS) return false
  return cells.some(row => row.some((cell, column) => linesIn(cell, widths[column]! - flow.padding.right) > HIGH_ROW))
}

/** Sets a table across a turned page, if it has room there. Returns how much of a page it fills too. */
function turn(
  flow: TableFlow,
  cells: ShapedCell[][],
  caption: (x: number, width: number) => Vert[],
  context: LayoutContext,
): { verts: Vert[]; pages: number; fill: number } | undefined {
  const { width, height } = context.turned!
  const inner: LayoutContext = { ...context, frameHeight: height }
  const fitted = fitTo(flow, cells, width, inner)
  if (!fitted) return undefined
  const verts = joined(caption(0, width), setTable(fitted, 0, width, inner))
  const fill = heightBetween(measure(verts), 0, verts.length) / height
  const pages = turnedPages(verts, context, flow.rtl)
  return { verts: pages, pages: pages.filter(vert => vert.t === 'box' || vert.t === 'float').length, fill }
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

function joined(list: Vert[], more: readonly Vert[]): Vert[] {
  append(list, more)
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
  const least = heightOfBoxes(rows.flat()) < context.frameHeight * SMALL_TABLE ? SMALL_TABLE_COST : 100
  rows.forEach((slices, index) => {
    if (index > 0) list.push({ t: 'break', cost: Math.max(least, rowBreakCost(index, rows.length, flow.headRows)) })
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

/** The head stays with the first rows, the last row with the one before it. */
function rowBreakCost(index: number, count: number, headRows: number): number {
  if (index <= headRows) return FORBIDDEN
  return index === headRows + 1 || index === count - 1 ? 3000 : 0
}

/** Part of a page: a table no higher than that is parted only where most of the page would stay empty. */
const SMALL_TABLE = 0.4
const SMALL_TABLE_COST = 4000

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
