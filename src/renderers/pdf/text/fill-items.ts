import { clusterStarts, type Division, divisionOf, isSoft, type Prefixes, prefixesOf } from './divide-word.js'
import { blankSide, isSquare } from './east-asian-breaks.js'
import type { Fragment } from './fragment.js'
import type { Hyphenator } from './hyphenate.js'
import { ALWAYS, type Items, NEVER } from './items.js'
import type { Span } from './span.js'
import { LINE_BREAK, PART, PICTURE, SPACE, type Tokens, WORD } from './tokens.js'

/** How tokens become items. Lengths are points. */
export interface ItemWish {
  /** Spaces stretch and shrink. */
  justify: boolean
  /** Blank at the start of the first line; negative hangs. */
  indent: number
  /** The narrowest line: a word wider than this may be cut anywhere. */
  measure: number
  /** How far letters may be spaced out in a justified line, em; they close up by half of it. */
  letterSpacing: number
  hyphenator?: Hyphenator | undefined
  /** Which words that fit a line may be divided: none, those that the source divides, or all that the language does. */
  divides: 'none' | 'soft' | 'all'
}

const HYPHEN_COST = 120
/** Points: below this measure a hyphen is better than a hole. */
const NARROW = 220
const NARROW_HYPHEN_COST = 50
/** Names are divided only where it saves a bad line. */
const NAME_HYPHEN_COST = 220
const ADDRESS_COST = 180
const CUT_COST = 3000
const STRETCH = 0.5
const SHRINK = 0.36

/** Fills the items of a paragraph, with the blank that fills its last line and the forced end. */
export function fillItems(items: Items, tokens: Tokens, wish: ItemWish): void {
  const { kind, fragment, span, breakAfter, count } = tokens
  items.clear()
  if (wish.indent !== 0) items.addIndent(wish.indent)
  // What stands together without a break, in however many styles, may be cut where it outgrows the measure.
  let joined = 0
  for (let i = 0; i < count; i++) {
    const width = tokens.width(i)
    const after = breakAfter[i]!
    const outgrown = kind[i] !== SPACE && joined > 0 && joined + width > wish.measure
    joined = after === 0 ? (outgrown ? width : joined + width) : 0
    if (kind[i] === SPACE) {
      addSpace(items, fragment[i]!, span[i]!, width, after !== 0, wish.justify)
      continue
    }
    if (outgrown) items.addPenalty(CUT_COST)
    if (kind[i] === LINE_BREAK) addEnd(items, fragment[i]!, span[i]!)
    else {
      if (kind[i] === PICTURE) addBox(items, fragment[i]!, span[i]!, width, wish)
      else addWord(items, tokens, i, width, wish)
      if (after === 2) items.addPenalty(ADDRESS_COST)
      else if (after === 1 && !addSquareGlue(items, tokens, i, wish)) items.addPenalty(0)
    }
  }
  // A break at the very end begins no line.
  if (count === 0 || kind[count - 1] !== LINE_BREAK) addEnd(items)
  items.close()
}

/** The blank that fills the last line of a paragraph, and its end. */
function addEnd(items: Items, space?: Fragment, span?: Span): void {
  items.addPenalty(NEVER)
  items.addGlue(0, 1e5, 0)
  items.addPenalty(ALWAYS, space, span)
}

function addSpace(items: Items, space: Fragment, span: Span, width: number, breaks: boolean, justify: boolean): void {
  if (!breaks) items.addPenalty(NEVER)
  items.addGlue(width, justify ? width * STRETCH : 0, justify ? width * SHRINK : 0, space, span)
}

/** How far ideographs move apart in a justified line, and how much of the blank of their punctuation it may take, em. */
const SQUARE_STRETCH = 0.05
const PUNCTUATION_SHRINK = 0.25
/** Two signs of punctuation share a blank of half a square. */
const PUNCTUATION_PAIR = -0.5

/** Between squares a line may end, and its blank is shared out (JIS X 4051 4.19). Returns whether squares meet here. */
function addSquareGlue(items: Items, { kind, fragment }: Tokens, at: number, { justify }: ItemWish): boolean {
  const { source, style } = fragment[at]!
  const next = kind[at + 1]
  if (kind[at] === PICTURE || (next !== WORD && next !== PART)) return false
  const before = source.at(-1) ?? ''
  const after = fragment[at + 1]!.source[0] ?? ''
  if (before < '\u2e80' && after < '\u2e80') return false
  if (!isSquare(before) && !isSquare(after)) return false
  const blanks = Number(blankSide(before) === 'end') + Number(blankSide(after) === 'start')
  const em = style.size
  items.addGlue(
    blanks === 2 ? PUNCTUATION_PAIR * em : 0,
    justify ? SQUARE_STRETCH * em : 0,
    justify && blanks === 1 ? PUNCTUATION_SHRINK * em : 0,
  )
  return true
}

