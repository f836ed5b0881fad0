import type { TableFlow } from './flow.js'
import type { Piece, ShapedCell } from './table-cells.js'

/** Points: what a column is given for a word at the least; longer ones are divided. */
const LONGEST_WORD = 64
/** Points: how far columns are moved apart beyond what they need. */
const APART = 56
/** A table that fills the measure to this part is drawn out to it whatever its columns need. */
const NEARLY_FULL = 0.75
/** Tables of more columns, and rows beyond these, are not tried out: they are shared out by rule. */
const MOST_COLUMNS = 14
const MOST_ROWS = 60

/** What one column needs, points without padding. */
interface Column {
  /** The least it can be given: its figures and its words of usual length. */
  floor: number
  /** Its longest word, and its longest line. */
  min: number
  max: number
}

function columnsOf(flow: TableFlow, cells: readonly (readonly ShapedCell[])[]): Column[] {
  return flow.align.map((_, index) => {
    const column: Column = { floor: 0, min: 0, max: 0 }
    for (const row of cells) {
      const cell = row[index]!
      // A hundredth of a point, because sums of widths are not exact.
      column.min = Math.max(column.min, cell.min + 0.01)
      column.max = Math.max(column.max, cell.max + 0.01)
      column.floor = Math.max(column.floor, cell.whole ? cell.min + 0.01 : Math.min(cell.min + 0.01, LONGEST_WORD))
    }
    return column
  })
}

/** Returns the narrowest measure in which no figure and no word of usual length is cut. */
export function neededWidth(flow: TableFlow, cells: readonly (readonly ShapedCell[])[]): number {
  const { left, right } = flow.padding
  return columnsOf(flow, cells).reduce((sum, column) => sum + column.floor + left + right, -right)
}

/**
 * Returns the widths of the columns, padding included. Each is as wide as its widest line where all fit; else they share
 * the measure so that the table is as low as can be, with no figure broken and no word where that can be helped.
 */
export function columnWidths(flow: TableFlow, cells: readonly (readonly ShapedCell[])[], width: number): number[] {
  const count = flow.align.length
  const padding = flow.padding.left + flow.padding.right
  const columns = columnsOf(flow, cells)
  const gaps = padding * count - flow.padding.right
  const room = Math.max(width - gaps, count * 4)
  const wished = sum(columns.map(column => column.max))
  const inner = wished <= room ? loosened(columns, room) : shared(columns, cells, room)
  return inner.map((value, column) => value + padding - (column === count - 1 ? flow.padding.right : 0))
}

/** All as wide as their widest line, and evenly apart: across the measure unless that would tear the table asunder. */
function loosened(columns: readonly Column[], room: number): number[] {
  const needed = sum(columns.map(column => column.max))
  const even = (room - needed) / columns.length
  const full = needed + APART * columns.length >= room * NEARLY_FULL
  return columns.map(({ max }) => max + (full ? even : Math.min(even, APART)))
}

function shared(columns: readonly Column[], cells: readonly (readonly ShapedCell[])[], room: number): number[] {
  const mins = columns.map(column => column.min)
  const floors = columns.map(column => column.floor)
  const base = sum(mins) <= room ? mins : floors
  if (sum(base) > room) return squeezed(floors, room)
  const lacks = columns.map(({ max }, index) => max - base[index]!)
  const start = given(base, lacks, room - sum(base))
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return start
  const rows = longestRows(cells)
  const moved = lowest(start, floors, rows)
  return evened(spread(pooled(moved, cells, rows), cells), floors, cells, rows)
}

/** Columns of figures that are much alike get one width, unless the table grows by it. */
function evened(
  widths: number[],
  floors: readonly number[],
  cells: readonly (readonly ShapedCell[])[],
  rows: readonly (readonly ShapedCell[])[],
): number[] {
  const alike = widths.map((_, column) => cells.every(row => row[column]!.whole || row === cells[0]))
  const members = widths.filter((_, column) => alike[column])
  const mean = sum(members) / Math.max(1, members.length)
  const even = widths.map((width, column) => (alike[column] ? mean : width))
  if (even.some((width, column) => width < floors[column]!)) return widths
  const height = (list: readonly number[]) =>
    sum(rows.map(row => Math.max(...row.map((cell, column) => cellCost(cell, list[column]!)))))
  return height(even) <= height(widths) ? even : widths
}

/** Where not even the words fit, all shrink alike and words are cut. */
function squeezed(floors: readonly number[], room: number): number[] {
  const even = room / floors.length
  const small = floors.map(floor => Math.min(floor, even))
  const lack = floors.map((floor, column) => floor - small[column]!)
  const rest = room - sum(small)
  return small.map((value, column) => value + (rest * lack[column]!) / Math.max(sum(lack), 0.001))
}

/** Gives out `rest` to none more than it lacks; the square root keeps one very long column from taking everything. */
function given(base: readonly number[], lacks: readonly number[], rest: number): number[] {
  const widths = [...base]
  for (let round = 0; round < base.length && rest > 0.01; round++) {
    const open = lacks.map((lack, index) => (widths[index]! < base[index]! + lack - 0.001 ? Math.sqrt(lack) : 0))
    const total = sum(open)
    if (total === 0) break
    const part = rest / total
    rest = 0
    open.forEach((weight, index) => {
      const wish = widths[index]! + part * weight
      const limited = Math.min(wish, base[index]! + lacks[index]!)
      rest += wish - limited
      widths[index] = limited
    })
  }
  return widths.map(value => value + rest / base.length)
}

