import { clusterStarts, type Division, divisionOf, prefixesOf } from './divide-word.js'
import { blankSide, isSquare } from './east-asian-breaks.js'
import type { Hyphenator } from './hyphenate.js'
import type { Fragment } from './item.js'
import { ALWAYS, type Items, NEVER } from './items.js'
import type { Token } from './shape-spans.js'
import type { Span } from './span.js'

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
  /** Words that fit a line are left whole. */
  onlyOverlong?: boolean
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
export function fillItems(items: Items, tokens: readonly Token[], wish: ItemWish): void {
  items.clear()
  if (wish.indent !== 0) items.addIndent(wish.indent)
  // What stands together without a break, in however many styles, may be cut where it outgrows the measure.
  let joined = 0
  let inAddress = false
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    const { width } = token.t === 'word' ? token.word : token.fragment
    if (joined > 0 && joined + width > wish.measure && token.t !== 'space') {
      items.addPenalty(CUT_COST)
      joined = 0
    }
    joined = token.t === 'lineBreak' || (token.t === 'space' ? token.breaks : token.breakAfter) ? 0 : joined + width
    if (token.t === 'space') addSpace(items, token, wish)
    else if (token.t === 'lineBreak') addEnd(items, token.fragment, token.span)
    else {
      if (token.t === 'picture') addBox(items, token.fragment, token.span, wish)
      else addWord(items, token, wish, inAddress || token.breakAfter === 2)
      inAddress = token.breakAfter === 2
      if (inAddress) items.addPenalty(ADDRESS_COST)
      else if (token.breakAfter === 1 && !addSquareGlue(items, token, tokens[index + 1], wish)) items.addPenalty(0)
    }
  }
  // A break at the very end begins no line.
  if (tokens.at(-1)?.t !== 'lineBreak') addEnd(items)
  items.close()
}

/** The blank that fills the last line of a paragraph, and its end. */
function addEnd(items: Items, space?: Fragment, span?: Span): void {
  items.addPenalty(NEVER)
  items.addGlue(0, 1e5, 0)
  items.addPenalty(ALWAYS, space, span)
}

function addSpace(items: Items, { fragment, span, breaks }: Token & { t: 'space' }, { justify }: ItemWish): void {
  const { width } = fragment
  if (!breaks) items.addPenalty(NEVER)
  items.addGlue(width, justify ? width * STRETCH : 0, justify ? width * SHRINK : 0, fragment, span)
}

/** How far ideographs move apart in a justified line, and how much of the blank of their punctuation it may take, em. */
const SQUARE_STRETCH = 0.05
const PUNCTUATION_SHRINK = 0.25
/** Two signs of punctuation share a blank of half a square. */
const PUNCTUATION_PAIR = -0.5

/** Between squares a line may end, and its blank is shared out (JIS X 4051 4.19). Returns whether squares meet here. */
function addSquareGlue(items: Items, token: Token, next: Token | undefined, { justify }: ItemWish): boolean {
  const last = token.t === 'word' ? token.word.fragments.at(-1) : undefined
  const following = next?.t === 'word' ? next.word.fragments[0] : undefined
  if (!last || !following) return false
  const [before, after] = [last.source.at(-1) ?? '', following.source[0] ?? '']
  if (before < '\u2e80' && after < '\u2e80') return false
  if (!isSquare(before) && !isSquare(after)) return false
  const blanks = Number(blankSide(before) === 'end') + Number(blankSide(after) === 'start')
  const em = last.style.size
  items.addGlue(
    blanks === 2 ? PUNCTUATION_PAIR * em : 0,
    justify ? SQUARE_STRETCH * em : 0,
    justify && blanks === 1 ? PUNCTUATION_SHRINK * em : 0,
  )
  return true
}

/** A part of an address gets no hyphen: a reader would take it for a sign of it (The Chicago Manual of Style 7.46). */
function addWord(items: Items, { word, span }: Token & { t: 'word' }, wish: ItemWish, inAddress: boolean): void {
  const { fragments, hyphenPoints } = word
  const overlong = word.width > wish.measure
  if (fragments.length === 1) {
    const fragment = fragments[0]!
    const divides = !fragment.whole && (overlong || !wish.onlyOverlong || hyphenPoints.length > 0)
    const division = divides ? divisionOf(word, span.verbatim || inAddress ? undefined : wish.hyphenator) : undefined
    if (overlong && !fragment.whole && !fitsInParts(fragment, division, wish)) addCut(items, fragment, span, wish)
    else if (division) addDivided(items, fragment, span, division, wish)
    else addBox(items, fragment, span, wish)
    return
  }
  for (const [index, fragment] of fragments.entries()) {
    if (overlong && index > 0) items.addPenalty(CUT_COST)
    if (overlong && !fragment.whole) addCut(items, fragment, span, wish)
    else addBox(items, fragment, span, wish)
  }
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

function partWidth(fragment: Fragment, division: Division, from: number, to: number): number {
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
  division: Division,
  from: number,
  to: number,
  wish: ItemWish,
): number {
  const start = division.points[from]!
  const end = division.points[to]!
  const length = fragment.glyphs.text.length
  const room = (letterRoom(fragment, span, wish) * (end - start)) / length
  const at = items.addBox(fragment, span, start, end, partWidth(fragment, division, from, to), room)
  if (start === 0) items.hangStart[at] = fragment.hangStart
  if (end === length) items.hangEnd[at] = fragment.hangEnd
  return at
}

function addBox(items: Items, fragment: Fragment, span: Span, wish: ItemWish): void {
  const room = letterRoom(fragment, span, wish)
  const at = items.addBox(fragment, span, 0, fragment.glyphs.text.length, fragment.width, room)
  items.hangStart[at] = fragment.hangStart
  items.hangEnd[at] = fragment.hangEnd
}

/** Returns how far the letters of a fragment may move apart, points. Scripts whose letters join, and code, keep theirs. */
function letterRoom({ script, level, style, glyphs }: Fragment, span: Span, wish: ItemWish): number {
  if (!wish.justify || level % 2 || span.verbatim || span.picture) return 0
  if (script !== 'Latn' && script !== 'Grek' && script !== 'Cyrl' && script !== 'Zyyy') return 0
  return wish.letterSpacing * style.size * glyphs.count
}
