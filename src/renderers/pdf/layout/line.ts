import { visualOrder } from '../text/bidi.js'
import type { Fragment } from '../text/fragment.js'
import { BOX, GLUE, type Items, PENALTY, PRINTED } from '../text/items.js'
import { partOf } from '../text/shape-spans.js'
import { addRow, type PlacedRows, type PlacedText, roomFor } from './placed-text.js'

/** One line of a paragraph, ready to be painted. */
export interface Line {
  placed: PlacedText
  /** Points between the line's left edge and its ink, and the ink's width. */
  left: number
  width: number
  hyphenated: boolean
  /** How far it is stretched (above 0) or shrunk, 1 being all that its spaces and letters offer. */
  ratio: number
  /** The same of its spaces alone, which take what is too much for the letters. */
  spaceRatio: number
}

export type LineAlign = 'start' | 'end' | 'center' | 'justify'

/** How a line is filled. Lengths are points. */
export interface FillWish {
  width: number
  align: LineAlign
  rtl: boolean
  last: boolean
}

/** The rows of the line in work, and where they begin. */
let rows: PlacedRows = roomFor(0)
let first = 0

/** What the line in work is made of, in order: fragments by their row, and blanks without any (-1). */
let count = 0
let rowAt = new Int32Array(256)
let widths = new Float64Array(256)
let stretches = new Float64Array(256)
let shrinks = new Float64Array(256)
let isSpace = new Uint8Array(256)

/** Makes the line between two breaks: joins the parts of words again, shapes those that were divided, fills the measure. */
export function makeLine(items: Items, start: number, to: number, wish: FillWish): Line {
  const hyphenated = items.hyphen[to] === PRINTED
  rows = roomFor(to - start + 1)
  first = rows.count
  count = 0
  let word: Fragment | undefined
  let from = 0
  let until = 0
  for (let i = start; i < to; i++) {
    const kind = items.kind[i]!
    if (kind === PENALTY) continue
    const fragment = items.fragment[i]
    if (kind === BOX && word !== undefined && fragment === word && until === items.from[i]) {
      until = items.to[i]!
      widths[count - 1] = fragment.width
      stretches[count - 1]! += items.stretch[i]!
      shrinks[count - 1]! += items.shrink[i]!
      continue
    }
    if (word !== undefined) cutPiece(from, until, false)
    word = kind === BOX ? fragment : undefined
    from = items.from[i]!
    until = items.to[i]!
    addEntry(items, i, fragment ? rows.count : -1)
    if (fragment) addRow(rows, fragment, items.span[i]!, 0, 0)
  }
  if (word !== undefined) cutPiece(from, until, hyphenated)
  // The space at which a line ends is kept, so that readers do not join two words; it takes no room.
  const trailing = items.fragment[to]
  if (trailing) {
    addBlank(rows.count)
    addRow(rows, trailing, items.span[to]!, 0, 0)
  }
  const placed: PlacedText = { rows, from: first, to: rows.count }
  const line = fill(items.hangStart[start]!, items.endHang[to]!, wish, hyphenated, placed)
  setPlaces(line.left - (wish.rtl ? items.endHang[to]! : items.hangStart[start]!), wish.rtl)
  return line
}

function addEntry(items: Items, i: number, fragment: number): void {
  addBlank(fragment)
  const at = count - 1
  widths[at] = items.width[i]!
  stretches[at] = items.stretch[i]!
  shrinks[at] = items.shrink[i]!
  isSpace[at] = items.kind[i] === GLUE ? 1 : 0
}

function addBlank(fragment: number): void {
  if (count === widths.length) grow()
  rowAt[count] = fragment
  widths[count] = 0
  stretches[count] = 0
  shrinks[count] = 0
  isSpace[count] = 1
  count++
}

function grow(): void {
  const size = count * 2
  const old = { rowAt, widths, stretches, shrinks, isSpace }
  rowAt = new Int32Array(size)
  widths = new Float64Array(size)
  stretches = new Float64Array(size)
  shrinks = new Float64Array(size)
  isSpace = new Uint8Array(size)
  rowAt.set(old.rowAt)
  widths.set(old.widths)
  stretches.set(old.stretches)
  shrinks.set(old.shrinks)
  isSpace.set(old.isSpace)
}

/** Shapes what is left of the last word where a break divides it; a whole word is as wide as it was shaped. */
function cutPiece(from: number, to: number, hyphen: boolean): void {
  const at = rows.count - 1
  const fragment = rows.fragment[at]!
  if (from === 0 && to === fragment.glyphs.text.length && !hyphen) return
  const part = partOf(fragment, from, to, hyphen)
  rows.fragment[at] = part
  widths[count - 1] = part.width
}

function fill(hangStart: number, hangEnd: number, wish: FillWish, hyphenated: boolean, placed: PlacedText): Line {
  let natural = -hangStart - hangEnd
  let spaceStretch = 0
  let letterStretch = 0
  let shrink = 0
  for (let i = 0; i < count; i++) {
    natural += widths[i]!
    shrink += shrinks[i]!
    if (isSpace[i]) spaceStretch += stretches[i]!
    else letterStretch += stretches[i]!
  }
  const room = wish.width - natural
  const ratio = ratioOf(room, spaceStretch + letterStretch, shrink, wish)
  // Letters give what they may and no more; spaces take the rest.
  const letterRatio = Math.min(ratio, 1)
  const spaceRatio = ratio > 1 ? (room - letterStretch) / Math.max(spaceStretch, 0.001) : ratio
  let width = natural
  for (let i = 0; i < count; i++) {
    const share = isSpace[i] ? spaceRatio : letterRatio
    const given = share > 0 ? share * stretches[i]! : share * shrinks[i]!
    widths[i]! += given
    width += given
    const at = rowAt[i]!
    if (at < 0) continue
    rows.width[at] = widths[i]!
    if (!isSpace[i]) rows.spacing[at] = given / Math.max(1, rows.fragment[at]!.glyphs.count)
  }
  return { placed, left: leftOf(wish.width - width, wish), width, hyphenated, ratio, spaceRatio }
}

/** Lets the pieces follow each other as they are seen, from `x` on. */
function setPlaces(x: number, rtl: boolean): void {
  const order = !rtl && runsFromLeft() ? undefined : visualOrder(levels(rtl))
  let at = x
  for (let i = 0; i < count; i++) {
    const entry = order ? order[i]! : i
    const row = rowAt[entry]!
    if (row >= 0) rows.x[row] = at
    at += widths[entry]!
  }
}

function levels(rtl: boolean): number[] {
  return Array.from({ length: count }, (_, i) => rows.fragment[rowAt[i]!]?.level ?? (rtl ? 1 : 0))
}

function runsFromLeft(): boolean {
  for (let row = first; row < rows.count; row++) if (rows.fragment[row]!.level !== 0) return false
  return true
}

/** A justified line is filled; any line too long for the measure is pressed as far as its spaces allow. */
function ratioOf(room: number, stretch: number, shrink: number, wish: FillWish): number {
  if (room < 0) return shrink > 0 ? Math.max(-1, room / shrink) : 0
  if (wish.align !== 'justify' || wish.last || stretch === 0) return 0
  return room / stretch
}

function leftOf(room: number, wish: FillWish): number {
  if (wish.align === 'center') return room / 2
  const atEnd = (wish.align === 'end') !== wish.rtl
  return atEnd ? room : 0
}
