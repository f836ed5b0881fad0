/**
 * What HarfBuzz says of the characters and the pairs of the shipped text faces, asked when the program is built: a text in
 * Latin letters that is set in them alone neither compiles nor runs it. `pack-pairs.ts` writes the table that this file reads.
 */
import { type GlyphColumns, Glyphs } from './glyphs.js'
import type { ShapeWish } from './harfbuzz.js'

/** The table's path among what ships. Without it HarfBuzz is asked. */
export const KNOWN_PAIRS = 'fonts/pairs.bin'
/** First in the table; where the machine has the bytes of a number the other way round, it reads as another. */
export const VERSION = 0x5001
/** Of a character: it has no glyph of its own. Of a pair: its characters become one, or stand otherwise than each alone. */
export const NONE = 0xffff
export const JOINED = 0x7fff
/** Numbers at the head of a face, before its columns. */
export const HEADER = 6

/** Sets of features that the program's styles ask for, as `features.join()` names them. */
export const featureSets = ['', 'onum,pnum', 'lnum,pnum', 'lnum,tnum', 'sups', 'onum,pnum,sups', 'lnum,pnum,sups']

/** Languages for which the faces have no rules of their own, as a test asks HarfBuzz of each face. */
export const plainLanguages: ReadonlySet<string> = new Set(
  'cs cy da de en es et eu fi fr ga gd gl hr hu id is it lt lv ms nb nn no pl pt sk sl sq sv'.split(' '),
)

/** Latin characters and signs of punctuation, in order; without those that neighbours are seen through. */
export const knownCharacters: readonly number[] = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0x17f),
  ...range(0x2010, 0x2026),
]
  .filter(code => code !== 0xad && code !== 0xb7)
  .concat(0x20ac)

const places = new Int16Array(0x20ad).fill(-1)
knownCharacters.forEach((code, place) => {
  places[code] = place
})

/** A face's check sum in two halves, then how many of each there are. */
type Header = [low: number, high: number, glyphs: number, rows: number, columns: number, ligatures: number]

/** What is known of one face. */
export class KnownPairs {
  private readonly plain: Uint16Array
  private readonly gid: Uint16Array
  private readonly advance: Uint16Array
  private readonly row: Uint16Array
  private readonly column: Uint16Array
  private readonly kerning: Int16Array
  private readonly columns: number
  /** A first glyph, a second one, and what both become. */
  private readonly ligatures: Uint16Array
  private readonly sets: Uint16Array[]

  /** Reads a face that begins at a place of the table. */
  constructor(table: Uint16Array, start: number) {
    const [, , glyphs, rows, columns, ligatures] = table.subarray(start, start + HEADER) as unknown as Header
    let at = start + HEADER
    const take = (count: number) => {
      at += count
      return table.subarray(at - count, at)
    }
    this.plain = take(knownCharacters.length)
    this.gid = take(glyphs)
    this.advance = take(glyphs)
    this.row = take(glyphs)
    this.column = take(glyphs)
    const kerning = take(rows * columns)
    this.kerning = new Int16Array(kerning.buffer, kerning.byteOffset, kerning.length)
    this.columns = columns
    this.ligatures = take(ligatures * 3)
    this.sets = featureSets.map(() => take(knownCharacters.length))
  }

  /** Returns the glyph of a character, 0 where the face has none; nothing where that is not known. */
  glyphOf(code: number): number | undefined {
    const place = placeOf(code)
    return place < 0 ? undefined : this.plain[place]!
  }

  /** Returns each character's glyph under a wish; nothing where it is one that is not known. */
  setFor({ rtl, script, language, features }: Omit<ShapeWish, 'text'>): Uint16Array | undefined {
    if (rtl || script !== 'Latn' || !plainLanguages.has(/^[a-z]*(?=-[A-Z]{2}$|$)/.exec(language)?.[0] ?? '')) return
    const index = featureSets.indexOf(features.join())
    return index < 0 ? undefined : this.sets[index]
  }

  /** Returns a word as HarfBuzz shapes it, its glyphs kept in `columns`; nothing where not all of it is known. */
  put(word: string, set: Uint16Array, columns: GlyphColumns): Glyphs | undefined {
    const count = this.join(word, set)
    if (count < 0) return undefined
    const first = columns.add(count)
    const { gid: gids, cluster: clusters, advance: advances } = columns
    let width = 0
    for (let i = 0; i < count; i++) {
      const glyph = line[i]!
      const kern = kerns[i + 1]!
      if (kern === JOINED) {
        columns.count = first
        return undefined
      }
      const advance = this.advance[glyph]! + kern
      gids[first + i] = this.gid[glyph]!
      clusters[first + i] = starts[i]!
      advances[first + i] = advance
      width += advance
    }
    return new Glyphs(word, false, columns, first, count, width, true)
  }

  /** Puts a word's glyphs in line, ligatures made, and returns how many they are; -1 where one is not known. */
  private join(word: string, set: Uint16Array): number {
    const { length } = word
    if (length > line.length) return -1
    let count = 0
    for (let at = 0; at < length; at++) {
      const place = placeOf(word.charCodeAt(at))
      const glyph = place < 0 ? NONE : set[place]!
      if (glyph === NONE) return -1
      const kern = count > 0 ? this.between(line[count - 1]!, glyph) : 0
      if (kern === JOINED) {
        if (!this.ligate(count - 1, glyph)) return -1
      } else {
        starts[count] = at
        kerns[count] = kern
        line[count++] = glyph
      }
    }
    kerns[count] = 0
    return count
  }

  /** Makes one of a glyph in line and the one that comes after it; returns whether they are known to become one. */
  private ligate(last: number, glyph: number): boolean {
    const ligature = this.ligature(line[last]!, glyph)
    if (ligature === NONE) return false
    line[last] = ligature
    kerns[last] = last > 0 ? this.between(line[last - 1]!, ligature) : 0
    return true
  }

  private between(before: number, after: number): number {
    return this.kerning[this.row[before]! * this.columns + this.column[after]!]!
  }

  private ligature(before: number, after: number): number {
    const { ligatures } = this
    for (let at = 0; at < ligatures.length; at += 3)
      if (ligatures[at] === before && ligatures[at + 1] === after) return ligatures[at + 2]!
    return NONE
  }
}

/** The glyphs of the word at work, where in the word each begins, and how much nearer it stands to the one before it. */
const line = new Uint16Array(128)
const starts = new Uint8Array(128)
const kerns = new Int16Array(129)

function placeOf(code: number): number {
  return code < places.length ? places[code]! : -1
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/**
 * Returns what is known of the faces in a table, by the check sums of their files (`head`, `checkSumAdjustment`); nothing where
 * the table is not as long as it says.
 */
export function readKnownPairs(bytes: Uint8Array): ReadonlyMap<number, KnownPairs> {
  const known = new Map<number, KnownPairs>()
  const own = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice()
  const table = new Uint16Array(own.buffer, own.byteOffset, own.length >> 1)
  if (table[0] !== VERSION) return known
  let at = 2
  for (let face = 0; face < table[1]!; face++) {
    const [low, high, glyphs, rows, columns, ligatures] = table.subarray(at, at + HEADER) as unknown as Header
    known.set(high * 0x10000 + low, new KnownPairs(table, at))
    const sets = (featureSets.length + 1) * knownCharacters.length
    at += HEADER + sets + glyphs * 4 + rows * columns + ligatures * 3
  }
  return at === table.length ? known : new Map()
}
