import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type PDFContext, type PDFDict, type PDFRef, PDFString } from 'pdf-lib'
import { readSfnt } from '../../src/preflight/pdf/font/sfnt.js'

/** A font in a test's PDF, embedded whole, with glyph ids as codes. */
export interface TestFont {
  ref: PDFRef
  dict: PDFDict
  descendant: PDFDict
  descriptor: PDFDict
  /** Text as hexadecimal digits of a string in page content. */
  encode(words: string): string
}

const file = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
)
const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,•-éü'
let bytes: Uint8Array | undefined

/** Embeds Source Sans 3 with widths and Unicode values for the letters that tests use. */
export function addFont(context: PDFContext): TestFont {
  bytes ??= new Uint8Array(readFileSync(file))
  const program = readSfnt(bytes)
  const glyphOf = program?.characterMaps?.get('3,1') ?? program?.characterMaps?.get('0,3')
  if (!program || !glyphOf) throw new Error('the test font has no character map')
  const glyphs = new Map([...alphabet].map(character => [character, glyphOf(character.codePointAt(0)!)]))
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: 'SourceSans3-Regular',
    Flags: 4,
    FontBBox: [-500, -400, 1500, 1100],
    ItalicAngle: 0,
    Ascent: 984,
    Descent: -273,
    CapHeight: 660,
    StemV: 80,
    FontFile2: context.register(context.stream(bytes, { Length1: bytes.length })),
  }) as PDFDict
  const widths = [...new Set(glyphs.values())].sort((a, b) => a - b).flatMap(glyph => [glyph, [program.width(glyph)!]])
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: 'SourceSans3-Regular',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    CIDToGIDMap: 'Identity',
    DW: 0,
    W: widths,
  } as never) as unknown as PDFDict
  const dict = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'SourceSans3-Regular',
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.stream(toUnicode(glyphs))),
  }) as PDFDict
  return {
    ref: context.register(dict),
    dict,
    descendant,
    descriptor,
    encode: words => [...words].map(character => hex(glyphs.get(character) ?? 0)).join(''),
  }
}

/** Writes the CMap that maps glyphs to characters. */
export function toUnicode(glyphs: ReadonlyMap<string, number>): string {
  const lines = [...glyphs].map(([character, glyph]) => `<${hex(glyph)}> <${hex(character.codePointAt(0)!)}>`)
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /Test def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    `${lines.length} beginbfchar`,
    ...lines,
    'endbfchar endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}
