import { columnWidths, neededWidth, type ShapedCell, shapeRows } from './column-widths.js'
import type { TableFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'
import { lineBox } from './line-box.js'
import { setParagraph } from './paragraph.js'
import { bandsOf, pickColumns, scaleTable } from './table-bands.js'
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

/**
 * Lays a table out row by row; its head is set again on each page that the table reaches. One that is too wide for the
 * measure is set smaller, and one too wide even so in bands of columns below each other.
 */
export function layOutTable(flow: TableFlow, x: number, width: number, context: LayoutContext): Vert[] {
  if (flow.align.length === 0 || flow.rows.length === 0) return []
  const cells = shapeRows(flow, context.shaper)
  const scale = width / Math.max(neededWidth(flow, cells), 1)
  if (scale >= 1 || flow.align.length < 2) return setTable(flow, cells, x, width, context)
  const small = scaleTable(flow, Math.max(scale, SMALLEST))
  const smallCells = shapeRows(small, context.shaper)
  if (scale >= SMALLEST) return setTable(small, smallCells, x, width, context)
  const list: Vert[] = []
  bandsOf(small, smallCells, width).forEach((columns, index) => {
    if (index > 0) {
      addBreak(list, 0)
      addSkip(list, 10)
    }
    const band = pickColumns(small, columns, index > 0)
    append(list, setTable(band, shapeRows(band, context.shaper), x, width, context))
  })
  return list
}

/** The least part of its size that a table is set in before it is cut into bands. */
const SMALLEST = 0.76

function setTable(
  flow: TableFlow,
  cells: readonly (readonly ShapedCell[])[],
  x: number,
  width: number,
  context: LayoutContext,
): Vert[] {
  const columns = columnWidths(flow, cells, width)
  const total = columns.reduce((sum, column) => sum + column, 0)
  const rows = cells.map((row, index) => setRow(flow, row, columns, x, context, rowKind(index, flow)))
  const head = rows.slice(0, flow.headRows).flat()
  const panel: Panel = { x, width: Math.max(total, width), top: flow.top, bottom: flow.bottom, closed: true, bleed: 0 }
  if (head.length > 0 && heightOfBoxes(head) < context.frameHeight / 3) {
    panel.repeat = { height: heightOfBoxes(head), ops: stacked(head) }
  }
  const list: Vert[] = [{ t: 'open', panel }]
  rows.forEach((slices, index) => {
    if (index > 0) list.push({ t: 'break', cost: rowBreakCost(index, rows.length, flow.headRows) })
    slices.forEach((slice, part) => {
      if (part > 0) list.push({ t: 'break', cost: part === 1 || part === slices.length - 1 ? WIDOW_COST : 500 })
      list.push(slice)
    })
  })
  list.push({ t: 'close', panel })
  return list
}

/** A row's rule below depends on where it stands: the table's own edge closes the last. */
type RowKind = 'head' | 'body' | 'last'

function rowKind(index: number, flow: TableFlow): RowKind {
  return index < flow.headRows ? 'head' : index === flow.rows.length - 1 ? 'last' : 'body'
}

/** The head stays with the first rows, the last row with the one before it. */
function rowBreakCost(index: number, count: number, headRows: number): number {
  if (index <= headRows) return FORBIDDEN
  if (index === headRows + 1 || index === count - 1) return 3000
  return 100
}

function heightOfBoxes(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => sum + box.height, 0)
}

function stacked(boxes: readonly Box[]): Op[] {
  let top = 0
  return boxes.flatMap(box => {
    const ops = box.ops.map(op => ({ ...op, y: op.y + top }))
    top += box.height
    return ops
  })
}

/** Sets one row. A row that no page could hold is cut into slices between its lines. */
function setRow(
  flow: TableFlow,
  cells: readonly ShapedCell[],
  columns: readonly number[],
  x: number,
  context: LayoutContext,
  kind: RowKind,
): Box[] {
  const { leading } = flow
  const order = flow.rtl ? columns.map((_, index) => columns.length - 1 - index) : columns.map((_, index) => index)
  const lefts: number[] = []
  let at = x
  for (const column of order) {
    lefts[column] = at
    at += columns[column]!
  }
  const boxes = cells.map((cell, column) => setCell(flow, cell, lefts[column]!, columns[column]!, column, context))
  const tallest = Math.max(leading, ...boxes.map(heightOfBoxes))
  // A row that would fill most of a page may end anywhere: it is cut every few lines.
  const limit = tallest > context.frameHeight * 0.5 ? leading * 4 : tallest
  const slices: Box[] = []
  const count = Math.max(1, Math.ceil(tallest / limit - 0.001))
  for (let slice = 0; slice < count; slice++) {
    const parts = boxes.map(lines => linesBetween(lines, slice * limit, (slice + 1) * limit))
    const height = Math.max(leading, ...parts.map(heightOfBoxes))
    slices.push(rowBox(flow, parts, height, x, at - x, slice === 0, slice === count - 1, kind))
  }
  return slices
}

/** Returns the lines whose top lies in a stretch of the cell's height. */
function linesBetween(lines: readonly Box[], from: number, to: number): Box[] {
  let top = 0
  return lines.filter(line => {
    const inside = top >= from && top < to
    top += line.height
    return inside
  })
}

function setCell(
  flow: TableFlow,
  cell: ShapedCell,
  left: number,
  width: number,
  column: number,
  context: LayoutContext,
): Box[] {
  const { padding } = flow
  const last = column === flow.align.length - 1
  const room = width - padding.left - (last ? 0 : padding.right)
  const align = flow.align[column]!
  const lines = setParagraph(cell.tokens, {
    width: Math.max(room, 4) + 0.01,
    align: align === 'center' ? 'center' : (align === 'right') !== flow.rtl ? 'end' : 'start',
    rtl: flow.rtl,
    firstLine: 0,
    balance: false,
    hyphenator: context.hyphenator(flow.hyphenate),
  })
  return lines.map(line => lineBox(line, left + padding.left, flow.leading))
}

function rowBox(
  flow: TableFlow,
  cells: readonly (readonly Box[])[],
  height: number,
  x: number,
  width: number,
  first: boolean,
  last: boolean,
  kind: RowKind,
): Box {
  const { padding } = flow
  const top = first ? padding.top : 0
  const bottom = last ? padding.bottom : 0
  const head = kind === 'head'
  const rule = { head: flow.headRule, body: flow.rowRule, last: undefined }[kind]
  const total = top + height + bottom
  const ops: Op[] = []
  const rules: Op[] = []
  if (head && flow.headBackground)
    rules.push({ k: 'rule', x, y: 0, width, height: total, colour: flow.headBackground, tag: 'Layout' })
  if (last && rule)
    rules.push({
      k: 'rule',
      x,
      y: total - rule.width / 2,
      width,
      height: rule.width,
      colour: rule.colour,
      tag: 'Layout',
    })
  for (const lines of cells) {
    // Heads stand on the line above their figures, other cells at the top of their row.
    let at = top + (head ? height - heightOfBoxes(lines) : 0)
    for (const line of lines) {
      for (const op of line.ops) ops.push({ ...op, y: op.y + at })
      at += line.height
    }
  }
  return {
    t: 'box',
    height: total,
    baseline: top + (cells[0]?.[0]?.baseline ?? flow.leading),
    ops: [...rules, ...ops],
    notes: cells.flatMap(lines => lines.flatMap(line => line.notes)),
  }
}
