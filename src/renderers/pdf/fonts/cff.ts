import { placeOfCharset, readCids } from '../../../preflight/pdf/font/cff.js'
import type { Face } from './face.js'
import { FontError, openSfnt, unbroken } from './sfnt.js'
import type { Subsetter } from './subset.js'

/** What a PDF holds of a font with CFF outlines: the program, and the CID of each glyph by its id in the whole font. */
export interface CffProgram {
  table: Uint8Array
  cidOf: ReadonlyMap<number, number>
}

/**
 * Cuts a CFF font down to some glyphs, in ascending order. A font of East Asia has tens of thousands: unlike in TrueType,
 * each of them would leave its mark in a program in which glyphs keep their ids. Glyphs that have CIDs get those that are
 * wanted, if any are; for the others their new ids stand (ISO 32000-1 9.7.4.2). Throws `FontError` where the font is broken.
 */
export function cutCff(
  face: Face,
  glyphs: readonly number[],
  subset: Subsetter,
  wanted?: ReadonlyMap<number, number>,
): CffProgram {
  const table = cffTable(subset.subset(face.bytes, glyphs, face.index), 0)
  const all = glyphs[0] === 0 ? glyphs : [0, ...glyphs]
  const place = wanted && unbroken(() => placeOfCharset(table))
  if (wanted && place !== undefined && !wanted.has(0)) {
    const cids = all.slice(1).map(glyph => wanted.get(glyph)!)
    return { table: withCids(table, place, cids), cidOf: new Map(wanted) }
  }
  const cids = unbroken(() => readCids(cffTable(face.bytes, face.index)))
  return { table, cidOf: new Map(all.map((glyph, index) => [glyph, cids ? (cids[glyph] ?? 0) : index])) }
}

/** Returns a font with a charset at its end that gives its glyphs after the first these CIDs (Adobe Technical Note 5176, 13). */
function withCids(table: Uint8Array, place: number, cids: readonly number[]): Uint8Array {
  const result = new Uint8Array(table.length + 1 + cids.length * 2)
  result.set(table)
  const view = new DataView(result.buffer)
  view.setInt32(place, table.length)
  // The first byte of a charset that names each glyph is 0, and .notdef is not named.
  for (const [index, cid] of cids.entries()) view.setUint16(table.length + 1 + index * 2, cid)
  return result
}

function cffTable(font: Uint8Array, index: number): Uint8Array {
  const place = openSfnt(font, index).tables.get('CFF ')
  if (!place) throw new FontError('is broken: its outlines are lost')
  return font.slice(place.offset, place.offset + place.length)
}
