import { OptionsError } from '../../renderer.js'

/** A font file that cannot be used; the message says why, after the file's name. */
export class FontError extends OptionsError {
  override name = 'FontError'
}

/** The tables of one font in a file, by tag, where it begins and how long it is (ISO/IEC 14496-22 4.5). */
export interface Sfnt {
  view: DataView
  tables: ReadonlyMap<string, { offset: number; length: number }>
}

const COLLECTION = 'ttcf'
const outlines = new Set(['\u0000\u0001\u0000\u0000', 'OTTO', 'true'])

/** Returns how many fonts a file holds: more than one in a collection. Throws `FontError` where it is no font at all. */
export function countFonts(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  const kind = bytes.length < 12 ? '' : tagAt(view, 0)
  if (kind === COLLECTION) return view.getUint32(8)
  if (outlines.has(kind)) return 1
  throw new FontError('is no font: TTF, OTF, TTC, WOFF and WOFF2 can be used')
}

/** Reads the directory of a font, in a collection of the one at `index`. Throws `FontError` where it is broken. */
export function openSfnt(bytes: Uint8Array, index = 0): Sfnt {
  const view = viewOf(bytes)
  const count = countFonts(bytes)
  if (index >= count)
    throw new FontError(`holds ${count === 1 ? 'one font' : `${count} fonts`}, no number ${index + 1}`)
  return unbroken(() => {
    const start = tagAt(view, 0) === COLLECTION ? view.getUint32(12 + index * 4) : 0
    const tables = new Map<string, { offset: number; length: number }>()
    for (let i = 0; i < view.getUint16(start + 4); i++) {
      const at = start + 12 + i * 16
      const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)]
      if (offset + length > view.byteLength) throw new RangeError('a table ends behind the file')
      tables.set(tagAt(view, at), { offset, length })
    }
    for (const name of ['head', 'hhea', 'hmtx', 'maxp', 'cmap'])
      if (!tables.has(name)) throw new RangeError(`there is no table ${name}`)
    return { view, tables }
  })
}

/** Throws `FontError` where a font's outlines are of a kind that no PDF holds. */
export function checkOutlines({ tables }: Sfnt): void {
  // ISO 32000-2 9.9.1 names no such program, and what is made of one lacks its widths.
  if (tables.has('CFF2'))
    throw new FontError('has outlines that a PDF cannot hold (CFF2): give its TrueType form, or one without axes')
  if (!tables.has('CFF ') && !tables.has('glyf')) throw new FontError('has no outlines that a PDF can hold')
}

/** What a font says of itself. `axes` are those of a variable font, by tag. */
export interface FontFacts {
  family: string
  postScriptName: string
  weight: number
  italic: boolean
  axes: ReadonlyMap<string, { min: number; normal: number; max: number }>
  /** Why its maker does not let it be embedded, if so. */
  forbidden?: string
}

/** Reads a font's names, weight, axes and embedding rights. Throws `FontError` where it is broken. */
export function readFacts({ view, tables }: Sfnt): FontFacts {
  return unbroken(() => {
    const names = readNames(view, tables.get('name')?.offset)
    const os2 = tables.get('OS/2')?.offset
    const forbidden = os2 === undefined ? undefined : embeddingBan(view.getUint16(os2 + 8))
    const selection = os2 === undefined ? 0 : view.getUint16(os2 + 62)
    const family = names.get(16) ?? names.get(1) ?? ''
    return {
      family,
      postScriptName: names.get(6) ?? family,
      weight: os2 === undefined ? 400 : view.getUint16(os2 + 4),
      italic: (selection & 1) !== 0 || (view.getUint16(tables.get('head')!.offset + 44) & 2) !== 0,
      axes: readAxes(view, tables.get('fvar')?.offset),
      ...(forbidden && { forbidden }),
    }
  })
}

/** Reads what the maker allows (ISO/IEC 14496-22 5.2.8, `fsType`); a font that allows more than one thing allows the most. */
function embeddingBan(type: number): string | undefined {
  if ((type & 0xf) === 2) return 'its maker allows no embedding'
  if (type & 0x100) return 'its maker allows it to be embedded only as a whole'
  if (type & 0x200) return 'its maker allows only bitmaps of it to be embedded'
  return undefined
}

/** Names by their number, as Windows has them in English, else the first one that there is. */
function readNames(view: DataView, table: number | undefined): Map<number, string> {
  const names = new Map<number, string>()
  if (table === undefined) return names
  const english = new Set<number>()
  const texts = table + view.getUint16(table + 4)
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const [platform, , language, name, length, offset] = [0, 2, 4, 6, 8, 10].map(at =>
      view.getUint16(table + 6 + i * 12 + at),
    ) as [number, number, number, number, number, number]
    const preferred = platform === 3 && language === 0x409
    if (english.has(name) || (names.has(name) && !preferred)) continue
    if (preferred) english.add(name)
    let text = ''
    for (let at = texts + offset; at < texts + offset + length; at += platform === 1 ? 1 : 2)
      text += String.fromCharCode(platform === 1 ? view.getUint8(at) : view.getUint16(at))
    names.set(name, text)
  }
  return names
}

function readAxes(view: DataView, table: number | undefined): FontFacts['axes'] {
  const axes = new Map<string, { min: number; normal: number; max: number }>()
  if (table === undefined) return axes
  const start = table + view.getUint16(table + 4)
  const size = view.getUint16(table + 10)
  for (let i = 0; i < view.getUint16(table + 8); i++) {
    const at = start + i * size
    const [min, normal, max] = [4, 8, 12].map(place => view.getInt32(at + place) / 65536) as [number, number, number]
    axes.set(tagAt(view, at), { min, normal, max })
  }
  return axes
}

/** Reading beyond the end of a broken file is refused by `DataView`. */
export function unbroken<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new FontError(`is a broken font: ${error.message}`)
    throw error
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}
