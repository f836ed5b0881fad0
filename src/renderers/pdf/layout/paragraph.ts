import { fillItems, type ItemWish } from '../text/fill-items.js'
import type { Hyphenator } from '../text/hyphenate.js'
import { ALWAYS, BOX, GLUE, Items, NEVER, PENALTY } from '../text/items.js'
import type { Tokens } from '../text/tokens.js'
import { breakLines, LineBreaker, type LineWish } from './knuth-plass.js'
import { type FillWish, type Line, type LineAlign, makeLine } from './line.js'

/** Points: the least that lines of text are given. */
export const NARROWEST = 110

/** How a paragraph is set. Lengths are points. */
export interface ParagraphWish {
  width: number
  align: LineAlign
  rtl: boolean
  /** Indent of the first line; negative hangs. */
  firstLine: number
  /** Lines are made about equally long. */
  balance: boolean
  /** Set in so many lines, or not at all. Absent: in as many as look best. */
  lines?: number | undefined
  hyphenator?: Hyphenator | undefined
  /** The first lines leave room at their start: for a drop cap. */
  inset?: { lines: number; width: number } | undefined
}

/** Returns the measure of a line, the first being 0. */
function measureOf({ width, inset }: ParagraphWish, line: number): number {
  return inset && line < inset.lines ? width - inset.width : width
}

/**
 * Passes over a justified paragraph: without hyphens first, then ever looser (Knuth and Plass, pretolerance). The first two end
 * a little before 1: letters that move apart widen the gap between words too, and it is the gap that is seen. A paragraph that
 * no pass sets, because of a word as wide as the line or of hyphens in row after row, is set ragged.
 */
const justifiedPasses = [
  { tolerance: 0.85, divides: 'none' },
  { tolerance: 0.9, divides: 'all' },
  { tolerance: 1.3, divides: 'all' },
  { tolerance: 3, divides: 'all' },
  { tolerance: 8, divides: 'all' },
] as const

/** What a measure asks of justified setting: a narrow one has few spaces to share what is left over. */
interface Justification {
  /** Points: for measures from this on. */
  from: number
  /** How far letters may be spaced out, em. */
  letterSpacing: number
  /** A paragraph looser than this on average is set ragged instead. In a wide measure even a loose line looks better. */
  loosestMean: number
  /** So is a short one in which a line's spaces stretch further: an address can leave a line two words to fill it. */
  loosestLine: number
}

/** Of so many lines one may be torn apart: to set all of them ragged would be seen more. */
const LONG = 10

const justifications: readonly [Justification, ...Justification[]] = [
  { from: 0, letterSpacing: 0.025, loosestMean: 0.85, loosestLine: 9 },
  { from: 200, letterSpacing: 0.021, loosestMean: 0.85, loosestLine: 6 },
  { from: 300, letterSpacing: 0.015, loosestMean: 3, loosestLine: 4 },
]

function justificationOf(width: number): Justification {
  return justifications.findLast(each => width >= each.from) ?? justifications[0]
}

/** Breaks a shaped paragraph into lines. */
export function setParagraph(tokens: Tokens, wish: ParagraphWish): Line[] {
  if (tokens.count === 0) return []
  if (wish.align === 'justify') {
    const lines = setJustified(tokens, wish)
    // Among justified paragraphs a ragged one is worse than what another number of lines is to mend.
    if (wish.lines !== undefined) return lines ?? []
    return lines ?? setInstead(tokens, { ...wish, align: 'start' })
  }
  return setRagged(tokens, wish)
}

/** One paragraph is set after another: all of them are set in these. */
const items = new Items()

/** The loosest line of a paragraph in a number of lines that is not its own, and the loosest it may be on average. */
const LOOSEST_IN_LINES = 3
const LOOSEST_MEAN_IN_LINES = 1.25

