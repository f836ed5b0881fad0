import type { Glyphs } from '../fonts/glyphs.js'
import { isAsciiLetter } from './ascii.js'
import type { Fragment } from './fragment.js'
import { type Hyphenator, SHORTEST } from './hyphenate.js'

/** Offsets into a word's text, and what stands before each as set in the whole word. */
export interface Prefixes {
  points: readonly number[]
  /**
   * What stands before each point, in `UNIT`s of a font unit; inside a ligature it grows evenly. Whole numbers, for an engine
   * keeps arrays of fractions in another way, and code for both kinds is made twice.
   */
  units: readonly number[]
  /** Glyphs before each point, for the tracking between them; none are counted where there is no tracking. */
  glyphs: readonly number[]
}

/** A part of a font unit that nobody sees; a power of two, so that whole units stay exact. */
export const UNIT = 1 / 256

/** Where a word may be divided; without points it may not. */
export interface Division extends Prefixes {
  /** The word begins with a capital. */
  name: boolean
  /** The rules that found it; nothing where the source says so. */
  by: Hyphenator | undefined
}

/** Returns where a word may be divided, if anywhere: at the source's soft hyphens, else where the language allows. */
export function divisionOf(word: Fragment, hyphenator: Hyphenator | undefined): Division | undefined {
  let { division } = word
  if (!division || (division.by && division.by !== hyphenator)) {
    if (!hyphenator) return undefined
    division = divisionAt(word, pointsOf(word, hyphenator), hyphenator)
    word.division = division
  }
  return division.points.length > 0 ? division : undefined
}

/** Notes where the source divides a word. */
export function divideSoftly(word: Fragment, points: readonly number[]): void {
  word.division = divisionAt(word, points, undefined)
  word.soft = true
}

/** Scripts that know the hyphen. */
const dividedScripts = new Set(['Latn', 'Grek', 'Cyrl', 'Zyyy', 'Geor', 'Armn'])

const none: readonly number[] = []

function pointsOf({ source, level, script }: Fragment, hyphenator: Hyphenator): readonly number[] {
  if (source.length < SHORTEST || level % 2 || !dividedScripts.has(script)) return none
  const start = wordIn(source)
  if (start < 0) return none
  const points = hyphenator(source.slice(start, wordEnd))
  return start === 0 ? points : moved(points, start)
}

/** Pushed one by one, for `map` makes arrays of another kind, and the engine's code for the usual one would be thrown away. */
function moved(points: readonly number[], by: number): number[] {
  const all: number[] = []
  for (let i = 0; i < points.length; i++) all.push(points[i]! + by)
  return all
}

/** Where the word found by `wordIn` ends. */
let wordEnd = 0

/** Returns where the one word in a text begins: what is no plain word (an address, a compound with digits) is left whole. */
function wordIn(source: string): number {
  const { length } = source
  let start = 0
  while (start < length && kindOf(source, start) === OTHER) start++
  let end = start
  while (end < length && kindOf(source, end) === LETTER) end++
  let rest = end
  while (rest < length && kindOf(source, rest) === OTHER) rest++
  wordEnd = end
  return rest === length && end - start >= SHORTEST ? start : -1
}

const OTHER = 0
const LETTER = 1
/** A sign that makes an address or a compound of what it stands in. */
const JOINER = 2

const letter = /[\p{L}\p{M}]/u
const digit = /\p{N}/u

/** What letters of Latin and signs before them are, by their codes. */
const latin = new Uint8Array(0x2b0).map((_, code) => {
  if (code < 0x80 ? isAsciiLetter(code) : code >= 0xc0 && code !== 0xd7 && code !== 0xf7) return LETTER
  return (code >= 0x30 && code <= 0x39) || code === 0x40 || code === 0x2f ? JOINER : OTHER
})

function kindOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code < latin.length ? latin[code]! : kindOfOther(text[at]!)
}

