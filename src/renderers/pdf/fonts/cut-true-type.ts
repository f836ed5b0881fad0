import { FontError, openSfnt, type Sfnt, unbroken } from './sfnt.js'
import { writeSfnt } from './write-sfnt.js'

/** Lengths of the tables' fixed parts (ISO/IEC 14496-22 5.2.2, 5.2.3, 5.2.5). */
const HEAD = 54
const HHEA = 36
const MAXP = 32

// Where fields stand in them.
const LOCA_FORMAT = 50
const LONG_METRICS = 34
const GLYPH_COUNT = 4
/** From here on `maxp` says what instructions need: of zones they share one, of all else there is nothing. */
const MAX_ZONES = 14
const MAX_INSTRUCTIONS = 26

// Flags of a component (ISO/IEC 14496-22 5.3.3.1.2).
const WORDS = 0x1
const SCALE = 0x8
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80
const INSTRUCTIONS = 0x100

/**
 * Cuts a TrueType font down to some glyphs, which keep their ids, so that page content may be written before they are all
 * known. Only the tables are left that a PDF asks for (ISO 32000-1 9.9), and no instructions. Throws `FontError` where the
 * font is broken.
 */
export function cutTrueType(font: Uint8Array, glyphs: Iterable<number>, index = 0): Uint8Array {
  const sfnt = openSfnt(font, index)
  return unbroken(() => {
    const outlines = readOutlines(font, sfnt, glyphs)
    const count = Math.max(...outlines.keys()) + 1
    const { glyf, loca, long } = writeOutlines(outlines, count)
    const head = copyOf(font, sfnt, 'head', HEAD)
    new DataView(head.buffer).setInt16(LOCA_FORMAT, long ? 1 : 0)
    const hhea = copyOf(font, sfnt, 'hhea', HHEA)
    new DataView(hhea.buffer).setUint16(LONG_METRICS, count)
    const hmtx = metricsOf(sfnt, outlines.keys(), count)
    return writeSfnt({ glyf, head, hhea, hmtx, loca, maxp: profileOf(font, sfnt, count) })
  })
}

/** Reads the outlines of some glyphs, of the one for what is missing, and of all that they are put together from. */
function readOutlines(font: Uint8Array, sfnt: Sfnt, glyphs: Iterable<number>): Map<number, Uint8Array> {
  const { view } = sfnt
  const glyf = tableOf(sfnt, 'glyf')
  const loca = tableOf(sfnt, 'loca')
  const total = view.getUint16(tableOf(sfnt, 'maxp').offset + GLYPH_COUNT)
  const long = view.getInt16(tableOf(sfnt, 'head').offset + LOCA_FORMAT) === 1
  const placeOf = (glyph: number) =>
    long ? view.getUint32(loca.offset + glyph * 4) : view.getUint16(loca.offset + glyph * 2) * 2
  const outlines = new Map<number, Uint8Array>()
  const wanted = [0, ...glyphs]
  for (let glyph = wanted.pop(); glyph !== undefined; glyph = wanted.pop()) {
    if (glyph >= total || outlines.has(glyph)) continue
    const [from, to] = [placeOf(glyph), placeOf(glyph + 1)]
    if (to > glyf.length) throw new RangeError('an outline ends behind its table')
    const outline = font.subarray(glyf.offset + from, glyf.offset + to)
    outlines.set(glyph, to > from ? withoutInstructions(outline, wanted) : outline.subarray(0, 0))
  }
  return outlines
}

/** Returns an outline without its instructions. The glyphs that it is put together from are added to `wanted`. */
function withoutInstructions(outline: Uint8Array, wanted: number[]): Uint8Array {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.length)
  const contours = view.getInt16(0)
  if (contours < 0) return withoutComponentInstructions(outline, wanted)
  // Without contours a glyph may end here (5.3.3.1): some have such a space.
  if (contours === 0) return outline.subarray(0, 0)
  const instructions = 10 + contours * 2
  const length = view.getUint16(instructions)
  const rest = outline.subarray(instructions + 2 + length)
  const plain = new Uint8Array(instructions + 2 + rest.length)
  plain.set(outline.subarray(0, instructions))
  plain.set(rest, instructions + 2)
  return plain
}

function withoutComponentInstructions(outline: Uint8Array, wanted: number[]): Uint8Array {
  const plain = new Uint8Array(outline)
  const view = new DataView(plain.buffer)
  for (let at = 10; ; ) {
    const flags = view.getUint16(at)
    view.setUint16(at, flags & ~INSTRUCTIONS)
    wanted.push(view.getUint16(at + 2))
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
    if (!(flags & MORE)) return plain.subarray(0, at)
  }
}

/** Writes outlines, and where each begins: those that are left out are as empty as a space. */
function writeOutlines(outlines: ReadonlyMap<number, Uint8Array>, count: number) {
  let length = 0
  for (const outline of outlines.values()) length += padded(outline.length)
  // Halves of places have two bytes (5.3.2).
  const long = length > 2 * 0xffff
  const glyf = new Uint8Array(length)
  const loca = new Uint8Array((count + 1) * (long ? 4 : 2))
  const view = new DataView(loca.buffer)
  let at = 0
  for (let glyph = 0; glyph <= count; glyph++) {
    if (long) view.setUint32(glyph * 4, at)
    else view.setUint16(glyph * 2, at / 2)
    const outline = outlines.get(glyph)
    if (!outline) continue
    glyf.set(outline, at)
    at += padded(outline.length)
  }
  return { glyf, loca, long }
}

/** An outline begins at an even place. */
function padded(length: number): number {
  return length + (length & 1)
}

/** Returns the advance and the left bearing of each glyph that is left, and nothing for the others (5.2.4). */
function metricsOf(sfnt: Sfnt, glyphs: Iterable<number>, count: number): Uint8Array {
  const { view } = sfnt
  const hmtx = tableOf(sfnt, 'hmtx')
  const last = view.getUint16(tableOf(sfnt, 'hhea').offset + LONG_METRICS) - 1
  const metrics = new Uint8Array(count * 4)
  const out = new DataView(metrics.buffer)
  for (const glyph of glyphs) {
    out.setUint16(glyph * 4, view.getUint16(hmtx.offset + Math.min(glyph, last) * 4))
    // Behind the last advance, which counts for all others, bearings stand alone.
    const bearing = glyph <= last ? glyph * 4 + 2 : (last + 1) * 4 + (glyph - last - 1) * 2
    if (bearing + 2 <= hmtx.length) out.setInt16(glyph * 4 + 2, view.getInt16(hmtx.offset + bearing))
  }
  return metrics
}

function profileOf(font: Uint8Array, sfnt: Sfnt, count: number): Uint8Array {
  const maxp = copyOf(font, sfnt, 'maxp', MAXP)
  const view = new DataView(maxp.buffer)
  view.setUint16(GLYPH_COUNT, count)
  for (let at = MAX_ZONES; at <= MAX_INSTRUCTIONS; at += 2) view.setUint16(at, at === MAX_ZONES ? 1 : 0)
  return maxp
}

function copyOf(font: Uint8Array, sfnt: Sfnt, name: string, length: number): Uint8Array {
  const table = tableOf(sfnt, name)
  if (table.length < length) throw new RangeError(`its table ${name} is too short`)
  // A new array: what Node reads files into calls a view a slice.
  return new Uint8Array(font.subarray(table.offset, table.offset + length))
}

function tableOf({ tables }: Sfnt, name: string): { offset: number; length: number } {
  const table = tables.get(name)
  if (!table) throw new FontError('is broken: its outlines cannot be read')
  return table
}
