import { GlyphColumns, type Glyphs } from './glyphs.js'
import type { Harfbuzz, ShapeWish } from './harfbuzz.js'
import type { KnownPairs } from './known-pairs.js'
import { Pairs, type ShapeTexts } from './pairs.js'
import { isEuropean } from './scripts.js'
import { checkOutlines, openSfnt, type Sfnt, unbroken } from './sfnt.js'

/** Words kept per face before its cache is emptied: bounds memory in a run over thousands of articles. */
const CACHE_LIMIT = 60_000

/** Where fields stand in `head` (ISO/IEC 14496-22 5.2.2). */
const CHECK_SUM = 8
const UNITS_PER_EM = 18

/** Measures of a font program, in font units; `bbox` is left, bottom, right, top. */
export interface FaceMetrics {
  ascent: number
  descent: number
  capHeight: number
  xHeight: number
  italicAngle: number
  bbox: readonly [number, number, number, number]
  glyphCount: number
  fixedPitch: boolean
}

/** What a face is called: in this program, by its users, and in a PDF. */
export interface FaceNames {
  id: string
  family: string
  /** PostScript name. */
  name: string
  /** Its tables look at no more than two neighbouring characters: words may be put together from pairs. */
  pairwise?: boolean
}

/** A key of `words` names a wish: what is known under it, if anything, is looked up once. */
type Known = { pairs: KnownPairs; set: Uint16Array } | null

/** One font program, open for shaping. Keeps what it has shaped: a language has few words. */
export class Face {
  readonly id: string
  readonly family: string
  readonly bytes: Uint8Array
  /** Which font of a collection. */
  readonly index: number
  readonly upem: number
  readonly metrics: FaceMetrics
  readonly postScriptName: string
  /** Its outlines are CFF, not TrueType. */
  readonly cff: boolean
  /** HarfBuzz, which is not started where all that is asked is known. */
  private readonly harfbuzz: () => Harfbuzz
  private readonly sfnt: Sfnt
  #opened: ReturnType<Harfbuzz['openFont']> | undefined
  /** What is known of pairs since the program was built, and which of it answers a wish, by what words are kept by. */
  private readonly built: KnownPairs | undefined
  private readonly known = new Map<string, Known>()
  private readonly glyphs = new Map<number, number>()
  private readonly words = new Map<string, Map<string, Glyphs>>()
  /** What is known of pairs, by what words are kept by; nothing where words are more than their pairs. */
  private readonly pairs: Map<string, Pairs> | undefined
  private columns = new GlyphColumns()
  private count = 0
  #blank: number | undefined
  #coversAscii: boolean | undefined
  #hyphenAdvance: number | undefined

  /** Opens a font. Throws `FontError` where it is broken. */
  constructor(
    harfbuzz: () => Harfbuzz,
    { id, family, name, pairwise }: FaceNames,
    bytes: Uint8Array,
    index = 0,
    known?: ReadonlyMap<number, KnownPairs>,
  ) {
    const sfnt = openSfnt(bytes, index)
    this.metrics = unbroken(() => readMetrics(sfnt))
    this.cff = sfnt.tables.has('CFF ')
    checkOutlines(sfnt)
    this.id = id
    this.family = family
    this.pairs = pairwise ? new Map() : undefined
    this.bytes = bytes
    this.index = index
    this.harfbuzz = harfbuzz
    this.sfnt = sfnt
    const head = sfnt.tables.get('head')!.offset
    this.built = known?.get(sfnt.view.getUint32(head + CHECK_SUM))
    this.upem = this.built ? sfnt.view.getUint16(head + UNITS_PER_EM) : this.opened.upem
    this.postScriptName = name.replace(/[^A-Za-z0-9-]/g, '')
  }

  private get opened(): ReturnType<Harfbuzz['openFont']> {
    this.#opened ??= this.harfbuzz().openFont(this.bytes, this.index)
    return this.#opened
  }

  /** Returns the glyph of a character, 0 where the face has none. */
  glyphOf(codePoint: number): number {
    let glyph = this.glyphs.get(codePoint)
    if (glyph === undefined) {
      glyph = this.built?.glyphOf(codePoint) ?? this.harfbuzz().glyphOf(this.opened.font, codePoint)
      this.glyphs.set(codePoint, glyph)
    }
    return glyph
  }

  /** Returns every character that the face has a glyph for. */
  characters(): readonly number[] {
    return this.harfbuzz().charactersOf(this.opened.face)
  }

  /** Returns a glyph's advance, in font units. */
  advanceOf(glyph: number): number {
    return this.built ? advanceOf(this.sfnt, glyph) : this.harfbuzz().advanceOf(this.opened.font, glyph)
  }

  /** Advance of the hyphen that is put where a word is divided, in font units. */
  get hyphenAdvance(): number {
    this.#hyphenAdvance ??= this.advanceOf(this.glyphOf(0x2d))
    return this.#hyphenAdvance
  }

  /** A glyph without width, where the face has one. Many faces draw their joiners, so it is not to be painted. */
  get blank(): number | undefined {
    this.#blank ??= [0x200b, 0xfeff, 0x200c, 0x200d].map(code => this.glyphOf(code)).find(this.isBlank) ?? 0
    return this.#blank || undefined
  }

  private readonly isBlank = (glyph: number) => glyph !== 0 && this.advanceOf(glyph) === 0

  /** Returns the box of a glyph's ink, in font units. */
  inkOf(glyph: number): { left: number; top: number; width: number; height: number } {
    return this.harfbuzz().inkOf(this.opened.font, glyph)
  }

  /** Whether it has every character of ASCII that has ink. */
  get coversAscii(): boolean {
    if (this.#coversAscii === undefined) {
      let code = 0x21
      while (code < 0x7f && this.glyphOf(code) !== 0) code++
      this.#coversAscii = code === 0x7f
    }
    return this.#coversAscii
  }

