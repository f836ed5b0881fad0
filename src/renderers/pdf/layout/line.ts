import { visualOrder } from '../text/bidi.js'
import type { Fragment } from '../text/item.js'
import { BOX, GLUE, type Items, PENALTY } from '../text/items.js'
import { fragmentOf } from '../text/shape-spans.js'

/** A fragment at its place in a line: points from the line's left edge. Logical order is kept; `x` is what is seen. */
export interface PlacedFragment {
  fragment: Fragment
  x: number
  width: number
  /** Points added after each glyph to fill the line. */
  spacing: number
}

/** One line of a paragraph, ready to be painted. */
export interface Line {
  placed: PlacedFragment[]
  /** Points between the line's left edge and its ink, and the ink's width. */
  left: number
  width: number
  hyphenated: boolean
  /** How far its spaces are stretched (above 0) or shrunk, 1 being all that they offer. */
  ratio: number
}

export type LineAlign = 'start' | 'end' | 'center' | 'justify'

/** How a line is filled. Lengths are points. */
export interface FillWish {
  width: number
  align: LineAlign
  rtl: boolean
  last: boolean
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
  const placed: PlacedFragment[] = []
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
      placed[fragmentAt[word]!]!.fragment === fragment &&
      until === items.from[i]
    ) {
      until = items.to[i]!
      stretches[word]! += items.stretch[i]!
      shrinks[word]! += items.shrink[i]!
      continue
    }
    if (word >= 0) cutPiece(placed[fragmentAt[word]!]!, word, from, until, false)
    word = kind === BOX && fragment ? count : -1
    from = items.from[i]!
    until = items.to[i]!
    addEntry(items, i, fragment ? placed.length : -1)
    if (fragment) placed.push({ fragment, x: 0, width: items.width[i]!, spacing: 0 })
  }
  if (word >= 0) cutPiece(placed[fragmentAt[word]!]!, word, from, until, hyphenated)
  const hang = { start: items.hangStart[start]!, end: items.endHang[to]! }
  const line = fill(placed, hang, wish, hyphenated)
  // The space at which a line ends is kept, so that readers do not join two words; it takes no room.
  const trailing = items.fragment[to]
  if (trailing) {
    placed.push({ fragment: trailing, x: 0, width: 0, spacing: 0 })
    addBlank(placed.length - 1)
  }
  setPlaces(placed, line.left - (wish.rtl ? hang.end : hang.start), wish.rtl)
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
function cutPiece(piece: PlacedFragment, at: number, from: number, to: number, hyphen: boolean): void {
  const { fragment } = piece
  if (from !== 0 || to !== fragment.glyphs.text.length || hyphen) {
    const source = fragment.source.slice(from, to)
    // A hyphen at the end of a line is read back as a soft hyphen: it is no part of the word (ISO 32000-1 14.8.2.2.3).
    piece.fragment = fragmentOf(
      hyphen ? `${source}-` : source,
      hyphen ? `${source}\u00ad` : source,
      fragment.span,
      fragment.script,
      fragment.level,
      fragment.face,
    )
  }
  widths[at] = piece.fragment.width
}

function fill(
  placed: PlacedFragment[],
  hang: { start: number; end: number },
  wish: FillWish,
  hyphenated: boolean,
): Line {
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
    const piece = placed[fragmentAt[i]!]
    if (!piece) continue
    piece.width = widths[i]!
    if (!isSpace[i]) piece.spacing = given / Math.max(1, piece.fragment.glyphs.gid.length)
  }
  return { placed, left: leftOf(wish.width - width, wish), width, hyphenated, ratio }
}

/** Lets the pieces follow each other as they are seen, from `x` on. */
function setPlaces(placed: readonly PlacedFragment[], x: number, rtl: boolean): void {
  let at = x
  const put = (entry: number) => {
    const piece = placed[fragmentAt[entry]!]
    if (piece) piece.x = at
    at += widths[entry]!
  }
  if (!rtl && placed.every(piece => piece.fragment.level === 0)) for (let i = 0; i < count; i++) put(i)
  else {
    const levels = Array.from({ length: count }, (_, i) => placed[fragmentAt[i]!]?.fragment.level ?? (rtl ? 1 : 0))
    for (const entry of visualOrder(levels)) put(entry)
  }
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