function kindOfOther(character: string): number {
  if (character >= '\u2000' && character < '\u2070') return OTHER
  return letter.test(character) ? LETTER : digit.test(character) ? JOINER : OTHER
}

function divisionAt(word: Fragment, points: readonly number[], by: Hyphenator | undefined): Division {
  if (points.length === 0) return { points, units: none, glyphs: none, name: false, by }
  const { units, glyphs } = prefixesOf(word, points)
  return { points, units, glyphs, name: isName(word.source, points[0]!), by }
}

/** Returns whether what stands before a place begins with a capital, signs of ASCII aside. */
function isName(source: string, end: number): boolean {
  let at = 0
  while (at < end && source.charCodeAt(at) < 0xc0 && kindOf(source, at) !== LETTER) at++
  return at < end && source[at] !== source[at]!.toLowerCase()
}

/** Returns what stands before each of some offsets into a shaped word, which ascend. Inside a cluster it grows evenly. */
export function prefixesOf(word: Fragment, points: readonly number[]): Prefixes {
  const { glyphs, setting } = word
  return glyphs.inRow && !glyphs.rtl && setting.tracking === 0
    ? { points, units: unitsBefore(glyphs, points), glyphs: none }
    : prefixesOfAny(word, points)
}

/** Those of a word whose glyphs stand one after another, each for characters of its own, as in most words. */
function unitsBefore(glyphs: Glyphs, points: readonly number[]): number[] {
  const units: number[] = []
  // The glyph in work, which stands for the text from one place up to another.
  let next = 0
  let from = 0
  let to = 0
  let before = 0
  let advance = 0
  for (let i = 0; i < points.length; i++) {
    const at = points[i]!
    while (to <= at) {
      before += advance
      advance = glyphs.advance(next++)
      from = to
      to = next < glyphs.count ? glyphs.cluster(next) : glyphs.text.length
    }
    const part = at === from ? 0 : (at - from) / (to - from)
    units.push(whole((before + advance * part) / UNIT))
  }
  return units
}

function prefixesOfAny({ glyphs, setting }: Fragment, points: readonly number[]): Prefixes {
  const { count } = glyphs
  const step = glyphs.rtl ? -1 : 1
  const counted = setting.tracking !== 0
  const units: number[] = []
  const counts: number[] = counted ? [] : (none as number[])
  // The cluster in work: glyphs that stand for a stretch of text together, in reading order; `next` is the glyph after them.
  let next = glyphs.rtl ? count - 1 : 0
  let from = 0
  let to = 0
  let inUnits = 0
  let inCount = 0
  let sumBefore = 0
  let countBefore = 0
  for (let i = 0; i < points.length; i++) {
    const at = points[i]!
    while (to <= at && next >= 0 && next < count) {
      sumBefore += inUnits
      countBefore += inCount
      inUnits = 0
      inCount = 0
      from = glyphs.cluster(next)
      for (; next >= 0 && next < count && glyphs.cluster(next) === from; next += step) {
        inUnits += glyphs.advance(next)
        inCount++
      }
      to = next >= 0 && next < count ? glyphs.cluster(next) : glyphs.text.length
    }
    const part = Math.max(0, at - from) / Math.max(1, to - from)
    units.push(whole((sumBefore + inUnits * part) / UNIT))
    if (counted) counts.push(countBefore + inCount * part)
  }
  return { points, units, glyphs: counts }
}

/** Rounds down to what the engine has as a small number, in all words but those of thousands of letters. */
function whole(value: number): number {
  return value < 0x80000000 ? value | 0 : Math.floor(value)
}

/** Returns where the clusters of a shaped text begin, its own beginning aside: it may be cut nowhere else. */
export function clusterStarts(glyphs: Glyphs): number[] {
  const starts = new Set<number>()
  for (let i = 0; i < glyphs.count; i++) starts.add(glyphs.cluster(i))
  starts.delete(0)
  return [...starts].sort((a, b) => a - b)
}
