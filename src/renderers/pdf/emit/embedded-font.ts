import type { CosDocument, CosValue } from '../cos.js'
import { PDFHexString, type PDFRef, toBytes } from '../cos.js'
import { cutCff } from '../fonts/cff.js'
import { cutTrueType } from '../fonts/cut-true-type.js'
import type { Face } from '../fonts/face.js'
import { FontError } from '../fonts/sfnt.js'
import type { Subsetter } from '../fonts/subset.js'
import { encodingMap, toUnicodeMap } from './character-maps.js'
import { BEFORE_FIRST, codeAfter } from './codes.js'

/** How a kind of outlines stands in a file: entries of the font inside, and the CID of each code there. */
interface Embedding {
  inner: { [key: string]: CosValue }
  cidOf: (code: number) => number
}

/** The collection that stands for none: CIDs as the font has them. */
const collection = { Registry: literal('Adobe'), Ordering: literal('Identity'), Supplement: 0 }

/**
 * A face as one document uses it. Each glyph has a code; where it stands for other text than it first did (a capital made by
 * a style, a hyphen at a line's end) it gets a further one, so that text read back is right in every reader, without a
 * detour.
 */
export class EmbeddedFont {
  readonly face: Face
  /** Name in the pages' resources. */
  readonly name: string
  /** The first code of each glyph, 0 where it has none, and the character that it stands for, if that is one of 16 bits. */
  private readonly codes: Uint16Array
  private readonly characters: Uint16Array
  private readonly further = new Map<string, number>()
  /** What each code stands for. */
  private readonly texts = new Map<number, string>()
  private readonly glyphs = new Map<number, number>()
  private readonly widths: Float64Array
  private last = BEFORE_FIRST

  constructor(face: Face, name: string) {
    this.face = face
    this.name = name
    const { glyphCount } = face.metrics
    this.codes = new Uint16Array(glyphCount)
    this.characters = new Uint16Array(glyphCount)
    this.widths = new Float64Array(glyphCount).fill(-1)
  }

  /** Returns the code under which a glyph is shown when it stands for a character, if that is its first one; 0 otherwise. */
  knownCode(glyph: number, character: number): number {
    return this.characters[glyph] === character ? this.codes[glyph]! : 0
  }

  /** Returns the code under which a glyph is shown when it stands for a text. */
  codeOf(glyph: number, text: string): number {
    const first = this.codes[glyph] ?? 0
    if (first !== 0 && this.texts.get(first) === text) return first
    const key = `${glyph} ${text}`
    const known = this.further.get(key)
    if (known !== undefined) return known
    const code = codeAfter(this.last)
    // With sixty thousand codes given out the first text must do.
    if (code === undefined) return first || this.last
    this.last = code
    // A broken font shows glyphs that it says it does not have.
    if (first === 0 && glyph < this.codes.length) {
      this.codes[glyph] = code
      if (text.length === 1) this.characters[glyph] = text.charCodeAt(0)
    } else this.further.set(key, code)
    this.texts.set(code, text)
    this.glyphs.set(code, glyph)
    return code
  }

  /** Returns a glyph's width in thousandths of an em. */
  widthOf(glyph: number): number {
    let width = this.widths[glyph] ?? -1
    if (width < 0) {
      width = round((this.face.advanceOf(glyph) * 1000) / this.face.upem)
      this.widths[glyph] = width
    }
    return width
  }

  /** Writes the font as a composite font with its glyphs cut to those used (ISO 32000-1 9.7). */
  async write(document: CosDocument, ref: PDFRef, subsetter: () => Promise<Subsetter>): Promise<void> {
    const codes = [...this.glyphs.keys()].sort((a, b) => a - b)
    const glyphs = [...new Set(this.glyphs.values())].sort((a, b) => a - b)
    const name = `${this.tag(glyphs)}+${this.face.postScriptName}`
    const { inner, cidOf } = await this.embed(document, name, codes, glyphs, subsetter)
    const widths = new Map(codes.map(code => [cidOf(code), this.widthOf(this.glyphs.get(code)!)]))
    const descendant = document.add({
      Type: 'Font',
      BaseFont: name,
      CIDSystemInfo: collection,
      DW: 0,
      W: widthArray([...widths].sort(([a], [b]) => a - b)),
      ...inner,
    })
    document.add(
      {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: codes.every(code => cidOf(code) === code) ? 'Identity-H' : this.encoding(document, codes, cidOf),
        DescendantFonts: [descendant],
        ToUnicode: document.addStream({}, toBytes(toUnicodeMap(codes, code => this.texts.get(code)!))),
      },
      ref,
    )
  }

