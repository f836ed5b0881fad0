import { breakColumns } from './break-columns.js'
import type { Breakable, Fill, Room } from './column-ways.js'

/** Heights tried above the least one, a line apart. */
const TRIED = 6

/**
 * Makes the columns of a segment's last page about equally long: the least height in which they hold everything is found by
 * halving, and of that and a few greater ones the best is taken. Returns the fills, those of the last page changed.
 */
export function balanceColumns(
  list: Breakable,
  fills: readonly Fill[],
  columns: number,
  roomOf: (column: number) => Room,
  leading: number,
): readonly Fill[] {
  const first = Math.floor((fills.length - 1) / columns) * columns
  const last = fills.slice(first)
  if (last.length === 0) return fills
  const attempt = (height: number) => evenly(list, last[0]!, first, columns, roomOf, height)
  let best = { fills: last, score: scoreOf(last, columns, leading) }
  const tallest = Math.max(...last.map(fill => fill.height))
  const least = leastHeight(attempt, last.reduce((sum, fill) => sum + fill.height, 0) / columns, tallest)
  for (let tried = 0; tried <= TRIED; tried++) {
    const even = attempt(least + tried * leading)
    if (!even) continue
    const score = scoreOf(even, columns, leading) + tried
    if (score < best.score) best = { fills: even, score }
  }
  const relaxed = spreadOf(best.fills, columns) > leading + 0.5
  const marked = best.fills.map((fill, index) =>
    relaxed && index === 0 ? { ...fill, relaxed: [...fill.relaxed, 'unbalanced' as const] } : fill,
  )
  return [...fills.slice(0, first), ...marked]
}

type Attempt = (height: number) => Fill[] | undefined

/** Returns the least height, to half a point, in which everything fits; the tallest where none does. */
function leastHeight(attempt: Attempt, low: number, high: number): number {
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    const even = attempt(middle)
    if (even?.every(fill => fill.relaxed.length === 0)) high = middle
    else low = middle
  }
  return high
}

function evenly(
  list: Breakable,
  start: Fill,
  first: number,
  columns: number,
  roomOf: (column: number) => Room,
  height: number,
): Fill[] | undefined {
  const room = (column: number): Room => {
    const whole = roomOf(first + column)
    return { ...whole, text: Math.min(height, whole.text) }
  }
  return breakColumns({ ...list, even: true }, start.from, room, columns)
}

/** What a setting lacks: rules broken weigh most, then columns that differ by more than a line. */
function scoreOf(fills: readonly Fill[], columns: number, leading: number): number {
  const relaxed = fills.reduce((sum, fill) => sum + fill.relaxed.length, 0)
  const lines = spreadOf(fills, columns) / leading
  return relaxed * 100 + (lines > 1.05 ? 10 + lines : 0)
}

/** Returns by how much the columns differ in height. Points. */
function spreadOf(fills: readonly Fill[], columns: number): number {
  const heights = fills.map(fill => fill.height)
  while (heights.length < columns) heights.push(0)
  return Math.max(...heights) - Math.min(...heights)
}
