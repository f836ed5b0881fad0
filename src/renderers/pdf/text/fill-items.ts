import { clusterStarts, type Division, divisionOf, prefixesOf } from './divide-word.js'
import { blankSide, isSquare } from './east-asian-breaks.js'
import type { Hyphenator } from './hyphenate.js'
import type { Fragment } from './item.js'
import { ALWAYS, type Items, NEVER } from './items.js'
import { hangOf } from './protrusion.js'
import type { Token } from './shape-spans.js'

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
  if (wish.indent !== 0) items.addBox(undefined, 0, 0, wish.indent, 0)
  // What stands together without a break, in however many styles, may be cut where it outgrows the measure.
  let joined = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    const width = widthOf(token)
    if (joined > 0 && joined + width > wish.measure && token.t !== 'space') {
      items.addPenalty(CUT_COST)
      joined = 0
    }
    joined = token.t === 'lineBreak' || (token.t === 'space' ? token.breaks : token.breakAfter) ? 0 : joined + width
    if (token.t === 'space') addSpace(items, token.fragment, token.breaks, wish)
    else if (token.t === 'lineBreak') addEnd(items, token.fragment)
    else {
      if (token.t === 'picture') addBox(items, token.fragment, wish)
      else addWord(items, token, width, wish)
      if (token.breakAfter === 2) items.addPenalty(ADDRESS_COST)
      else if (token.breakAfter === 1 && !addSquareGlue(items, token, tokens[index + 1], wish)) items.addPenalty(0)
    }
  }
  // A break at the very end begins no line.
  if (tokens.at(-1)?.t !== 'lineBreak') addEnd(items)
  items.close()
}

/** The blank that fills the last line of a paragraph, and its end. */
function addEnd(items: Items, space?: Fragment): void {
  items.addPenalty(NEVER)
  items.addGlue(undefined, 0, 1e5, 0)
  items.addPenalty(ALWAYS, space)
}

function addSpace(items: Items, fragment: Fragment, breaks: boolean, { justify }: ItemWish): void {
  const { width } = fragment
  if (!breaks) items.addPenalty(NEVER)
  items.addGlue(fragment, width, justify ? width * STRETCH : 0, justify ? width * SHRINK : 0)
}

/** How far ideographs move apart in a justified line, and how much of the blank of their punctuation it may take, em. */
const SQUARE_STRETCH = 0.05
const PUNCTUATION_SHRINK = 0.25
/** Two signs of punctuation share a blank of half a square. */
const PUNCTUATION_PAIR = -0.5

/** Between squares a line may end, and its blank is shared out (JIS X 4051 4.19). Returns whether squares meet here. */
function addSquareGlue(items: Items, token: Token, next: Token | undefined, { justify }: ItemWish): boolean {
  const last = token.t === 'word' ? token.fragments.at(-1) : undefined
  const following = next?.t === 'word' ? next.fragments[0] : undefined
  if (!last || !following) return false
  const [before, after] = [last.source.at(-1) ?? '', following.source[0] ?? '']
  if (before < '\u2e80' && after < '\u2e80') return false
  if (!isSquare(before) && !isSquare(after)) return false
  const blanks = Number(blankSide(before) === 'end') + Number(blankSide(after) === 'start')
  const em = last.span.style.size
  items.addGlue(
    undefined,
    blanks === 2 ? PUNCTUATION_PAIR * em : 0,
    justify ? SQUARE_STRETCH * em : 0,
    justify && blanks === 1 ? PUNCTUATION_SHRINK * em : 0,
  )
  return true
}

function widthOf(token: Token): number {
  if (token.t !== 'word') return token.fragment.width
  let width = 0
  for (const fragment of token.fragments) width += fragment.width
  return width
}

function addWord(items: Items, token: Token & { t: 'word' }, width: number, wish: ItemWish): void {
  const overlong = width > wish.measure
  const given = token.hyphenPoints
  if (token.fragments.length === 1) {
    const fragment = token.fragments[0]!
    const whole = fragment.whole || (wish.onlyOverlong && !overlong && given.length === 0)
    const division = whole ? undefined : divisionOf(fragment, given, wish.hyphenator)
    if (overlong && !fragment.whole && !fitsInParts(fragment, division, wish)) addCut(items, fragment, wish)
    else if (division) addDivided(items, fragment, division, wish)
    else addBox(items, fragment, wish)
    return
  }
  for (const [index, fragment] of token.fragments.entries()) {
    if (overlong && index > 0) items.addPenalty(CUT_COST)
    if (overlong && !fragment.whole) addCut(items, fragment, wish)
    else addBox(items, fragment, wish)
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

function addDivided(items: Items, fragment: Fragment, division: Division, wish: ItemWish): void {
  const hyphenWidth = hyphenWidthOf(fragment)
  const cost = division.name ? NAME_HYPHEN_COST : wish.measure < NARROW ? NARROW_HYPHEN_COST : HYPHEN_COST
  const { points } = division
  for (let i = 1; i < points.length; i++) {
    if (i > 1) items.addHyphen(cost, hyphenWidth, hyphenWidth * 0.55)
    addPart(items, fragment, division, i - 1, i, wish)
  }
}

/** A word too long for any line: it may be cut between any two clusters, for want of anything better. */
function addCut(items: Items, fragment: Fragment, wish: ItemWish): void {
  const clusters = clusterStarts(fragment.glyphs)
  const division = prefixesOf(fragment.glyphs, clusters)
  // A little room, so that of all the ways to cut it the one is chosen that fills its lines.
  const room = wish.justify && fragment.level % 2 === 0 ? fragment.span.style.size * 0.01 : 0
  for (let i = 1; i < division.points.length; i++) {
    if (i > 1) items.addPenalty(CUT_COST)
    const at = addPart(items, fragment, division, i - 1, i, wish)
    items.stretch[at] = Math.max(items.stretch[at]!, room)
  }
}

function addPart(
  items: Items,
  fragment: Fragment,
  division: Division,
  from: number,
  to: number,
  wish: ItemWish,
): number {
  const start = division.points[from]!
  const end = division.points[to]!
  const length = fragment.glyphs.text.length
  const room = (letterRoom(fragment, wish) * (end - start)) / length
  const at = items.addBox(fragment, start, end, partWidth(fragment, division, from, to), room)
  if (start === 0) items.hangStart[at] = hangOf(fragment, 'start')
  if (end === length) items.hangEnd[at] = hangOf(fragment, 'end')
  return at
}

function addBox(items: Items, fragment: Fragment, wish: ItemWish): void {
  const at = items.addBox(fragment, 0, fragment.glyphs.text.length, fragment.width, letterRoom(fragment, wish))
  items.hangStart[at] = hangOf(fragment, 'start')
  items.hangEnd[at] = hangOf(fragment, 'end')
}

/** Returns how far the letters of a fragment may move apart, points. Scripts whose letters join, and code, keep theirs. */
function letterRoom(fragment: Fragment, wish: ItemWish): number {
  const { script, level, span } = fragment
  if (!wish.justify || level % 2 || span.verbatim || span.picture) return 0
  if (script !== 'Latn' && script !== 'Grek' && script !== 'Cyrl' && script !== 'Zyyy') return 0
  return wish.letterSpacing * span.style.size * fragment.glyphs.gid.length
}