  /** Where CFF outlines keep CIDs of their own, it is the encoding that leads from codes to them. */
  private encoding(document: CosDocument, codes: readonly number[], cidOf: Embedding['cidOf']): PDFRef {
    const name = `Standfirst-${this.name}-H`
    const map = toBytes(encodingMap(name, codes, cidOf))
    return document.addStream({ Type: 'CMap', CMapName: name, CIDSystemInfo: collection, WMode: 0 }, map)
  }

  private async embed(
    document: CosDocument,
    name: string,
    codes: readonly number[],
    glyphs: readonly number[],
    subsetter: () => Promise<Subsetter>,
  ): Promise<Embedding> {
    const { face } = this
    try {
      if (face.cff) {
        // A glyph has one CID: the codes can be the CIDs where none has two.
        const wanted = this.further.size === 0 ? new Map(glyphs.map(glyph => [glyph, this.codes[glyph]!])) : undefined
        const { table, cidOf } = cutCff(face, glyphs, await subsetter(), wanted)
        const file = document.addStream({ Subtype: 'CIDFontType0C' }, table)
        const FontDescriptor = document.add(this.descriptor(name, { FontFile3: file }))
        return {
          inner: { Subtype: 'CIDFontType0', FontDescriptor },
          cidOf: code => cidOf.get(this.glyphs.get(code)!)!,
        }
      }
      const program = cutTrueType(face.bytes, glyphs, face.index)
      const file = document.addStream({ Length1: program.length }, program)
      const FontDescriptor = document.add(this.descriptor(name, { FontFile2: file }))
      const CIDToGIDMap = document.addStream({}, this.glyphMap(codes))
      return { inner: { Subtype: 'CIDFontType2', FontDescriptor, CIDToGIDMap }, cidOf: code => code }
    } catch (error) {
      if (error instanceof FontError) throw new FontError(`the font \`${face.family}\` ${error.message}`)
      throw error
    }
  }

  /** The map that leads from CIDs, which are the codes, to the glyphs of TrueType outlines (ISO 32000-1 table 117). */
  private glyphMap(codes: readonly number[]): Uint8Array {
    const map = new Uint8Array((codes.at(-1)! + 1) * 2)
    for (const code of codes) {
      const glyph = this.glyphs.get(code)!
      map[code * 2] = glyph >> 8
      map[code * 2 + 1] = glyph & 0xff
    }
    return map
  }

  private descriptor(name: string, file: { [key: string]: PDFRef }) {
    const { metrics, upem } = this.face
    const scaled = (value: number) => Math.round((value * 1000) / upem)
    return {
      Type: 'FontDescriptor',
      FontName: name,
      // Symbolic: its codes are those of no standard encoding (ISO 32000-1 table 123).
      Flags: 4 | (metrics.fixedPitch ? 1 : 0) | (metrics.italicAngle !== 0 ? 64 : 0),
      FontBBox: metrics.bbox.map(scaled),
      ItalicAngle: Math.round(metrics.italicAngle * 100) / 100,
      Ascent: scaled(metrics.ascent),
      Descent: scaled(metrics.descent),
      CapHeight: scaled(metrics.capHeight),
      StemV: 80,
      ...file,
    }
  }

  /** Six capitals drawn from the glyphs used: the same subset has the same name. */
  private tag(glyphs: readonly number[]): string {
    let hash = 0x811c9dc5
    for (const glyph of glyphs) hash = Math.imul(hash ^ glyph, 0x01000193) >>> 0
    let tag = ''
    for (let i = 0; i < 6; i++) {
      tag += String.fromCharCode(65 + (hash % 26))
      hash = Math.floor(hash / 26) + i * 7919
    }
    return tag
  }
}

/** Returns widths by CID as `W` has them: each run of neighbours in one list (ISO 32000-1 9.7.4.3). */
function widthArray(widths: readonly (readonly [number, number])[]): (number | number[])[] {
  const result: (number | number[])[] = []
  let run: number[] = []
  let expected = -1
  for (const [cid, width] of widths) {
    if (cid !== expected) {
      run = []
      result.push(cid, run)
    }
    run.push(width)
    expected = cid + 1
  }
  return result
}

function literal(text: string): PDFHexString {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(2, '0')
  return PDFHexString.of(hex)
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
