import type { Glyphs } from '../fonts/glyphs.js'
import { clusterStarts, type Division, divisionOf, type Prefixes, prefixesOf, UNIT } from './divide-word.js'
import { blankSide, isSquare } from './east-asian-breaks.js'
import type { Fragment } from './fragment.js'
import { type Hyphenator, SHORTEST } from './hyphenate.js'
import { ALWAYS, BOX, GLUE, type Items, NEVER, PENALTY, PRINTED, WRITTEN } from './items.js'
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
  /** What a hyphen costs at the least, and twice as much one that leaves a stump: as much as the rag that it is to save. */
  leastHyphenCost?: number
}

/** Where the lines of a paragraph may end, which is found while its items are added. */
export interface LineEnds {
  /** Takes in what has been added; returns whether there is still a way to break all of it. */
  goOn(): boolean
  /** Returns whether a line may end in a word that comes after what has been taken in. */
  reach(word: Fragment): boolean
}

/** Of so many tokens, a power of two, line ends are looked for at once where nobody has asked before. */
const STRIDE = 16

const HYPHEN_COST = 120
/** Points: below this measure a hyphen is better than a hole. */
const NARROW = 220
const NARROW_HYPHEN_COST = 50
/** There languages that write compounds as one word would end every third line in a hyphen. */
const NARROW_COMPOUND_COST = 1100
const compounding = /^(?:da|de|et|fi|hu|is|nb|nl|nn|no|sv)\b/i
/** Names are divided only where it saves a bad line. */
const NAME_HYPHEN_COST = 220
/** Letters: a part of a word shorter than this is a stump. */
const STUMP = 4
const ADDRESS_COST = 180
const CUT_COST = 3000
/** Of a hyphen's width, how much hangs out of the measure. */
const HYPHEN_HANG = 0.55
const STRETCH = 0.5
const SHRINK = 0.36

/**
 * Fills the items of a paragraph, with the blank that fills its last line and the forced end. No word is divided in which no
 * line may end; where no way is left to break what has been added, the rest is not, and `false` is returned.
 */
export function fillItems(items: Items, tokens: Tokens, wish: ItemWish, ends?: LineEnds): boolean {
  const { kind, fragment, span, breakAfter, count } = tokens
  const { measure, justify } = wish
  const softly = wish.divides !== 'none'
  // Most words are too short for any rule to divide them: only the source does.
  const shortest = wish.divides === 'all' ? SHORTEST : LONGER_THAN_ANY
  items.clear()
  if (wish.indent !== 0) {
    const indent = items.add(BOX, undefined, undefined)
    items.width[indent] = wish.indent
  }
  // What stands together without a break, in however many styles, may be cut where it outgrows the measure.
  let joined = 0
  for (let i = 0; i < count; i++) {
    const is = kind[i]!
    const text = fragment[i]!
    const after = breakAfter[i]!
    const width = is === PICTURE ? tokens.width(i) : text.width
    if (is === SPACE) {
      if (after === 0) items.addPenalty(NEVER)
      const at = items.add(GLUE, text, span[i])
      items.width[at] = width
      if (justify) {
        items.stretch[at] = width * STRETCH
        items.shrink[at] = width * SHRINK
      }
      joined = after === 0 ? joined + width : 0
      continue
    }
    const outgrown = joined > 0 && joined + width > measure
    joined = after === 0 ? (outgrown ? width : joined + width) : 0
    if (outgrown) items.addPenalty(CUT_COST)
    const divides = is === WORD && (text.source.length >= shortest || (softly && text.soft))
    if (ends && (divides || i % STRIDE === 0) && !ends.goOn()) return false
    if (is === LINE_BREAK) {
      addEnd(items, text, span[i])
      continue
    }
    if (width > measure || (divides && (!ends || ends.reach(text)))) addWord(items, tokens, i, divides, wish)
    else {
      const at = addBox(items, text, span[i]!, wish)
      items.width[at] = width
    }
    if (after !== 0) addPlace(items, tokens, i, wish)
  }
  // A break at the very end begins no line.
  if (count === 0 || kind[count - 1] !== LINE_BREAK) addEnd(items)
  return !ends || ends.goOn()
}

/** More letters than any word has. */
const LONGER_THAN_ANY = 0x3fffffff