function longestRows(cells: readonly (readonly ShapedCell[])[]): readonly (readonly ShapedCell[])[] {
  if (cells.length <= MOST_ROWS) return cells
  const length = (row: readonly ShapedCell[]) => row.reduce((total, cell) => total + cell.max, 0)
  return [...cells].sort((a, b) => length(b) - length(a)).slice(0, MOST_ROWS)
}

/** Moves room from column to column, in ever smaller steps, as long as the table gets lower. */
function lowest(
  start: readonly number[],
  floors: readonly number[],
  rows: readonly (readonly ShapedCell[])[],
): number[] {
  const widths = [...start]
  const lines = widths.map((width, column) => rows.map(row => cellCost(row[column]!, width)))
  let cost = tableCost(lines)
  for (let step = sum(start) / 5; step >= 3; step /= 1.7) {
    for (let moves = 0; moves < widths.length; moves++) {
      const before = cost
      for (const [from, taken] of widths.entries()) {
        if (taken - step < floors[from]!) continue
        for (const to of widths.keys()) {
          if (to === from || widths[from]! - step < floors[from]!) continue
          const narrower = rows.map(row => cellCost(row[from]!, widths[from]! - step))
          const wider = rows.map(row => cellCost(row[to]!, widths[to]! + step))
          const trial = lines.map((column, index) => (index === from ? narrower : index === to ? wider : column))
          const found = tableCost(trial)
          if (found >= cost - 0.001) continue
          cost = found
          lines[from] = narrower
          lines[to] = wider
          widths[from]! -= step
          widths[to]! += step
        }
      }
      if (cost >= before - 0.001) break
    }
  }
  return widths
}

/** Lines that a cell takes, and more for each word that is cut. */
function cellCost(cell: ShapedCell, width: number): number {
  return linesOf(cell.pieces, width - cell.endRoom).cost
}

/** Returns how many lines a cell takes in a width, points. */
export function linesIn(cell: ShapedCell, width: number): number {
  return Math.floor(cellCost(cell, width))
}

/** The height of a table in lines. Lines that do not make their row higher count a little. */
function tableCost(lines: readonly (readonly number[])[]): number {
  let cost = 0
  for (let row = 0; row < lines[0]!.length; row++) {
    let tallest = 0
    for (const column of lines) {
      const height = column[row]!
      if (height > tallest) tallest = height
      cost += height * 0.05
    }
    cost += tallest
  }
  return cost
}

/** Counts the lines of a cell, each filled as far as it goes, and measures the longest. */
function linesOf(pieces: readonly Piece[], width: number): { cost: number; longest: number } {
  let cost = 1
  let longest = 0
  let line = 0
  let space = 0
  let started = false
  for (const piece of pieces) {
    if (started && line + space + piece.width > width) {
      cost++
      line = 0
      space = 0
    }
    if (piece.width > width) cost += Math.ceil(piece.width / width) + 2
    line += space + piece.width
    space = piece.space
    started = true
    longest = Math.max(longest, line)
    if (!piece.ends) continue
    started = false
    line = 0
    space = 0
    if (piece !== pieces.at(-1)) cost++
  }
  return { cost, longest }
}

/**
 * Gives what no line of any column fills to the one column that makes the table lowest by it, as long as there is one: what
 * single columns have to spare is often too little to end a line of another.
 */
function pooled(
  widths: readonly number[],
  cells: readonly (readonly ShapedCell[])[],
  rows: readonly (readonly ShapedCell[])[],
): readonly number[] {
  const linesAt = (column: number, width: number) => rows.map(row => cellCost(row[column]!, width))
  const used = usedWidths(widths, cells)
  const spare = sum(widths) - sum(used)
  const lines = used.map((width, column) => linesAt(column, width))
  let best = widths
  let cost = tableCost(lines) - 0.001
  for (const [column, width] of used.entries()) {
    const found = tableCost(lines.with(column, linesAt(column, width + spare)))
    if (found >= cost) continue
    cost = found
    best = used.with(column, width + spare)
  }
  return best === widths ? widths : pooled(best, cells, rows)
}

/** What no line of a column fills is shared by all of them as space between. */
function spread(widths: readonly number[], cells: readonly (readonly ShapedCell[])[]): number[] {
  const used = usedWidths(widths, cells)
  const spare = sum(widths) - sum(used)
  return used.map(width => width + spare / widths.length)
}

/** What the lines of each column take of its width. */
function usedWidths(widths: readonly number[], cells: readonly (readonly ShapedCell[])[]): number[] {
  return widths.map((width, column) => {
    const longest = cells.map(row => linesOf(row[column]!.pieces, width - row[column]!.endRoom).longest)
    const needed = longest.map((line, row) => line + cells[row]![column]!.endRoom + 0.01)
    return Math.min(
      width,
      needed.reduce((widest, line) => Math.max(widest, line), 0),
    )
  })
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0)
}
