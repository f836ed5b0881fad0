import { hanForm } from '../fonts/scripts.js'
import { blankSide, isSquare } from './east-asian-breaks.js'
import type { Hyphenator } from './hyphenate.js'
import { ALWAYS, type BoxItem, type Fragment, type GlueItem, type Item, NEVER, type PenaltyItem } from './item.js'
import type { Token } from './shape-spans.js'

/** How tokens become items. Lengths are points. */
export interface ItemWish {
  /** Spaces stretch and shrink. */
  justify: boolean
  /** Blank at the start of the first line; negative hangs. */
  indent: number
  /** The narrowest line: a word wider than this may be cut anywhere. */
  measure: number
  /** How far letters may be spaced out in a justified line, em; they close up by a third of it. */
  letterSpacing: number
  hyphenator?: Hyphenator | undefined
  /** Words that fit a line are left whole. */
  onlyOverlong?: boolean
}

const HYPHEN_COST = 60
/** Points: below this measure a hyphen is better than a hole. */
const NARROW = 220
const NARROW_HYPHEN_COST = 20
/** Names are divided only where it saves a bad line. */
const NAME_HYPHEN_COST = 220
const ADDRESS_COST = 180
const CUT_COST = 3000
const STRETCH = 0.5
const SHRINK = 0.33

/** Makes the items of a paragraph, with the blank that fills its last line and the forced end. */
export function toItems(tokens: readonly Token[], wish: ItemWish): Item[] {
  const items: Item[] = []
  if (wish.indent !== 0)
    items.push({
      t: 'box',
      width: wish.indent,
      fragment: undefined,
      from: 0,
      to: 0,
      stretch: 0,
      shrink: 0,
      hangStart: 0,
      hangEnd: 0,
    })
  // What stands together without a break, in however many styles, may be cut where it outgrows the measure.
  let joined = 0
  for (const [index, token] of tokens.entries()) {
    const width = widthOf(token)
    if (joined > 0 && joined + width > wish.measure && token.t !== 'space') {
      items.push(penalty(CUT_COST))
      joined = 0
    }
    joined = token.t === 'lineBreak' || (token.t === 'space' ? token.breaks : token.breakAfter) ? 0 : joined + width
    if (token.t === 'space') items.push(...space(token, wish))
    else if (token.t === 'lineBreak') items.push(never(), filler(), { ...end(), space: token.fragment })
    else if (token.t === 'picture') items.push(box(token.fragment, wish), ...breakItems(token.breakAfter))
    else {
      pushWord(items, token, wish)
      items.push(...(squareGlue(token, tokens[index + 1], wish) ?? breakItems(token.breakAfter)))
    }
  }
  // A break at the very end begins no line.
  if (tokens.at(-1)?.t !== 'lineBreak') items.push(never(), filler(), end())
  return items
}

function space(token: Token & { t: 'space' }, wish: ItemWish): Item[] {
  const { width } = token.fragment
  const glue: GlueItem = {
    t: 'glue',
    width,
    stretch: wish.justify ? width * STRETCH : 0,
    shrink: wish.justify ? width * SHRINK : 0,
    fragment: token.fragment,
  }
  return token.breaks ? [glue] : [never(), glue]
}

/** How far ideographs move apart in a justified line, and how much of the blank of their punctuation it may take, em. */
const SQUARE_STRETCH = 0.05
const PUNCTUATION_SHRINK = 0.25
/** Two signs of punctuation share a blank of half a square. */
const PUNCTUATION_PAIR = -0.5

/** Between squares a line may end, and its blank is shared out (JIS X 4051 4.19); nothing where other words meet. */
function squareGlue(token: Token & { t: 'word' }, next: Token | undefined, wish: ItemWish): Item[] | undefined {
  const last = token.fragments.at(-1)
  const following = next?.t === 'word' ? next.fragments[0] : undefined
  if (token.breakAfter !== 1 || !last || !following) return undefined
  const [before, after] = [last.source.at(-1) ?? '', following.source[0] ?? '']
  if (before < '\u2e80' && after < '\u2e80') return undefined
  if (!isSquare(before) && !isSquare(after)) return undefined
  const blanks = Number(blankSide(before) === 'end') + Number(blankSide(after) === 'start')
  const em = last.span.style.size
  const glue: GlueItem = {
    t: 'glue',
    width: blanks === 2 ? PUNCTUATION_PAIR * em : 0,
    stretch: wish.justify ? SQUARE_STRETCH * em : 0,
    shrink: wish.justify && blanks === 1 ? PUNCTUATION_SHRINK * em : 0,
    fragment: undefined,
  }
  return [glue]
}

