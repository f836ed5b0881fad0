import { visualOrder } from '../text/bidi.js'
import type { Fragment } from '../text/fragment.js'
import { BOX, GLUE, type Items, PENALTY } from '../text/items.js'
import { partOf } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'

/**
 * Fragments at their places, as columns, because a document has hundreds of thousands of them. Logical order is kept; `x`, in
 * points from the line's left edge, is what is seen.
 */
export interface PlacedText {
  fragment: Fragment[]
  /** Whose text each is. */
  span: Span[]
  x: number[]
  width: number[]
  /** Points added after each glyph to fill the line. */
  spacing: number[]
}

/** Returns columns without a row. */
export function nothingPlaced(): PlacedText {
  return { fragment: [], span: [], x: [], width: [], spacing: [] }
}

/** Adds a fragment behind the others. Lengths are points. */
export function addPlaced(to: PlacedText, fragment: Fragment, span: Span, x: number, width: number): void {
  to.fragment.push(fragment)
  to.span.push(span)
  to.x.push(x)
  to.width.push(width)
  to.spacing.push(0)
}

/** Adds a row of other columns. */
export function addFrom(from: PlacedText, at: number, to: PlacedText): void {
  addPlaced(to, from.fragment[at]!, from.span[at]!, from.x[at]!, from.width[at]!)
  to.spacing[to.spacing.length - 1] = from.spacing[at]!
}

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

/** The fragments of the line in work: copied when they are all there, so that no line holds room that it does not need. */
const work = nothingPlaced()
let pieces = 0

function addPiece(fragment: Fragment, span: Span, width: number): void {
  work.fragment[pieces] = fragment
  work.span[pieces] = span
  work.x[pieces] = 0
  work.width[pieces] = width
  work.spacing[pieces] = 0
  pieces++
}

function copyWork(): PlacedText {
  return {
    fragment: work.fragment.slice(0, pieces),
    span: work.span.slice(0, pieces),
    x: work.x.slice(0, pieces),
    width: work.width.slice(0, pieces),
    spacing: work.spacing.slice(0, pieces),
  }
}

/** What the line in work is made of, in order: fragments by their index, and blanks without any (-1). */
let count = 0
let fragmentAt = new Int32Array(256)
let widths = new Float64Array(256)
let stretches = new Float64Array(256)
let shrinks = new Float64Array(256)
let isSpace = new Uint8Array(256)

/** Makes the line between two breaks: joins the parts of words again, shapes those that were divided, fills the measure. */
export function makeLine(items: Items, start: number, to: number, wish: FillWish): Line {
  const hyphenated = items.hyphen[to] === 1
  pieces = 0
  count = 0
  let word = -1
  let from = 0
  let until = 0
  for (let i = start; i < to; i++) {
    const kind = items.kind[i]!
    if (kind === PENALTY) continue
    const fragment = items.fragment[i]
    if (
      kind === BOX &&
      fragment &&
      word >= 0 &&
      work.fragment[fragmentAt[word]!] === fragment &&
      until === items.from[i]
    ) {
      until = items.to[i]!
      stretches[word]! += items.stretch[i]!
      shrinks[word]! += items.shrink[i]!
      continue
    }
    if (word >= 0) cutPiece(word, from, until, false)
    word = kind === BOX && fragment ? count : -1
    from = items.from[i]!
    until = items.to[i]!
    addEntry(items, i, fragment ? pieces : -1)
    if (fragment) addPiece(fragment, items.span[i]!, items.width[i]!)
  }
  if (word >= 0) cutPiece(word, from, until, hyphenated)
  // The space at which a line ends is kept, so that readers do not join two words; it takes no room.
  const trailing = items.fragment[to]
  if (trailing) {
    addBlank(pieces)
    addPiece(trailing, items.span[to]!, 0)
  }
  const hang = { start: items.hangStart[start]!, end: items.endHang[to]! }
  const line = fill(hang, wish, hyphenated)
  setPlaces(line.left - (wish.rtl ? hang.end : hang.start), wish.rtl)
  return { ...line, placed: copyWork() }
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
  fragmentAt[count] = fragment
  widths[count] = 0
  stretches[count] = 0
  shrinks[count] = 0
  isSpace[count] = 1
  count++
}

function grow(): void {
  const size = count * 2
  const old = { fragmentAt, widths, stretches, shrinks, isSpace }
  fragmentAt = new Int32Array(size)
  widths = new Float64Array(size)
  stretches = new Float64Array(size)
  shrinks = new Float64Array(size)
  isSpace = new Uint8Array(size)
  fragmentAt.set(old.fragmentAt)
  widths.set(old.widths)
  stretches.set(old.stretches)
  shrinks.set(old.shrinks)
  isSpace.set(old.isSpace)
}

/** Shapes what is left of a word that a break divides; a whole word is as wide as it was shaped. */
function cutPiece(word: number, from: number, to: number, hyphen: boolean): void {
  const at = fragmentAt[word]!
  const fragment = work.fragment[at]!
  if (from !== 0 || to !== fragment.glyphs.text.length || hyphen) work.fragment[at] = partOf(fragment, from, to, hyphen)
  widths[word] = work.fragment[at]!.width
}

function fill(hang: { start: number; end: number }, wish: FillWish, hyphenated: boolean): Omit<Line, 'placed'> {
  let natural = -hang.start - hang.end
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
    const at = fragmentAt[i]!
    if (at < 0) continue
    work.width[at] = widths[i]!
    if (!isSpace[i]) work.spacing[at] = given / Math.max(1, work.fragment[at]!.glyphs.count)
  }
  return { left: leftOf(wish.width - width, wish), width, hyphenated, ratio, spaceRatio }
}

/** Lets the pieces follow each other as they are seen, from `x` on. */
function setPlaces(x: number, rtl: boolean): void {
  let at = x
  const put = (entry: number) => {
    if (fragmentAt[entry]! >= 0) work.x[fragmentAt[entry]!] = at
    at += widths[entry]!
  }
  if (!rtl && runsFromLeft()) for (let i = 0; i < count; i++) put(i)
  else {
    const levels = Array.from({ length: count }, (_, i) => work.fragment[fragmentAt[i]!]?.level ?? (rtl ? 1 : 0))
    for (const entry of visualOrder(levels)) put(entry)
  }
}

function runsFromLeft(): boolean {
  for (let i = 0; i < pieces; i++) if (work.fragment[i]!.level !== 0) return false
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