/** A part of an address gets no hyphen: a reader would take it for a sign of it (The Chicago Manual of Style 7.46). */
function addWord(items: Items, tokens: Tokens, at: number, width: number, wish: ItemWish): void {
  const { kind, fragment, span, breakAfter } = tokens
  const word = fragment[at]!
  const owner = span[at]!
  const overlong = width > wish.measure
  const inAddress = breakAfter[at] === 2 || breakAfter[at - 1] === 2
  const divides =
    kind[at] === WORD &&
    !word.whole &&
    (overlong || wish.divides === 'all' || (wish.divides === 'soft' && isSoft(word)))
  const division = divides ? divisionOf(word, owner.verbatim || inAddress ? undefined : wish.hyphenator) : undefined
  if (overlong && !word.whole && !fitsInParts(word, division, wish)) addCut(items, word, owner, wish)
  else if (division) addDivided(items, word, owner, division, wish)
  else addBox(items, word, owner, width, wish)
}

/** Returns whether each part between two points of division has room in a line, with its hyphen. */
function fitsInParts(fragment: Fragment, division: Division | undefined, wish: ItemWish): boolean {
  if (!division) return false
  const hyphen = hyphenWidthOf(fragment)
  const { points } = division
  for (let i = 1; i < points.length; i++)
    if (partWidth(fragment, division, i - 1, i) + hyphen > wish.measure) return false
  return true
}

function hyphenWidthOf({ face, scale }: Fragment): number {
  return face.hyphenAdvance * scale
}

function partWidth(fragment: Fragment, division: Prefixes, from: number, to: number): number {
  const units = division.units[to]! - division.units[from]!
  return units * fragment.scale + (division.glyphs[to]! - division.glyphs[from]!) * fragment.tracking
}

function addDivided(items: Items, fragment: Fragment, span: Span, division: Division, wish: ItemWish): void {
  const hyphenWidth = hyphenWidthOf(fragment)
  const cost = division.name ? NAME_HYPHEN_COST : wish.measure < NARROW ? NARROW_HYPHEN_COST : HYPHEN_COST
  const { points } = division
  for (let i = 1; i < points.length; i++) {
    if (i > 1) items.addHyphen(cost, hyphenWidth, hyphenWidth * 0.55)
    addPart(items, fragment, span, division, i - 1, i, wish)
  }
}

/** A word too long for any line: it may be cut between any two clusters, for want of anything better. */
function addCut(items: Items, fragment: Fragment, span: Span, wish: ItemWish): void {
  const clusters = clusterStarts(fragment.glyphs)
  const division = prefixesOf(fragment.glyphs, clusters)
  // A little room, so that of all the ways to cut it the one is chosen that fills its lines.
  const room = wish.justify && fragment.level % 2 === 0 ? fragment.style.size * 0.01 : 0
  for (let i = 1; i < division.points.length; i++) {
    if (i > 1) items.addPenalty(CUT_COST)
    const at = addPart(items, fragment, span, division, i - 1, i, wish)
    items.stretch[at] = Math.max(items.stretch[at]!, room)
  }
}

function addPart(
  items: Items,
  fragment: Fragment,
  span: Span,
  division: Prefixes,
  from: number,
  to: number,
  wish: ItemWish,
): number {
  const start = division.points[from]!
  const end = division.points[to]!
  const length = fragment.glyphs.text.length
  const room = (letterRoom(fragment, span, wish) * (end - start)) / length
  const at = items.addBox(fragment, span, start, end, partWidth(fragment, division, from, to), room)
  if (fragment.hang) {
    if (start === 0) items.hangStart[at] = fragment.hang.start
    if (end === length) items.hangEnd[at] = fragment.hang.end
  }
  return at
}

function addBox(items: Items, fragment: Fragment, span: Span, width: number, wish: ItemWish): void {
  const room = letterRoom(fragment, span, wish)
  const at = items.addBox(fragment, span, 0, fragment.glyphs.text.length, width, room)
  if (fragment.hang) {
    items.hangStart[at] = fragment.hang.start
    items.hangEnd[at] = fragment.hang.end
  }
}

/** Returns how far the letters of a fragment may move apart, points. Scripts whose letters join, and code, keep theirs. */
function letterRoom({ setting, level, style, glyphs }: Fragment, span: Span, wish: ItemWish): number {
  if (!wish.justify || level % 2 || !setting.spaced || span.verbatim || span.picture) return 0
  return wish.letterSpacing * style.size * glyphs.count
}