function breakItems(kind: 0 | 1 | 2): Item[] {
  return kind === 0 ? [] : [penalty(kind === 1 ? 0 : ADDRESS_COST)]
}

function widthOf(token: Token): number {
  if (token.t !== 'word') return token.fragment.width
  return token.fragments.reduce((sum, fragment) => sum + fragment.width, 0)
}

function pushWord(items: Item[], token: Token & { t: 'word' }, wish: ItemWish): void {
  const overlong = widthOf(token) > wish.measure
  const single = token.fragments.length === 1
  for (const [index, fragment] of token.fragments.entries()) {
    if (overlong && index > 0) items.push(penalty(CUT_COST))
    const points =
      !single || fragment.whole || (wish.onlyOverlong && !overlong && token.hyphenPoints.length === 0)
        ? []
        : pointsOf(fragment, token.hyphenPoints, wish)
    if (overlong && !fragment.whole && !fitInParts(fragment, points, wish)) pushCut(items, fragment, wish)
    else pushDivided(items, fragment, points, wish)
  }
}

/** Returns whether each part between two points of division has room in a line, with its hyphen. */
function fitInParts(fragment: Fragment, points: readonly number[], wish: ItemWish): boolean {
  if (points.length === 0) return false
  const widths = prefixWidths(fragment)
  const hyphen = hyphenWidthOf(fragment)
  const ends = [...points, fragment.glyphs.text.length]
  return ends.every((end, index) => widths[end]! - widths[ends[index - 1] ?? 0]! + hyphen <= wish.measure)
}

function hyphenWidthOf({ face, scale }: Fragment): number {
  return face.advanceOf(face.glyphOf(0x2d)) * scale
}

/** Text of the scripts below Armenian. Ranges for it, because Unicode properties are dear to set up. */
const europeanOnly = /^[\u0000-\u052f\u2000-\u206f]*$/
const letters = 'A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u0370-\u03ff\u0400-\u0481\u0483-\u052f'
const europeanWord = { word: new RegExp(`[${letters}]{6,}`), rest: new RegExp(`[${letters}0-9@/]`) }
const anyWord = {
  get word() {
    return /\p{L}[\p{L}\p{M}]{5,}/u
  },
  get rest() {
    return /[\p{L}\p{N}@/]/u
  },
}

/** Returns where a word may be divided: at the source's soft hyphens, else where the language allows. */
function pointsOf(fragment: Fragment, given: readonly number[], wish: ItemWish): readonly number[] {
  if (given.length || !wish.hyphenator || fragment.level % 2 || fragment.span.verbatim) return given
  const { word, rest } = europeanOnly.test(fragment.source) ? europeanWord : anyWord
  const match = word.exec(fragment.source)
  if (!dividedScripts.has(fragment.script)) return given
  // What is no plain word (an address, a compound with digits) is left whole.
  if (!match || rest.test(fragment.source.replace(match[0], ''))) return given
  return wish.hyphenator(match[0]).map(point => point + match.index)
}

function pushDivided(items: Item[], fragment: Fragment, points: readonly number[], wish: ItemWish): void {
  if (points.length === 0) {
    items.push(box(fragment, wish))
    return
  }
  const offsets = [0, ...points, fragment.glyphs.text.length]
  const widths = prefixWidths(fragment)
  const initial = fragment.source.slice(0, points[0]).replace(/^[^A-Za-z\u00c0-\uffff]+/, '')[0] ?? ''
  const name = initial !== initial.toLowerCase()
  const hyphenWidth = hyphenWidthOf(fragment)
  for (let i = 1; i < offsets.length; i++) {
    if (i > 1) {
      items.push({
        t: 'penalty',
        width: hyphenWidth,
        cost: name ? NAME_HYPHEN_COST : wish.measure < NARROW ? NARROW_HYPHEN_COST : HYPHEN_COST,
        flagged: true,
        hyphen: true,
        space: undefined,
        hangEnd: hyphenWidth * 0.55,
      })
    }
    items.push(part(fragment, widths, offsets[i - 1]!, offsets[i]!, wish))
  }
}

/** A word too long for any line: it may be cut between any two clusters, for want of anything better. */
function pushCut(items: Item[], fragment: Fragment, wish: ItemWish): void {
  const widths = prefixWidths(fragment)
  const starts = [...new Set(fragment.glyphs.cluster)].sort((a, b) => a - b)
  starts.push(fragment.glyphs.text.length)
  // A little room, so that of all the ways to cut it the one is chosen that fills its lines.
  const room = wish.justify && fragment.level % 2 === 0 ? fragment.span.style.size * 0.01 : 0
  for (let i = 1; i < starts.length; i++) {
    if (i > 1) items.push(penalty(CUT_COST))
    const box = part(fragment, widths, starts[i - 1]!, starts[i]!, wish)
    items.push({ ...box, stretch: Math.max(box.stretch, room) })
  }
}

