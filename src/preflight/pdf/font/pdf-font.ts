import { isDict, isName, isStream, type PdfDict, type PdfValue } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import { readCff } from './cff.js'
import { type CMap, readCMap } from './cmap.js'
import { type FontProgram, readSfnt } from './sfnt.js'
import { readWidths } from './widths.js'

/** A font of a page's resources, ready to say what its codes are. */
export interface PdfFont {
  dict: PdfDict
  /** The dictionary that holds the metrics: the descendant's of a composite font, else the same. */
  inner: PdfDict
  descriptor: PdfDict | undefined
  name: string
  object: number | undefined
  subtype: string
  innerSubtype: string
  isComposite: boolean
  isVertical: boolean
  toUnicode: CMap | undefined
  /** The name of a composite font's `Encoding`, or its CMap. */
  encodingName: string | undefined
  encoding: CMap | undefined
  program: FontProgram | undefined
  hasProgram: boolean
  /** A string's codes; undefined where the encoding is a table that stands in no file (Japanese legacy encodings and so on). */
  codes(bytes: Uint8Array): number[] | undefined
  cid(code: number): number | undefined
  /** A code's width in thousandths of the font size, as the PDF says. */
  width(code: number): number | undefined
  /** A code's glyph in the embedded program; undefined where it cannot be told. */
  glyph(code: number): number | undefined
}

/** Reads a font dictionary. Whatever is missing stays undefined: the checks say so. */
export function readFont(file: PdfFile, dict: PdfDict): PdfFont {
  const subtype = file.name(dict.get('Subtype')) ?? ''
  const isComposite = subtype === 'Type0'
  const inner = (isComposite && file.dict(file.array(dict.get('DescendantFonts'))?.[0])) || dict
  const descriptor = file.dict(inner.get('FontDescriptor'))
  const { program, hasProgram } = readProgram(file, descriptor)
  const encodingEntry = file.get(dict.get('Encoding'))
  const encodingName = isName(encodingEntry) ? encodingEntry.name : undefined
  const encoding = isComposite ? cmapOf(file, encodingEntry) : undefined
  const width = readWidths(file, inner, isComposite)
  const cid = cidReader(isComposite, encodingName, encoding)
  return {
    dict,
    inner,
    descriptor,
    name: file.name(dict.get('BaseFont')) ?? file.name(dict.get('Name')) ?? 'without a name',
    object: file.numberOf(dict),
    subtype,
    innerSubtype: file.name(inner.get('Subtype')) ?? '',
    isComposite,
    isVertical: encodingName?.endsWith('-V') === true || encoding?.vertical === true,
    toUnicode: cmapOf(file, file.get(dict.get('ToUnicode'))),
    encodingName: encodingName ?? encoding?.name,
    encoding,
    program,
    hasProgram,
    codes: codeReader(isComposite, encodingName, encoding),
    cid,
    width: code => {
      const index = cid(code)
      return index === undefined ? undefined : width(index)
    },
    glyph: glyphReader(file, dict, inner, descriptor, program, cid),
  }
}

function cmapOf(file: PdfFile, value: PdfValue | undefined): CMap | undefined {
  return isStream(value) ? readCMap(file.data(value).bytes, file.budget) : undefined
}

function readProgram(
  file: PdfFile,
  descriptor: PdfDict | undefined,
): { program: FontProgram | undefined; hasProgram: boolean } {
  const key = ['FontFile2', 'FontFile3', 'FontFile'].find(name => file.stream(descriptor?.get(name)))
  const stream = key && file.stream(descriptor?.get(key))
  if (!stream) return { program: undefined, hasProgram: false }
  const subtype = file.name(stream.dict.get('Subtype'))
  if (key === 'FontFile') return { program: undefined, hasProgram: true }
  const { bytes } = file.data(stream)
  const isSfnt = key === 'FontFile2' || subtype === 'OpenType'
  return { program: isSfnt ? readSfnt(bytes) : readCff(bytes), hasProgram: true }
}