/** A place behind a word, where no blank is, at which a line may end. */
function addPlace(items: Items, tokens: Tokens, at: number, wish: ItemWish): void {
  const after = tokens.breakAfter[at]!
  if (after === 1 && addSquareGlue(items, tokens, at, wish)) return
  items.addPenalty(after === 2 ? ADDRESS_COST : 0)
  if (/[-\u2010]$/.test(tokens.fragment[at]!.source)) items.hyphen[items.count - 1] = WRITTEN
}

/** The blank that fills the last line of a paragraph, and its end. */
function addEnd(items: Items, space?: Fragment, span?: Span): void {
  items.addPenalty(NEVER)
  const at = items.add(GLUE, undefined, undefined)
  items.stretch[at] = 1e5
  items.addPenalty(ALWAYS, space, span)
}

/** How far ideographs move apart in a justified line, and how much of the blank of their punctuation it may take, em. */
const SQUARE_STRETCH = 0.05
const PUNCTUATION_SHRINK = 0.25
/** Two signs of punctuation share a blank of half a square. */
const PUNCTUATION_PAIR = -0.5

/** Between squares a line may end, and its blank is shared out (JIS X 4051 4.19). Returns whether squares meet here. */
function addSquareGlue(items: Items, { kind, fragment, count }: Tokens, at: number, { justify }: ItemWish): boolean {
  const { source, style } = fragment[at]!
  const next = at + 1 < count ? kind[at + 1] : undefined
  if (kind[at] === PICTURE || (next !== WORD && next !== PART)) return false
  const before = source.at(-1) ?? ''
  const after = fragment[at + 1]!.source[0] ?? ''
  if (before < '\u2e80' && after < '\u2e80') return false
  if (!isSquare(before) && !isSquare(after)) return false
  const blanks = Number(blankSide(before) === 'end') + Number(blankSide(after) === 'start')
  const em = style.size
  const glue = items.add(GLUE, undefined, undefined)
  items.squares = true
  items.width[glue] = blanks === 2 ? PUNCTUATION_PAIR * em : 0
  items.stretch[glue] = justify ? SQUARE_STRETCH * em : 0
  items.shrink[glue] = justify && blanks === 1 ? PUNCTUATION_SHRINK * em : 0
  return true
}

/** A part of an address gets no hyphen: a reader would take it for a sign of it (The Chicago Manual of Style 7.46). */
function addWord(items: Items, tokens: Tokens, at: number, divides: boolean, wish: ItemWish): void {
  const { kind, breakAfter } = tokens
  const word = tokens.fragment[at]!
  const span = tokens.span[at]!
  const overlong = tokens.width(at) > wish.measure && kind[at] !== PICTURE
  const inAddress = breakAfter[at] === 2 || (at > 0 && breakAfter[at - 1] === 2)
  const hyphenator =
    overlong && span.before !== undefined
      ? hyphenatorAfter(span.before, wish.hyphenator)
      : span.verbatim || inAddress
        ? undefined
        : wish.hyphenator
  const asked = kind[at] === WORD && !word.whole && (overlong || divides)
  const division = asked ? divisionOf(word, hyphenator) : undefined
  if (overlong && !word.whole && !(division && fitsInParts(word, division, wish))) addCut(items, word, span, wish)
  else if (division) addDivided(items, word, span, division, wish)
  else {
    const box = addBox(items, word, span, wish)
    items.width[box] = tokens.width(at)
  }
}

/** Returns what divides words whose first letters stand elsewhere, two of them here at the least before a hyphen. */
function hyphenatorAfter(letters: string, hyphenator: Hyphenator | undefined): Hyphenator | undefined {
  const { length } = letters
  return (
    hyphenator && (word => hyphenator(letters + word).flatMap(point => (point >= length + 2 ? [point - length] : [])))
  )
}

/** Returns whether each part between two points of division has room in a line, with its hyphen. */
function fitsInParts(word: Fragment, division: Division, wish: ItemWish): boolean {
  const hyphen = hyphenWidthOf(word)
  for (let part = 0; part <= division.points.length; part++)
    if (partWidth(word, division, part) + hyphen > wish.measure) return false
  return true
}

function hyphenWidthOf({ face, scale }: Fragment): number {
  return face.hyphenAdvance * scale
}