function setJustified(tokens: Tokens, wish: ParagraphWish): Line[] | undefined {
  for (const { tolerance, divides } of justifiedPasses) {
    if (wish.lines !== undefined && tolerance > LOOSEST_IN_LINES) break
    const breaker = new LineBreaker(items, lineWish(wish, wish.width, 0, tolerance))
    const breaks = fillItems(items, tokens, itemWish(wish, true, divides), breaker) && breaker.breaks()
    if (!breaks) continue
    const lines = linesOf(breaks, wish)
    return isTooLoose(lines, wish) ? undefined : lines
  }
  return undefined
}

function isTooLoose(lines: readonly Line[], wish: ParagraphWish): boolean {
  const { loosestMean, loosestLine } = justificationOf(wish.width)
  let sum = 0
  let count = 0
  let torn = 0
  for (let i = 0; i < lines.length - 1; i++) {
    const line = lines[i]!
    if (line.width < measureOf(wish, i) - 0.5) continue
    if (line.spaceRatio > loosestLine) torn++
    sum += Math.max(0, line.ratio)
    count++
  }
  const mean = wish.lines === undefined ? loosestMean : Math.max(loosestMean, LOOSEST_MEAN_IN_LINES)
  return torn * LONG > count || sum > mean * Math.max(1, count)
}

/** Returns what the breaker is told of a paragraph whose measure is `width` points. */
function lineWish(
  { width: measure, inset, lines }: ParagraphWish,
  width: number,
  lineStretch: number,
  tolerance: number,
): LineWish {
  return {
    width,
    inset: inset?.width ?? 0,
    insetLines: inset?.lines ?? 0,
    lines,
    lineStretch,
    letterSpacing: justificationOf(measure).letterSpacing,
    // A fraction for each measure: to the engine a whole number now and then is another kind of wish, and makes it begin anew.
    shortest: 0.12 * Math.min(measure, 375),
    tolerance,
  }
}

/** Blank at the end of a ragged line, as a part of its measure, from which on the rag looks torn. */
const TORN = 0.25
/** What a hyphen costs that saves no more than such a blank: that of the line without it, as the breaker reckons it. */
const TORN_COST = 2000
/** Any blank will do; a line too long or a third hyphen in a row will not. */
const ANY_BLANK = Number.MAX_VALUE

/** Sets ragged what cannot be justified. Words are divided only where long ones would tear holes into the rag. */
function setInstead(tokens: Tokens, wish: ParagraphWish): Line[] {
  const lines = setRagged(tokens, wish)
  if (!wish.hyphenator || !isTorn(lines, wish)) return lines
  fillItems(items, tokens, { ...itemWish(wish, false, 'all'), leastHyphenCost: TORN_COST })
  const breaks = breakLines(items, lineWish(wish, wish.width, raggedStretch(wish), ANY_BLANK))
  return breaks ? linesOf(breaks, wish) : lines
}

function isTorn(lines: readonly Line[], wish: ParagraphWish): boolean {
  return lines.some((line, index) => index < lines.length - 1 && line.width < measureOf(wish, index) * (1 - TORN))
}

function setRagged(tokens: Tokens, wish: ParagraphWish): Line[] {
  fillItems(items, tokens, itemWish(wish, false, 'soft'))
  if (wish.lines !== undefined) return raggedInLines(wish)
  const breaks = raggedBreaks(wish.width, wish)
  if (!wish.balance || breaks.length < 2) return linesOf(breaks, wish)
  return linesOf(balancedBreaks(breaks, wish), wish)
}

/** Returns a ragged paragraph in a number of lines that is not its own; none where they would be torn. */
function raggedInLines(wish: ParagraphWish): Line[] {
  const stretch = raggedStretch(wish)
  const breaks = breakLines(items, lineWish(wish, wish.width, stretch, (wish.width * TORN) / stretch))
  return breaks ? linesOf(breaks, wish) : []
}

