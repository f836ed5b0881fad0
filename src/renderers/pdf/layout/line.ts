import { visualOrder } from '../text/bidi.js'
import { BOX, GLUE, type Items, PENALTY, PRINTED } from '../text/items.js'
import type { Setting } from '../text/setting.js'
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
  /** That of all its fragments, as in most lines; nothing where they have several. */
  setting: Setting | undefined
}

export type LineAlign = 'start' | 'end' | 'center' | 'justify'

/** How a line is filled. Lengths are points. */
export interface FillWish {
  width: number
  align: LineAlign
  rtl: boolean
  last: boolean
}

/**
 * What the line in work is made of, in order: words and blanks, of which those without a fragment have no row (-1). It is
 * read into names of its own wherever it is walked: that is what a line costs.
 */
let count = 0
let rowAt = new Int32Array(256)
let widths = new Float64Array(256)
let stretches = new Float64Array(256)
let shrinks = new Float64Array(256)
let isSpace = new Uint8Array(256)

/** Makes the line between two breaks: joins the parts of words again, shapes those that were divided, fills the measure. */
export function makeLine(items: Items, start: number, to: number, wish: FillWish): Line {
  const most = to - start + 1
  if (most > widths.length) makeRoom(most)
  const rows = roomFor(most)
  const placed: PlacedText = { rows, from: rows.count, to: 0 }
  const setting = gather(items, start, to, rows)
  placed.to = rows.count
  const line = fill(items.hangStart[start]!, items.endHang[to]!, wish, items.hyphen[to] === PRINTED, placed, setting)
  const fromLeft = !wish.rtl && (setting === undefined ? runsFromLeft(placed) : setting.level === 0)
  const order = fromLeft ? undefined : visualOrder(levels(rows, wish.rtl))
  setPlaces(line.left - (wish.rtl ? items.endHang[to]! : items.hangStart[start]!), placed, order)
  return line
}

function makeRoom(size: number): void {
  rowAt = new Int32Array(size)
  widths = new Float64Array(size)
  stretches = new Float64Array(size)
  shrinks = new Float64Array(size)
  isSpace = new Uint8Array(size)
}

/** Adds a row for each fragment of a line, and notes what the line is made of. Returns their setting, if it is one. */
function gather(items: Items, start: number, end: number, rows: PlacedRows): Setting | undefined {
  const { kind, fragment, span, width, stretch, shrink, from } = items
  let at = -1
  let box = start
  let setting: Setting | undefined
  let mixed = false
  for (let i = start; i < end; i++) {
    const is = kind[i]!
    if (is === PENALTY) continue
    if (is === BOX) {
      box = i
      if (from[i] !== 0 && at >= 0) {
        widths[at] = fragment[i]!.width
        stretches[at]! += stretch[i]!
        shrinks[at]! += shrink[i]!
        continue
      }
    }
    at++
    widths[at] = width[i]!
    stretches[at] = stretch[i]!
    shrinks[at] = shrink[i]!
    isSpace[at] = is === GLUE ? 1 : 0
    rowAt[at] = -1
    const text = fragment[i]
    if (text === undefined) continue
    rowAt[at] = addRow(rows, text, span[i]!)
    if (text.setting === setting) continue
    mixed = setting !== undefined
    setting ??= text.setting
  }
  const hyphenated = items.hyphen[end] === PRINTED
  if (hyphenated || from[start] !== 0 || items.to[box] !== 0) cutOuter(items, start, box, at, hyphenated, rows)
  // The space at which a line ends is kept, so that readers do not join two words; it takes no room.
  const trailing = fragment[end]
  if (trailing) {
    at++
    rowAt[at] = addRow(rows, trailing, span[end]!)
    widths[at] = 0
    stretches[at] = 0
    shrinks[at] = 0
    isSpace[at] = 1
    mixed ||= trailing.setting !== setting
  }
  count = at + 1
  return mixed ? undefined : setting
}

/** Shapes what is left of a line's first and last words, that of its boxes from one to another, where breaks divide them. */
function cutOuter(items: Items, first: number, last: number, at: number, hyphenated: boolean, rows: PlacedRows): void {
  const begin = items.from[first]!
  const end = items.to[last]!
  if (begin > 0) cut(rows, 0, begin, at === 0 ? end : 0, at === 0 && hyphenated)
  // Where blank comes after the last word, that is whole.
  if ((begin === 0 || at > 0) && !isSpace[at] && (hyphenated || end > 0)) cut(rows, at, 0, end, hyphenated)
}

/** Shapes a part of a word, up to its end if that is 0; a whole word is as wide as it was shaped. */
function cut(rows: PlacedRows, at: number, from: number, end: number, hyphen: boolean): void {
  const row = rowAt[at]!
  const word = rows.fragment[row]!
  const { length } = word.glyphs.text
  const to = end || length
  if (from === 0 && to === length && !hyphen) return
  const part = partOf(word, from, to, hyphen)
  rows.fragment[row] = part
  widths[at] = part.width
}

function fill(
  hangStart: number,
  hangEnd: number,
  wish: FillWish,
  hyphenated: boolean,
  placed: PlacedText,
  setting: Setting | undefined,
): Line {
  const { rows } = placed
  const { fragment, width: given, spacing } = rows
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
    const more = share > 0 ? share * stretches[i]! : share * shrinks[i]!
    const whole = widths[i]! + more
    widths[i] = whole
    width += more
    const row = rowAt[i]!
    if (row < 0) continue
    given[row] = whole
    if (!isSpace[i]) spacing[row] = more / Math.max(1, fragment[row]!.glyphs.count)
  }
  return { placed, left: leftOf(wish.width - width, wish), width, hyphenated, ratio, spaceRatio, setting }
}

/** Lets the pieces follow each other as they are seen, from `left` on: in an order, if it is not their own. */
function setPlaces(left: number, placed: PlacedText, order: readonly number[] | undefined): void {
  const { x } = placed.rows
  let at = left
  for (let i = 0; i < count; i++) {
    const entry = order === undefined ? i : order[i]!
    const row = rowAt[entry]!
    if (row >= 0) x[row] = at
    at += widths[entry]!
  }
}

function levels({ fragment }: PlacedRows, rtl: boolean): number[] {
  return Array.from({ length: count }, (_, i) => fragment[rowAt[i]!]?.level ?? (rtl ? 1 : 0))
}

function runsFromLeft({ rows: { fragment }, from, to }: PlacedText): boolean {
  for (let row = from; row < to; row++) if (fragment[row]!.level !== 0) return false
  return true
}

/** A justified line is filled; any line too long for the measure is pressed as far as its spaces allow. */
function ratioOf(room: number, stretch: number, shrink: number, wish: FillWish): number {
  if (room < 0) return shrink > 0 ? Math.max(-1, room / shrink) : 0
  if (wish.align !== 'justify' || wish.last || stretch === 0) return 0
  return room / stretch
}

function leftOf(room: number, { align, rtl }: FillWish): number {
  const share = align === 'center' ? 0.5 : (align === 'end') !== rtl ? 1 : 0
  return room * share
}