/** Returns how wide the part of a word before a point is, or the last, behind all of them. */
function partWidth({ glyphs, setting }: Fragment, division: Prefixes, part: number): number {
  const { units } = division
  const end = part < units.length ? units[part]! * UNIT : glyphs.width
  const width = (part > 0 ? end - units[part - 1]! * UNIT : end) * setting.scale
  return setting.tracking === 0 ? width : width + countOf(glyphs, division, part) * setting.tracking
}

/** Returns how many glyphs such a part has. */
function countOf({ count }: Glyphs, { glyphs }: Prefixes, part: number): number {
  return (part < glyphs.length ? glyphs[part]! : count) - (part > 0 ? glyphs[part - 1]! : 0)
}

function hyphenCost({ style }: Fragment, { name }: Division, { measure }: ItemWish): number {
  const narrow = measure < NARROW
  if (narrow && compounding.test(style.language)) return NARROW_COMPOUND_COST
  return name ? NAME_HYPHEN_COST : narrow ? NARROW_HYPHEN_COST : HYPHEN_COST
}

/** Returns what a hyphen costs where lines need not be filled, for which one that leaves a stump is not worth while. */
function raggedCost({ glyphs }: Fragment, point: number, usual: number, least: number): number {
  const isStump = point < STUMP || glyphs.text.length - point < STUMP
  return Math.max(usual, isStump ? 2 * least : least)
}

function addDivided(items: Items, word: Fragment, span: Span, division: Division, wish: ItemWish): void {
  const { points } = division
  const hyphenWidth = hyphenWidthOf(word)
  const usual = hyphenCost(word, division, wish)
  const least = wish.leastHyphenCost
  addPart(items, word, span, division, 0, wish)
  for (let part = 1; part <= points.length; part++) {
    const at = items.add(PENALTY, undefined, undefined)
    items.width[at] = hyphenWidth
    items.cost[at] = least === undefined ? usual : raggedCost(word, points[part - 1]!, usual, least)
    items.hyphen[at] = PRINTED
    items.hangEnd[at] = hyphenWidth * HYPHEN_HANG
    addPart(items, word, span, division, part, wish)
  }
}

/** A word too long for any line: it may be cut between any two clusters, for want of anything better. */
function addCut(items: Items, word: Fragment, span: Span, wish: ItemWish): void {
  const division = prefixesOf(word, clusterStarts(word.glyphs))
  // A little room, so that of all the ways to cut it the one is chosen that fills its lines.
  const room = wish.justify && word.level % 2 === 0 ? word.style.size * 0.01 : 0
  for (let part = 0; part <= division.points.length; part++) {
    if (part > 0) items.addPenalty(CUT_COST)
    const at = addPart(items, word, span, division, part, wish)
    items.stretch[at] = Math.max(items.stretch[at]!, room)
  }
}

/** Adds the part of a word before a point of its division, or the last, behind all of them. */
function addPart(items: Items, word: Fragment, span: Span, division: Prefixes, part: number, wish: ItemWish): number {
  const { points } = division
  const { length } = word.glyphs.text
  const start = part > 0 ? points[part - 1]! : 0
  const end = part < points.length ? points[part]! : length
  const at = addBox(items, word, span, wish)
  const room = (items.stretch[at]! * (end - start)) / length
  items.from[at] = start
  items.to[at] = end
  items.width[at] = partWidth(word, division, part)
  items.stretch[at] = room
  items.shrink[at] = room / 2
  if (start > 0) items.hangStart[at] = 0
  if (end < length) items.hangEnd[at] = 0
  return at
}

/** Adds a box of a whole fragment, which is still to be given its width. Its letters may move apart, and hang. */
function addBox(items: Items, fragment: Fragment, span: Span, wish: ItemWish): number {
  const { setting, glyphs, hang } = fragment
  const at = items.add(BOX, fragment, span)
  // Scripts whose letters join, and code, keep their letters where they are.
  if (wish.justify && setting.spaced && !span.verbatim && !span.picture) {
    const room = wish.letterSpacing * setting.style.size * glyphs.count
    items.stretch[at] = room
    items.shrink[at] = room / 2
  }
  if (hang) {
    items.hangStart[at] = hang.start
    items.hangEnd[at] = hang.end
  }
  return at
}