  /** Returns words of a European script, each named once, shaped in one go: a call for each would cost more. Left to right only. */
  shapeWords(texts: readonly string[], wish: Omit<ShapeWish, 'text'>, key: string): Glyphs[] {
    this.bound()
    if (!this.pairs) return this.shapeOnce(texts, wish, key)
    // To put a word together anew takes no longer than to look for it.
    this.count += texts.length
    return this.shapeFresh(texts, wish, key)
  }

  private shapeOnce(texts: readonly string[], wish: Omit<ShapeWish, 'text'>, key: string): Glyphs[] {
    const known = this.wordsOf(key)
    const fresh = texts.filter(text => !known.has(text))
    this.count += fresh.length
    const shaped = fresh.length > 0 ? this.shapeFresh(fresh, wish, key) : []
    fresh.forEach((text, index) => {
      known.set(text, shaped[index]!)
    })
    return texts.map(text => known.get(text)!)
  }

  private shapeFresh(fresh: readonly string[], wish: Omit<ShapeWish, 'text'>, key: string): Glyphs[] {
    const known = this.knownFor(wish, key)
    if (!known) return this.askHarfbuzz(fresh, wish, key)
    const { pairs, set } = known
    const shaped: (Glyphs | undefined)[] = []
    let unknown = false
    for (let i = 0; i < fresh.length; i++) {
      const word = pairs.put(fresh[i]!, set, this.columns)
      if (word === undefined) unknown = true
      shaped.push(word)
    }
    if (unknown) this.shapeRest(shaped, fresh, wish, key)
    return shaped as Glyphs[]
  }

  /** Shapes the words that are not known whole. */
  private shapeRest(
    shaped: (Glyphs | undefined)[],
    fresh: readonly string[],
    wish: Omit<ShapeWish, 'text'>,
    key: string,
  ): void {
    const rest = this.askHarfbuzz(
      fresh.filter((_, i) => !shaped[i]),
      wish,
      key,
    )
    let next = 0
    for (let i = 0; i < shaped.length; i++) shaped[i] ??= rest[next++]
  }

  private knownFor(wish: Omit<ShapeWish, 'text'>, key: string): Known {
    let known = this.known.get(key)
    if (known === undefined) {
      const set = this.built?.setFor(wish)
      known = set ? { pairs: this.built!, set } : null
      this.known.set(key, known)
    }
    return known
  }

  private askHarfbuzz(fresh: readonly string[], wish: Omit<ShapeWish, 'text'>, key: string): Glyphs[] {
    const shape: ShapeTexts = (texts, columns) => this.harfbuzz().shapeWords(this.opened.font, texts, wish, columns)
    if (!this.pairs) return shape(fresh, this.columns)
    let pairs = this.pairs.get(key)
    if (!pairs) {
      pairs = new Pairs()
      this.pairs.set(key, pairs)
    }
    return pairs.shapeWords(fresh, shape, this.columns)
  }

  /** Shapes a run, once. `key` names everything but the text: script, language, direction and features. */
  shape(wish: ShapeWish, key: string): Glyphs {
    let glyphs = this.wordsOf(key).get(wish.text)
    if (!glyphs) {
      this.bound()
      this.count++
      // Of a script that goes the other way HarfBuzz turns signs round, but not with figures among them: pairs do not tell.
      glyphs =
        this.pairs && !wish.rtl && isEuropean(wish.script)
          ? this.shapeFresh([wish.text], wish, key)[0]!
          : this.harfbuzz().shape(this.opened.font, wish, this.columns)
      this.wordsOf(key).set(wish.text, glyphs)
    }
    return glyphs
  }

  /** Forgets all that was shaped where it is too much; who holds a word of it keeps that. */
  private bound(): void {
    if (this.count < CACHE_LIMIT) return
    this.words.clear()
    this.columns = new GlyphColumns()
    this.count = 0
  }

  private wordsOf(key: string): Map<string, Glyphs> {
    let words = this.words.get(key)
    if (!words) {
      words = new Map()
      this.words.set(key, words)
    }
    return words
  }
}

/** Reads a glyph's advance from `hmtx`, whose last one is that of all glyphs behind it (ISO/IEC 14496-22 5.2.5). */
function advanceOf({ view, tables }: Sfnt, glyph: number): number {
  const last = view.getUint16(tables.get('hhea')!.offset + 34) - 1
  return view.getUint16(tables.get('hmtx')!.offset + Math.min(glyph, last) * 4)
}

/** Reads the measures that a PDF font descriptor needs (ISO 32000-1 9.8) from `head`, `hhea`, `OS/2`, `post` and `maxp`. */
function readMetrics({ view, tables }: Sfnt): FaceMetrics {
  const head = tables.get('head')!.offset
  const hhea = tables.get('hhea')!.offset
  const post = tables.get('post')?.offset
  const os2 = tables.get('OS/2')?.offset
  const ascent = view.getInt16(hhea + 4)
  const modern = os2 !== undefined && view.getUint16(os2) >= 2
  return {
    ascent,
    descent: view.getInt16(hhea + 6),
    capHeight: modern ? view.getInt16(os2 + 88) : Math.round(ascent * 0.7),
    xHeight: modern ? view.getInt16(os2 + 86) : Math.round(ascent * 0.5),
    italicAngle: post === undefined ? 0 : view.getInt32(post + 4) / 65536,
    bbox: [view.getInt16(head + 36), view.getInt16(head + 38), view.getInt16(head + 40), view.getInt16(head + 42)],
    glyphCount: view.getUint16(tables.get('maxp')!.offset + 4),
    fixedPitch: post !== undefined && view.getUint32(post + 12) !== 0,
  }
}