/** Ragged lines end near the edge where they can: each offers a stretch, but its spaces keep their width. */
function raggedBreaks(width: number, wish: ParagraphWish): number[] {
  return breakLines(items, lineWish(wish, width, raggedStretch(wish), Number.POSITIVE_INFINITY)) ?? [items.count - 1]
}

function raggedStretch({ width }: ParagraphWish): number {
  // Squares fill a line to the last but one.
  return Math.min(width * 0.09, items.squares ? 12 : 36)
}

/** Finds the narrowest measure that needs no more lines: what is left over is shared by all of them. */
function balancedBreaks(breaks: number[], wish: ParagraphWish): number[] {
  const sentences = sentenceBreaks(breaks.length, wish)
  if (sentences) return sentences
  const fewest = firstFitCount(wish.width)
  let low = wish.width / (fewest + 1)
  let high = wish.width
  for (let probe = 0; probe < 12; probe++) {
    const middle = (low + high) / 2
    if (firstFitCount(middle) <= fewest) high = middle
    else low = middle
  }
  const balanced = raggedBreaks(high + 0.01, wish)
  return balanced.length <= breaks.length ? balanced : breaks
}

/** Returns the ends of sentences as ends of lines, where each sentence fills about one line: a reader takes in one at a time. */
function sentenceBreaks(lines: number, wish: ParagraphWish): number[] | undefined {
  if (lines > 4) return undefined
  const breaks: number[] = []
  const widths: number[] = []
  let width = 0
  for (let i = 0; i < items.count; i++) {
    const kind = items.kind[i]!
    const ends = kind === GLUE ? items.fragment[i] !== undefined && endsSentence(i - 1) : items.cost[i] === ALWAYS
    if (kind !== BOX && ends) {
      breaks.push(i)
      widths.push(width)
      width = 0
    } else if (kind !== PENALTY) width += items.width[i]!
  }
  const longest = Math.max(...widths)
  return breaks.length === lines && longest <= wish.width && Math.min(...widths) >= longest * 0.5 ? breaks : undefined
}

function endsSentence(at: number): boolean {
  const source = items.kind[at] === BOX ? items.fragment[at]?.source : undefined
  return source !== undefined && /[.!?:;]["'\u2019\u201d\u00bb]?$/.test(source.slice(0, items.to[at] || undefined))
}

/** Returns how many lines there are if each is filled as far as it goes. */
function firstFitCount(width: number): number {
  let lines = 0
  let used = 0
  let space = 0
  let word = 0
  const commit = (after: number) => {
    if (used > 0 && used + space + word > width + 0.01) {
      lines++
      used = word
    } else used += space + word
    word = 0
    space = after
  }
  for (let i = 0; i < items.count; i++) {
    const cost = items.cost[i]!
    if (items.kind[i] === BOX) word += items.width[i]!
    else if (items.kind[i] === GLUE) commit(items.width[i]!)
    else if (cost === ALWAYS) {
      commit(0)
      lines++
      used = 0
    } else if (cost < NEVER) commit(0)
  }
  return lines
}

function itemWish(wish: ParagraphWish, justify: boolean, divides: ItemWish['divides']): ItemWish {
  return {
    justify,
    indent: wish.align === 'center' ? 0 : wish.firstLine,
    measure: measureOf(wish, 0),
    letterSpacing: justificationOf(wish.width).letterSpacing,
    hyphenator: wish.hyphenator,
    divides,
  }
}

function linesOf(breaks: readonly number[], wish: ParagraphWish): Line[] {
  const fill: FillWish = { width: 0, align: wish.align, rtl: wish.rtl, last: false }
  const lines: Line[] = []
  let start = 0
  for (let i = 0; i < breaks.length; i++) {
    const to = breaks[i]!
    fill.width = measureOf(wish, i)
    fill.last = items.cost[to]! < 0
    lines.push(makeLine(items, items.lineStart[start]!, to, fill))
    start = to + 1
  }
  return lines
}