function part(fragment: Fragment, widths: Float64Array, from: number, to: number, wish: ItemWish): BoxItem {
  const room = letterRoom(fragment, wish) * ((to - from) / fragment.glyphs.text.length)
  return {
    t: 'box',
    width: widths[to]! - widths[from]!,
    fragment,
    from,
    to,
    stretch: room,
    shrink: room / 3,
    hangStart: from === 0 ? hangOf(fragment, 'start') : 0,
    hangEnd: to === fragment.glyphs.text.length ? hangOf(fragment, 'end') : 0,
  }
}

/** Returns the width of the text before each offset, as set in the whole word; inside a ligature it grows evenly. */
function prefixWidths(fragment: Fragment): Float64Array {
  const { glyphs, scale } = fragment
  const length = glyphs.text.length
  const { tracking } = fragment
  const own = new Float64Array(length)
  for (let i = 0; i < glyphs.gid.length; i++) own[glyphs.cluster[i]!]! += glyphs.advance[i]! * scale + tracking
  const starts = [...new Set(glyphs.cluster)].sort((a, b) => a - b)
  const widths = new Float64Array(length + 1)
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? length
    for (let i = start; i < end; i++) widths[i + 1] = widths[start]! + (own[start]! * (i + 1 - start)) / (end - start)
  })
  return widths
}

/** How much of a character's width may hang out of the measure, so that the edge of the text looks straight. */
const hangAtEnd: { [character: string]: number } = {
  '.': 0.6,
  ',': 0.6,
  '-': 0.55,
  '\u2010': 0.55,
  ':': 0.3,
  ';': 0.3,
  '\u2019': 0.5,
  '\u201d': 0.45,
  '"': 0.45,
  "'": 0.5,
  '\u2013': 0.25,
  '\u2014': 0.15,
}
/** Half a square of blank stands beside the points of East Asia, and does so in the margin. */
const squareHang = { end: 0.5, start: 0.5 }
const hangAtStart: { [character: string]: number } = {
  '\u201c': 0.45,
  '\u2018': 0.5,
  '"': 0.45,
  "'": 0.5,
  '\u201e': 0.4,
  '\u00ab': 0.3,
}

/** Returns how far a fragment's outer character hangs, points. Right-to-left text does not hang yet. */
function hangOf(fragment: Fragment, side: 'start' | 'end'): number {
  if (fragment.level % 2 || fragment.span.style.rise !== 0 || fragment.span.picture) return 0
  const { glyphs } = fragment
  const character = side === 'start' ? glyphs.text[0]! : glyphs.text.at(-1)!
  const part =
    (side === 'start' ? hangAtStart : hangAtEnd)[character] ??
    (character > '\u3000' && blankSide(character) === side && hanForm(fragment.span.style.language) !== 'TC'
      ? squareHang[side]
      : 0)
  if (part === 0) return 0
  const index = side === 'start' ? 0 : glyphs.gid.length - 1
  return glyphs.advance[index]! * fragment.scale * part
}

/** Returns how far the letters of a fragment may move apart, points. Scripts whose letters join, and code, keep theirs. */
function letterRoom(fragment: Fragment, wish: ItemWish): number {
  if (!wish.justify || fragment.level % 2 || fragment.span.verbatim || fragment.span.picture) return 0
  if (!spacedScripts.has(fragment.script)) return 0
  return wish.letterSpacing * fragment.span.style.size * fragment.glyphs.gid.length
}

/** Scripts that know the hyphen. */
const dividedScripts = new Set(['Latn', 'Grek', 'Cyrl', 'Zyyy', 'Geor', 'Armn'])
const spacedScripts = new Set(['Latn', 'Grek', 'Cyrl', 'Zyyy'])

function box(fragment: Fragment, wish: ItemWish): BoxItem {
  const room = letterRoom(fragment, wish)
  return {
    t: 'box',
    width: fragment.width,
    fragment,
    from: 0,
    to: fragment.glyphs.text.length,
    stretch: room,
    shrink: room / 3,
    hangStart: hangOf(fragment, 'start'),
    hangEnd: hangOf(fragment, 'end'),
  }
}

function penalty(cost: number): PenaltyItem {
  return { t: 'penalty', width: 0, cost, flagged: false, hyphen: false, space: undefined, hangEnd: 0 }
}

function never(): PenaltyItem {
  return penalty(NEVER)
}

/** The blank that fills the last line of a paragraph. */
function filler(): GlueItem {
  return { t: 'glue', width: 0, stretch: 1e5, shrink: 0, fragment: undefined }
}

function end(): PenaltyItem {
  return penalty(ALWAYS)
}
