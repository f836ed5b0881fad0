/**
 * Words put together from their pairs of characters. A face whose tables look at no more than two neighbours sets a word as it
 * sets its pairs, and where a report has ten thousand words, its language has a thousand pairs: HarfBuzz is asked those alone.
 */
import { GlyphColumns, Glyphs } from './glyphs.js'

/** Shapes texts, each apart from the others, and keeps their glyphs in the columns given. */
export type ShapeTexts = (texts: readonly string[], columns: GlyphColumns) => Glyphs[]

/** Up to Cyrillic Supplement, then General Punctuation’s first signs, then the euro: each has a place of its own in a row. */
const LETTERS = 0x530
const PUNCTUATION = 0x2010
const AFTER_PUNCTUATION = 0x2027
const EURO = 0x20ac
const SIZE = LETTERS + AFTER_PUNCTUATION - PUNCTUATION + 1

/** Of a pair: nobody has asked yet; its characters do not stand side by side as they stand alone, but join or change. */
const UNKNOWN = -0x8000
const JOINED = 0x7fff

/** What one face does with pairs in one script, language and set of features. Distances are font units. */
export class Pairs {
  /** By a character's place: its glyph, and its advance alone; `UNKNOWN` and `JOINED` as with pairs. */
  private readonly gid = new Int32Array(SIZE).fill(UNKNOWN)
  private readonly advance = new Int32Array(SIZE)
  /** By the places of two characters: what is added to the advance of the first. */
  private readonly kerning: (Int16Array | undefined)[] = new Array(SIZE)
  /** What HarfBuzz says, until it is noted. */
  private readonly answers = new GlyphColumns()

  /** Returns words as `shape` would shape them, their glyphs kept in `columns`. From left to right only. */
  shapeWords(words: readonly string[], shape: ShapeTexts, columns: GlyphColumns): Glyphs[] {
    const shaped: Glyphs[] = []
    const unknown: string[] = []
    const left: number[] = []
    for (let i = 0; i < words.length; i++) {
      const word = this.put(words[i]!, columns)
      if (word) shaped[i] = word
      else {
        this.lookThrough(words[i]!, unknown)
        left.push(i)
      }
    }
    if (unknown.length > 0) {
      this.answers.count = 0
      this.learn(shape(unknown, this.answers))
    }
    const others: number[] = []
    for (const i of left) {
      const word = this.put(words[i]!, columns)
      if (word) shaped[i] = word
      else others.push(i)
    }
    if (others.length === 0) return shaped
    const rest = shape(
      others.map(i => words[i]!),
      columns,
    )
    others.forEach((i, index) => {
      shaped[i] = rest[index]!
    })
    return shaped
  }

  /** Adds to `unknown` what has not been asked yet of the characters and the pairs of a word. */
  private lookThrough(word: string, unknown: string[]): void {
    let row: Int16Array | undefined
    for (let at = 0; at < word.length; at++) {
      const place = placeOf(word.charCodeAt(at))
      if (place >= 0) {
        if (this.gid[place] === UNKNOWN) {
          this.gid[place] = JOINED
          unknown.push(word[at]!)
        }
        if (row && row[place] === UNKNOWN) {
          row[place] = JOINED
          unknown.push(word.slice(at - 1, at + 1))
        }
      }
      row = place >= 0 ? this.rowOf(place) : undefined
    }
  }

  /** Notes what HarfBuzz says of characters and pairs: of each character before any pair that it stands in. */
  private learn(answers: readonly Glyphs[]): void {
    for (let i = 0; i < answers.length; i++) if (answers[i]!.text.length === 1) this.noteCharacter(answers[i]!)
    for (let i = 0; i < answers.length; i++) if (answers[i]!.text.length === 2) this.notePair(answers[i]!)
  }

  private noteCharacter(glyphs: Glyphs): void {
    if (glyphs.count !== 1 || !glyphs.inRow) return
    const place = placeOf(glyphs.text.charCodeAt(0))
    this.gid[place] = glyphs.gid(0)
    this.advance[place] = glyphs.advance(0)
  }

  private notePair(glyphs: Glyphs): void {
    if (glyphs.count !== 2 || !glyphs.inRow) return
    const first = placeOf(glyphs.text.charCodeAt(0))
    const second = placeOf(glyphs.text.charCodeAt(1))
    if (glyphs.gid(0) !== this.gid[first] || glyphs.gid(1) !== this.gid[second]) return
    if (glyphs.advance(1) !== this.advance[second]) return
    this.rowOf(first)[second] = glyphs.advance(0) - this.advance[first]!
  }

  /** Returns a word whose characters stand side by side, a glyph each; nothing where one does not, or is not known yet. */
  private put(word: string, columns: GlyphColumns): Glyphs | undefined {
    const { gid, advance, kerning } = this
    const { length } = word
    const first = columns.add(length)
    const { gid: gids, cluster: clusters, advance: advances } = columns
    let width = 0
    let row: Int16Array | undefined
    for (let at = 0; at < length; at++) {
      const place = placeOf(word.charCodeAt(at))
      const glyph = place < 0 ? UNKNOWN : gid[place]!
      const kern = at === 0 ? 0 : row === undefined ? UNKNOWN : row[place]!
      if (glyph === UNKNOWN || glyph === JOINED || kern === UNKNOWN || kern === JOINED) {
        columns.count = first
        return undefined
      }
      if (kern !== 0) advances[first + at - 1]! += kern
      gids[first + at] = glyph
      clusters[first + at] = at
      advances[first + at] = advance[place]!
      width += advance[place]! + kern
      row = kerning[place]
    }
    return new Glyphs(word, false, columns, first, length, width, true)
  }

  private rowOf(place: number): Int16Array {
    this.kerning[place] ??= new Int16Array(SIZE).fill(UNKNOWN)
    return this.kerning[place]
  }
}

/** Neighbours are seen through what is invisible; and between two l of Catalan a middle dot is set with both of them. */
const SOFT_HYPHEN = 0xad
const GRAPHEME_JOINER = 0x34f
const MIDDLE_DOT = 0xb7

/** Each character's place in a row by its code, -1 where it has none. */
const places = new Int16Array(EURO + 1).fill(-1)
for (let code = 0; code < LETTERS; code++) places[code] = code
for (let code = PUNCTUATION; code < AFTER_PUNCTUATION; code++) places[code] = LETTERS + code - PUNCTUATION
for (const code of [SOFT_HYPHEN, GRAPHEME_JOINER, MIDDLE_DOT]) places[code] = -1
places[EURO] = SIZE - 1

function placeOf(code: number): number {
  return code <= EURO ? places[code]! : -1
}
