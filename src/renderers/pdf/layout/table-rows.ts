import type { TableFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'
import { baselineOf, lineBox } from './line-box.js'
import { setParagraph } from './paragraph.js'
import type { ShapedCell } from './table-cells.js'
import type { Box, Op } from './vertical.js'

/** Where the columns of a table stand, points. */
export interface TableColumns {
  x: number
  lefts: number[]
  widths: readonly number[]
  total: number
}

/** A row's rule below depends on where it stands: the table's own edge closes the last. */
export type RowKind = 'head' | 'body' | 'last'

/** Places columns beside each other, the first at the right in a table that runs from there. */
export function placeColumns(flow: TableFlow, x: number, width: number, widths: readonly number[]): TableColumns {
  const total = widths.reduce((sum, each) => sum + each, 0)
  const order = widths.map((_, index) => (flow.rtl ? widths.length - 1 - index : index))
  const left = flow.rtl ? x + Math.max(0, width - total) : x
  const lefts: number[] = []
  let at = left
  for (const column of order) {
    lefts[column] = at
    at += widths[column]!
  }
  return { x: left, lefts, widths, total }
}

/** Sets one row. One that would fill most of a page comes in slices of a few lines, between which a page may end. */
export function setRow(
  flow: TableFlow,
  cells: readonly ShapedCell[],
  columns: TableColumns,
  context: LayoutContext,
  kind: RowKind,
): Box[] {
  const boxes = cells.map((cell, column) => setCell(flow, cell, columns, column, context))
  const tallest = Math.max(flow.leading, ...boxes.map(heightOfBoxes))
  const limit = tallest > context.frameHeight * 0.5 ? flow.leading * 4 : tallest
  const count = Math.max(1, Math.ceil(tallest / limit - 0.001))
  return Array.from({ length: count }, (_, slice) => {
    const parts = boxes.map(lines => linesBetween(lines, slice * limit, (slice + 1) * limit))
    const ends = { first: slice === 0, last: slice === count - 1 }
    return rowBox(flow, parts, columns, ends, kind)
  })
}

/** Returns the height of boxes below each other. */
export function heightOfBoxes(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box) => sum + box.height, 0)
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
  columns: TableColumns,
  column: number,
  context: LayoutContext,
): Box[] {
  const { padding } = flow
  const last = column === flow.align.length - 1
  const room = columns.widths[column]! - padding.left - (last ? 0 : padding.right) - cell.endRoom
  const lines = setParagraph(cell.tokens, {
    width: Math.max(room, 4) + 0.01,
    align: lineAlign(flow.align[column]!, flow.rtl),
    rtl: flow.rtl,
    firstLine: 0,
    balance: false,
    hyphenator: context.hyphenator(flow.hyphenate),
  })
  // The padding after a cell lies at its left where rows run from the right.
  const before = flow.rtl && !last ? padding.right : padding.left
  const above = baselineOf(lines, flow.leading)
  return lines.map(line => lineBox(line, columns.lefts[column]! + before, flow.leading, above))
}

/** Left and right are sides of the paper, start and end of the text. */
function lineAlign(align: TableFlow['align'][number], rtl: boolean): 'start' | 'center' | 'end' {
  if (align === 'start' || align === 'center') return align
  return (align === 'right') !== rtl ? 'end' : 'start'
}

function rowBox(
  flow: TableFlow,
  cells: readonly (readonly Box[])[],
  columns: TableColumns,
  ends: { first: boolean; last: boolean },
  kind: RowKind,
): Box {
  const top = ends.first ? flow.padding.top : 0
  const height = Math.max(flow.leading, ...cells.map(heightOfBoxes))
  const total = top + height + (ends.last ? flow.padding.bottom : 0)
  const ops: Op[] = rowRules(flow, columns, total, ends.last, kind)
  for (const lines of cells) {
    // Heads stand on the line above their figures, other cells at the top of their row.
    let at = top + (kind === 'head' ? height - heightOfBoxes(lines) : 0)
    for (const line of lines) {
      for (const op of line.ops) ops.push({ ...op, y: op.y + at })
      at += line.height
    }
  }
  return {
    t: 'box',
    height: total,
    baseline: top + (cells[0]?.[0]?.baseline ?? flow.leading),
    ops,
    notes: cells.flatMap(lines => lines.flatMap(line => line.notes)),
  }
}

function rowRules(flow: TableFlow, { x, total: width }: TableColumns, height: number, ends: boolean, kind: RowKind) {
  const rules: Op[] = []
  const push = (y: number, tall: number, colour: string) =>
    rules.push({ k: 'rule', x, y, width, height: tall, colour, tag: 'Layout' })
  if (kind === 'head' && flow.headBackground) push(0, height, flow.headBackground)
  const rule = { head: flow.headRule, body: flow.rowRule, last: undefined }[kind]
  if (ends && rule) push(height - rule.width / 2, rule.width, rule.colour)
  return rules
}
