import type { CosDocument, CosValue } from '../cos.js'
import { hex4, PDFHexString, type PDFRef, toBytes } from '../cos.js'
import { type CffProgram, cutCff } from '../fonts/cff.js'
import { cutTrueType } from '../fonts/cut-true-type.js'
import type { Face } from '../fonts/face.js'
import { FontError } from '../fonts/sfnt.js'
import type { Subsetter } from '../fonts/subset.js'
import type { Fragment } from '../text/fragment.js'
import type { CodedText } from './coded-text.js'

/** How a kind of outlines stands in a file: entries of the font inside, and what leads from codes to it. */
interface Embedding {
  inner: { [key: string]: CosValue }
  encoding: string | PDFRef
}

/** The collection that stands for none: CIDs as the font has them. */
const collection = { Registry: literal('Adobe'), Ordering: literal('Identity'), Supplement: 0 }
const encodingName = 'Standfirst-Codes-H'
const encodingEntries = { Type: 'CMap', CMapName: encodingName, CIDSystemInfo: collection, WMode: 0 }

/**
 * A face as one document uses it. A glyph's code is its id; where a glyph stands for other text than it first did (a
 * capital made by a style, a hyphen at a line's end) it gets a further code of its own, so that text read back is right in
 * every reader, without a detour.
 */
export class EmbeddedFont {
  readonly face: Face
  /** Name in the pages' resources. */
  readonly name: string
  /** Words as coded for this font; `null` where codes alone do not do. */
  readonly coded = new Map<Fragment, CodedText | null>()
  readonly #texts = new Map<number, string>()
  readonly #glyphs = new Map<number, number>()
  readonly #further = new Map<string, number>()
  readonly #widths = new Map<number, number>()
  #next: number

  constructor(face: Face, name: string) {
    this.face = face
    this.name = name
    this.#next = face.metrics.glyphCount
  }

