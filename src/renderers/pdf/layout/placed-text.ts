import type { Fragment } from '../text/fragment.js'
import type { Span } from '../text/span.js'

/**
 * Fragments at their places, in columns that many lines share: a document has hundreds of thousands of them, and columns of
 * its own for each line would take as much memory again. Lengths are points.
 */
export interface PlacedRows {
  fragment: Fragment[]
  /** Whose text each is. */
  span: Span[]
  /** From the line's left edge. */
  x: Float64Array
  width: Float64Array
  /** Added after each glyph to fill the line. */
  spacing: Float64Array
  count: number
}

/** What stands in a line: the rows from one on, up to another. Logical order is kept; `x` is what is seen. */
export interface PlacedText {
  rows: PlacedRows
  from: number
  to: number
}

const ROWS = 4096

function makeRows(count: number): PlacedRows {
  return {
    fragment: new Array<Fragment>(count),
    span: new Array<Span>(count),
    x: new Float64Array(count),
    width: new Float64Array(count),
    spacing: new Float64Array(count),
    count: 0,
  }
}

/** Rows that are not taken yet. Lines hold on to those that they stand in, and nothing else does. */
let open = makeRows(0)

/** Returns columns with room for so many more rows. What is added by `addRow` is taken; the rest stays open for the next line. */
export function roomFor(count: number): PlacedRows {
  if (open.count + count > open.x.length) open = makeRows(Math.max(ROWS, count))
  return open
}

/** Adds a row, for which there must be room: at 0, without a width, until that is written. Returns which it is. */
export function addRow(rows: PlacedRows, fragment: Fragment, span: Span): number {
  const at = rows.count++
  rows.fragment[at] = fragment
  rows.span[at] = span
  return at
}

/** Returns a line without anything in it. */
export function nothingPlaced(): PlacedText {
  const rows = roomFor(0)
  return { rows, from: rows.count, to: rows.count }
}

/** Returns one fragment at its place. */
export function placeOne(fragment: Fragment, span: Span, x: number, width: number): PlacedText {
  const rows = roomFor(1)
  const at = addRow(rows, fragment, span)
  rows.x[at] = x
  rows.width[at] = width
  return { rows, from: at, to: rows.count }
}

/** Moves what stands in a line, and returns it. */
export function shifted(placed: PlacedText, x: number): PlacedText {
  for (let at = placed.from; at < placed.to; at++) placed.rows.x[at]! += x
  return placed
}

/** Returns a line again with what `spanOf` makes of each row's span: a row of which it makes nothing is left out. */
export function replaced({ rows, from, to }: PlacedText, spanOf: (span: Span) => Span | undefined): PlacedText {
  const copy = roomFor(to - from)
  const start = copy.count
  for (let at = from; at < to; at++) {
    const span = spanOf(rows.span[at]!)
    if (!span) continue
    const row = addRow(copy, rows.fragment[at]!, span)
    copy.x[row] = rows.x[at]!
    copy.width[row] = rows.width[at]!
    copy.spacing[row] = rows.spacing[at]!
  }
  return { rows: copy, from: start, to: copy.count }
}