function codeReader(isComposite: boolean, name: string | undefined, encoding: CMap | undefined): PdfFont['codes'] {
  if (!isComposite) return bytes => [...bytes]
  if (encoding && encoding.codespaces.length > 0) return bytes => splitBySpaces(bytes, encoding)
  return name?.startsWith('Identity-') ? pairs : () => undefined
}

function pairs(bytes: Uint8Array): number[] {
  const codes: number[] = []
  for (let at = 0; at < bytes.length; at += 2) codes.push(bytes[at]! * 256 + (bytes[at + 1] ?? 0))
  return codes
}

function splitBySpaces(bytes: Uint8Array, { codespaces }: CMap): number[] {
  const codes: number[] = []
  const shortest = Math.max(1, Math.min(...codespaces.map(space => space.length)))
  for (let at = 0; at < bytes.length; ) {
    let code = 0
    let length = 0
    let found = false
    while (length < 4 && at + length < bytes.length && !found) {
      code = code * 256 + bytes[at + length]!
      length += 1
      found = codespaces.some(space => space.length === length && code >= space.low && code <= space.high)
    }
    codes.push(found ? code : (bytes[at] ?? 0))
    at += found ? length : shortest
  }
  return codes
}

function cidReader(isComposite: boolean, name: string | undefined, encoding: CMap | undefined): PdfFont['cid'] {
  if (!isComposite || name?.startsWith('Identity-')) return code => code
  return encoding ? code => encoding.cid(code) ?? 0 : () => undefined
}

function glyphReader(
  file: PdfFile,
  dict: PdfDict,
  inner: PdfDict,
  descriptor: PdfDict | undefined,
  program: FontProgram | undefined,
  cid: PdfFont['cid'],
): PdfFont['glyph'] {
  const subtype = file.name(inner.get('Subtype'))
  if (subtype === 'CIDFontType2') {
    const map = file.stream(inner.get('CIDToGIDMap'))
    const bytes = map && file.data(map).bytes
    return code => {
      const index = cid(code)
      if (index === undefined || !bytes) return index
      return (bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0)
    }
  }
  if (subtype === 'CIDFontType0') {
    const ofCid = program?.glyphOfCid
    return code => {
      const index = cid(code)
      return index === undefined || !ofCid ? index : (ofCid(index) ?? 0)
    }
  }
  return subtype === 'TrueType' ? trueTypeGlyph(file, dict, descriptor, program) : () => undefined
}

const encodings: { [name: string]: string } = { WinAnsiEncoding: 'windows-1252', MacRomanEncoding: 'macintosh' }
const SYMBOLIC = 4

/** The glyph of a simple TrueType font's code (ISO 32000-1 9.6.6.4), where its tables tell it beyond doubt. */
function trueTypeGlyph(
  file: PdfFile,
  dict: PdfDict,
  descriptor: PdfDict | undefined,
  program: FontProgram | undefined,
): PdfFont['glyph'] {
  const maps = program?.characterMaps
  if (!maps) return () => undefined
  const isSymbolic = ((file.number(descriptor?.get('Flags')) ?? 0) & SYMBOLIC) !== 0
  const encoding = file.get(dict.get('Encoding'))
  const symbols = maps.get('3,0')
  const roman = maps.get('1,0')
  if (isSymbolic) {
    if (symbols) return code => symbols(code) || symbols(0xf000 + code)
    return roman ? code => roman(code) : () => undefined
  }
  const unicode = maps.get('3,1')
  const named = isName(encoding)
    ? encoding.name
    : isDict(encoding) && !encoding.has('Differences')
      ? file.name(encoding.get('BaseEncoding'))
      : undefined
  const label = named && encodings[named]
  if (!unicode || !label) return () => undefined
  const decoder = new TextDecoder(label)
  return code => unicode(decoder.decode(Uint8Array.of(code)).codePointAt(0) ?? 0) || undefined
}