  /** Returns the code under which a glyph is shown when it stands for a text. */
  codeOf(glyph: number, text: string): number {
    const first = this.#texts.get(glyph)
    if (first === undefined) {
      this.#texts.set(glyph, text)
      this.#glyphs.set(glyph, glyph)
      return glyph
    }
    if (first === text) return glyph
    const key = `${glyph} ${text}`
    let code = this.#further.get(key)
    if (code === undefined) {
      // Codes have two bytes: beyond them the first text must do.
      if (this.#next > 0xffff) return glyph
      code = this.#next++
      this.#further.set(key, code)
      this.#texts.set(code, text)
      this.#glyphs.set(code, glyph)
    }
    return code
  }

  /** Returns a glyph's width in thousandths of an em. */
  widthOf(glyph: number): number {
    let width = this.#widths.get(glyph)
    if (width === undefined) {
      width = round((this.face.advanceOf(glyph) * 1000) / this.face.upem)
      this.#widths.set(glyph, width)
    }
    return width
  }

  /** Writes the font as a composite font with its glyphs cut to those used (ISO 32000-1 9.7). */
  async write(document: CosDocument, ref: PDFRef, subsetter: () => Promise<Subsetter>): Promise<void> {
    const glyphs = [...new Set(this.#glyphs.values())].sort((a, b) => a - b)
    const name = `${this.#tag(glyphs)}+${this.face.postScriptName}`
    const common = {
      Type: 'Font',
      BaseFont: name,
      CIDSystemInfo: collection,
      DW: 0,
    }
    const { inner, encoding } = await this.#embed(document, name, glyphs, subsetter)
    const descendant = document.add({ ...common, ...inner })
    document.add(
      {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: encoding,
        DescendantFonts: [descendant],
        ToUnicode: document.addStream({}, toBytes(this.#toUnicode())),
      },
      ref,
    )
  }

  async #embed(
    document: CosDocument,
    name: string,
    glyphs: readonly number[],
    subsetter: () => Promise<Subsetter>,
  ): Promise<Embedding> {
    const { face } = this
    try {
      return face.cff
        ? this.#withCff(document, name, cutCff(face, glyphs, await subsetter()))
        : this.#withTrueType(document, name, cutTrueType(face.bytes, glyphs, face.index))
    } catch (error) {
      if (error instanceof FontError) throw new FontError(`the font \`${face.family}\` ${error.message}`)
      throw error
    }
  }

  /** TrueType outlines: a code is a CID, and a map leads from there to the glyph (ISO 32000-1 9.7.4.2). */
  #withTrueType(document: CosDocument, name: string, program: Uint8Array): Embedding {
    const file = document.addStream({ Length1: program.length }, program)
    return {
      encoding: 'Identity-H',
      inner: {
        Subtype: 'CIDFontType2',
        FontDescriptor: document.add(this.#descriptor(name, { FontFile2: file })),
        CIDToGIDMap: this.#further.size > 0 ? document.addStream({}, this.#codeMap()) : 'Identity',
        W: widthArray(this.#codes().map(code => [code, this.widthOf(this.#glyphs.get(code)!)])),
      },
    }
  }

  /**
   * CFF outlines: the font program itself says which glyph has which CID, so that it is the encoding that leads from codes
   * to CIDs. Without CIDs of its own a program's glyph ids stand for them (ISO 32000-1 9.7.4.2).
   */
  #withCff(document: CosDocument, name: string, { table, ...program }: CffProgram): Embedding {
    const cidOf = (code: number) => program.cidOf.get(this.#glyphs.get(code)!)!
    const file = document.addStream({ Subtype: 'CIDFontType0C' }, table)
    const codes = this.#codes()
    const widths = new Map(codes.map(code => [cidOf(code), this.widthOf(this.#glyphs.get(code)!)]))
    return {
      encoding: document.addStream(encodingEntries, toBytes(encodingMap(codes, cidOf))),
      inner: {
        Subtype: 'CIDFontType0',
        FontDescriptor: document.add(this.#descriptor(name, { FontFile3: file })),
        W: widthArray([...widths].sort(([a], [b]) => a - b)),
      },
    }
  }

  #descriptor(name: string, file: { [key: string]: PDFRef }) {
    const { metrics, upem } = this.face
    const scaled = (value: number) => Math.round((value * 1000) / upem)
    return {
      Type: 'FontDescriptor',
      FontName: name,
      // Symbolic: the program's own glyph ids are the codes (ISO 32000-1 table 123).
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
  #tag(glyphs: readonly number[]): string {
    let hash = 0x811c9dc5
    for (const glyph of glyphs) hash = Math.imul(hash ^ glyph, 0x01000193) >>> 0
    let tag = ''
    for (let i = 0; i < 6; i++) {
      tag += String.fromCharCode(65 + (hash % 26))
      hash = Math.floor(hash / 26) + i * 7919
    }
    return tag
  }

  #codes(): number[] {
    return [...this.#glyphs.keys()].sort((a, b) => a - b)
  }

  #codeMap(): Uint8Array {
    const codes = this.#codes()
    const map = new Uint8Array((codes.at(-1)! + 1) * 2)
    for (const code of codes) {
      const glyph = this.#glyphs.get(code)!
      map[code * 2] = glyph >> 8
      map[code * 2 + 1] = glyph & 0xff
    }
    return map
  }

  /** The character map that reads codes back (ISO 32000-1 9.10.3). */
  #toUnicode(): string {
    const rows = this.#codes().map(code => `<${hex4(code)}> <${utf16(this.#texts.get(code)!)}>`)
    return characterMap({ name: 'Adobe-Identity-UCS', ordering: 'UCS', type: 2 }, blocks('bfchar', rows))
  }
}

/** The character map that leads from codes to CIDs (ISO 32000-1 9.7.5.4). */
function encodingMap(codes: readonly number[], cidOf: (code: number) => number): string {
  const rows = codes.map(code => `<${hex4(code)}> ${cidOf(code)}`)
  return characterMap({ name: encodingName, ordering: 'Identity', type: 1 }, blocks('cidchar', rows))
}

/** Rows of a character map: at most a hundred stand together. */
function blocks(kind: string, rows: readonly string[]): string {
  let text = ''
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100)
    text += `${block.length} begin${kind}\n${block.join('\n')}\nend${kind}\n`
  }
  return text
}

function characterMap({ name, ordering, type }: { name: string; ordering: string; type: 1 | 2 }, rows: string): string {
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> def\n` +
    `/CMapName /${name} def\n/CMapType ${type} def\n${type === 1 ? '/WMode 0 def\n' : ''}` +
    `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${rows}` +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
  )
}

/** Returns widths by code as `W` has them: each run of neighbours in one list (ISO 32000-1 9.7.4.3). */
function widthArray(widths: readonly (readonly [number, number])[]): (number | number[])[] {
  const result: (number | number[])[] = []
  let run: number[] = []
  let expected = -1
  for (const [code, width] of widths) {
    if (code !== expected) {
      run = []
      result.push(code, run)
    }
    run.push(width)
    expected = code + 1
  }
  return result
}

function literal(text: string): PDFHexString {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(2, '0')
  return PDFHexString.of(hex)
}

function utf16(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i))
  return hex
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
