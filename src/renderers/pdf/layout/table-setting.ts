import { columnWidths, linesIn, neededWidth } from './column-widths.js'
import type { TableFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'
import { bandsOf, scaleTable } from './table-bands.js'
import { type ShapedCell, shapeRows } from './table-cells.js'

/** How a table is set: upright in the measure, on pages turned sideways, or in bands of its columns below each other. */
export type TableSetting =
  | { how: 'upright' | 'turned'; table: FittedTable }
  | { how: 'bands'; flow: TableFlow; bands: number[][] }

/** A table in the letters that it is set in, its cells, and the widths of its columns. */
export interface FittedTable {
  flow: TableFlow
  cells: ShapedCell[][]
  widths: number[]
}

/** The least part of its size that a table is set in before it is turned or cut into bands. */
const SMALLEST = 0.76
/** And in a column before it is set across all of them, where fewer places are left for it. */
const IN_COLUMN = 0.9
/** Lines: a table with a row so high, in columns so many, reads better across a turned page; across columns, sooner. */
const TOWER = { lines: 6, columns: 5 }
const CRAMPED = [
  { lines: 5, columns: 4 },
  { lines: 2, columns: 6 },
]
/** Turned pages that such a table may take: on a small page it would take one for every row or two. */
const MOST_PAGES = 4
/** A turned table that fills less of its page is better cut into bands, if they are not too many. */
const WORTH_A_PAGE = 0.4
const MOST_BANDS = 3

/** Chooses how a table is set in a measure, points. The same for the same table, however often it is asked. */
export function settleTable(flow: TableFlow, width: number, context: LayoutContext): TableSetting {
  const cells = shapeRows(flow, context.shaper)
  const turned = flow.turns && context.turned ? turnedTable(flow, cells, context) : undefined
  if (turned) return { how: 'turned', table: turned }
  const table = fitTo(flow, cells, width, context)
  if (table) return { how: 'upright', table }
  const [small, smallCells] = smaller(flow, SMALLEST, context)
  return { how: 'bands', flow: small, bands: bandsOf(small, smallCells, width) }
}

/** Returns whether a table in columns of text wants the width of all of them. */
export function spansColumns(flow: TableFlow, width: number, context: LayoutContext): boolean {
  const setting = settleTable(flow, width, context)
  if (setting.how !== 'upright') return setting.how === 'bands'
  return setting.table.flow.leading < flow.leading * IN_COLUMN || CRAMPED.some(limit => hasRow(setting.table, limit))
}

/** Returns a table fitted to columns of its own. */
export function fittedTable(flow: TableFlow, cells: ShapedCell[][], width: number): FittedTable {
  return { flow, cells, widths: columnWidths(flow, cells, width) }
}

/** Returns a table in the largest letters in which it has room; nothing where they would be too small. */
function fitTo(flow: TableFlow, cells: ShapedCell[][], width: number, context: LayoutContext): FittedTable | undefined {
  const scale = width / Math.max(neededWidth(flow, cells), 1)
  if (scale >= 1 || flow.align.length < 2) return fittedTable(flow, cells, width)
  return scale >= SMALLEST ? fittedTable(...smaller(flow, scale, context), width) : undefined
}

function smaller(flow: TableFlow, scale: number, { shaper }: LayoutContext): [TableFlow, ShapedCell[][]] {
  const small = scaleTable(flow, scale)
  return [small, shapeRows(small, shaper)]
}

/** Returns a table fitted to turned pages, if that is how it reads best. */
function turnedTable(flow: TableFlow, cells: ShapedCell[][], context: LayoutContext): FittedTable | undefined {
  const { width, height, measure } = context.turned!
  const upright = fitTo(flow, cells, measure, context)
  if (upright && !hasRow(upright, TOWER)) return undefined
  const turned = fitTo(flow, cells, width, context)
  if (!turned) return undefined
  const rows = rowHeights(turned)
  if (upright) return pagesFor(rows, height) <= MOST_PAGES ? turned : undefined
  const fill = rows.reduce((sum, row) => sum + row, 0) / height
  return fill >= WORTH_A_PAGE || bandsOf(...smaller(flow, SMALLEST, context), measure).length > MOST_BANDS
    ? turned
    : undefined
}

function hasRow(table: FittedTable, limit: { lines: number; columns: number }): boolean {
  return table.flow.align.length >= limit.columns && rowLines(table).some(lines => lines > limit.lines)
}

function rowLines({ flow, cells, widths }: FittedTable): number[] {
  const { left, right } = flow.padding
  const rooms = widths.map((width, at) => width - left - (at === widths.length - 1 ? 0 : right))
  return cells.map(row => Math.max(1, ...row.map((cell, at) => linesIn(cell, rooms[at]!))))
}

function rowHeights(table: FittedTable): number[] {
  const { leading, padding } = table.flow
  return rowLines(table).map(lines => lines * leading + padding.top + padding.bottom)
}

function pagesFor(rows: readonly number[], height: number): number {
  let pages = 1
  let used = 0
  for (const row of rows) {
    if (used > 0 && used + row > height) {
      pages++
      used = 0
    }
    used += row
  }
  return pages
}
