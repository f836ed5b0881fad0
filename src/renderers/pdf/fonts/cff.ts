import { readCids } from '../../../preflight/pdf/font/cff.js'
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
 * each of them would leave its mark in a program in which glyphs keep their ids. Glyphs that have CIDs keep those; for the
 * others their new ids stand (ISO 32000-1 9.7.4.2). Throws `FontError` where the font is broken.
 */
export function cutCff(face: Face, glyphs: readonly number[], subset: Subsetter): CffProgram {
  const table = cffTable(subset.subset(face.bytes, glyphs, face.index), 0)
  const cids = unbroken(() => readCids(cffTable(face.bytes, face.index)))
  const all = glyphs[0] === 0 ? glyphs : [0, ...glyphs]
  return { table, cidOf: new Map(all.map((glyph, place) => [glyph, cids ? (cids[glyph] ?? 0) : place])) }
}

function cffTable(font: Uint8Array, index: number): Uint8Array {
  const place = openSfnt(font, index).tables.get('CFF ')
  if (!place) throw new FontError('is broken: its outlines are lost')
  return font.slice(place.offset, place.offset + place.length)
}
