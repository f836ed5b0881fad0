import type { DecimalSign } from '../../table-figures.js'
import type { Fragment } from '../text/fragment.js'
import { type Shaper, shapeSpans } from '../text/shape-spans.js'
import { LINE_BREAK, SPACE, type Tokens } from '../text/tokens.js'
import type { CellFlow, TableFlow } from './flow.js'

/** A cell's text, shaped once. Widths are points. */
export interface ShapedCell {
  tokens: Tokens
  pieces: Piece[]
  /** The narrowest and the widest setting: its longest word, its longest line. */
  min: number
  max: number
  /** A figure: it is never broken. */
  whole: boolean
  /** Room kept free at the right, so that decimal signs stand below each other. */
  endRoom: number
}

/** What no line end goes through, with the space after it. */
export interface Piece {
  width: number
  space: number
  /** The line ends here in any case. */
  ends: boolean
}

/** Shapes every cell of a table. */
export function shapeRows(flow: TableFlow, shaper: Shaper): ShapedCell[][] {
  const rows = flow.rows.map(row => row.cells.map(cell => shapeCell(cell, shaper)))
  flow.decimals.forEach((sign, column) => {
    if (sign)
      alignDecimals(
        rows.slice(flow.headRows).map(row => row[column]!),
        sign,
      )
  })
  return rows
}

function shapeCell({ spans, whole }: CellFlow, shaper: Shaper): ShapedCell {
  const tokens = shapeSpans(spans, shaper)
  const pieces = piecesOf(tokens)
  const max = longestLine(pieces)
  const min = whole ? max : pieces.reduce((widest, piece) => Math.max(widest, piece.width), 0)
  return { tokens, pieces, min, max, whole, endRoom: 0 }
}

function piecesOf(tokens: Tokens): Piece[] {
  const { kind, breakAfter, count } = tokens
  const pieces: Piece[] = []
  let width = 0
  const close = (space: number, ends: boolean) => {
    pieces.push({ width, space, ends })
    width = 0
  }
  for (let i = 0; i < count; i++) {
    if (kind[i] === LINE_BREAK) close(0, true)
    else if (kind[i] === SPACE && breakAfter[i]) close(tokens.width(i), false)
    else {
      width += tokens.width(i)
      if (breakAfter[i]) close(0, false)
    }
  }
  if (width > 0) close(0, true)
  return pieces
}

function longestLine(pieces: readonly Piece[]): number {
  let longest = 0
  let line = 0
  for (const { width, space, ends } of pieces) {
    longest = Math.max(longest, line + width)
    line = ends ? 0 : line + width + space
  }
  return longest
}

/** Moves each figure of a column so far from the right edge that its decimal sign stands below the others. */
function alignDecimals(cells: readonly ShapedCell[], sign: DecimalSign): void {
  const tails = cells.map(cell => (cell.tokens.count > 0 ? tailOf(cell.tokens, sign) : undefined))
  const longest = Math.max(0, ...tails.map(tail => tail ?? 0))
  cells.forEach((cell, index) => {
    if (tails[index] === undefined) return
    cell.endRoom = longest - tails[index]
    cell.min += cell.endRoom
    cell.max += cell.endRoom
  })
}

/** Returns the width of a figure from its decimal sign on; 0 where it has none. */
function tailOf(tokens: Tokens, sign: DecimalSign): number {
  let width = 0
  for (let i = tokens.count - 1; i >= 0; i--) {
    const fragment = tokens.fragment[i]!
    const at = fragment.source.lastIndexOf(sign)
    if (at >= 0) return width + widthFrom(fragment, at)
    width += tokens.width(i)
  }
  return 0
}

function widthFrom({ glyphs, scale, tracking }: Fragment, at: number): number {
  let width = 0
  for (let i = 0; i < glyphs.count; i++) if (glyphs.cluster(i) >= at) width += glyphs.advance(i) * scale + tracking
  return width
}
