/** What preflight asks of an embedded font program. Widths are in thousandths of the em. */
export interface FontProgram {
  kind: 'TrueType' | 'CFF'
  glyphCount: number
  width(glyph: number): number | undefined
  /** Whether a glyph draws anything; undefined where that is not known. */
  hasOutline(glyph: number): boolean | undefined
  /** For a CFF font keyed by CID: the glyph of a CID. */
  glyphOfCid?(cid: number): number | undefined
  /** Character maps by `platform,encoding`; a code's glyph, 0 where it has none. */
  characterMaps?: Map<string, (code: number) => number>
}

/** Reads an sfnt's tables (ISO/IEC 14496-22): sizes, widths, places of outlines. Undefined where it is broken. */
export function readSfnt(bytes: Uint8Array): FontProgram | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readTables(view)
  } catch (error) {
    // A table that ends too early: DataView refuses to read past the end.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function readTables(view: DataView): FontProgram | undefined {
  const tables = new Map<string, number>()
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1)
    tables.set(tagAt(view, 12 + index * 16), view.getUint32(12 + index * 16 + 8))
  const head = tables.get('head')
  const hhea = tables.get('hhea')
  const maxp = tables.get('maxp')
  const hmtx = tables.get('hmtx')
  if (head === undefined || hhea === undefined || maxp === undefined || hmtx === undefined) return undefined
  const unitsPerEm = view.getUint16(head + 18) || 1000
  const glyphCount = view.getUint16(maxp + 4)
  const metrics = view.getUint16(hhea + 34)
  const at = hmtx + 4 * Math.max(0, metrics - 1)
  if (metrics === 0 || at + 2 > view.byteLength) return undefined
  const cmap = tables.get('cmap')
  return {
    kind: tables.has('CFF ') ? 'CFF' : 'TrueType',
    glyphCount,
    width: glyph =>
      glyph < glyphCount ? (view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm : undefined,
    hasOutline: outlines(view, tables.get('loca'), view.getInt16(head + 50) === 1, glyphCount),
    characterMaps: cmap === undefined ? new Map() : readCharacterMaps(view, cmap),
  }
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))
}

function outlines(
  view: DataView,
  loca: number | undefined,
  long: boolean,
  glyphCount: number,
): FontProgram['hasOutline'] {
  if (loca === undefined) return () => undefined
  const offset = (glyph: number) => (long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2)
  return glyph => {
    if (glyph >= glyphCount || loca + (glyph + 2) * (long ? 4 : 2) > view.byteLength) return undefined
    return offset(glyph + 1) > offset(glyph)
  }
}

function readCharacterMaps(view: DataView, cmap: number): Map<string, (code: number) => number> {
  const maps = new Map<string, (code: number) => number>()
  const count = view.getUint16(cmap + 2)
  for (let index = 0; index < count; index += 1) {
    const at = cmap + 4 + index * 8
    const map = characterMap(view, cmap + view.getUint32(at + 4))
    if (map) maps.set(`${view.getUint16(at)},${view.getUint16(at + 2)}`, map)
  }
  return maps
}

/** Formats 0, 4 and 6: the ones that simple TrueType fonts in PDF use. */
function characterMap(view: DataView, at: number): ((code: number) => number) | undefined {
  const format = view.getUint16(at)
  if (format === 0) return code => (code < 256 ? view.getUint8(at + 6 + code) : 0)
  if (format === 6) {
    const first = view.getUint16(at + 6)
    const count = view.getUint16(at + 8)
    return code => (code >= first && code < first + count ? view.getUint16(at + 10 + (code - first) * 2) : 0)
  }
  return format === 4 ? code => segmentGlyph(view, at, code) : undefined
}

function segmentGlyph(view: DataView, at: number, code: number): number {
  const segments = view.getUint16(at + 6) / 2
  for (let index = 0; index < segments; index += 1) {
    if (view.getUint16(at + 14 + index * 2) < code) continue
    const start = view.getUint16(at + 16 + (segments + index) * 2)
    if (code < start) return 0
    const delta = view.getUint16(at + 16 + (2 * segments + index) * 2)
    const rangeAt = at + 16 + (3 * segments + index) * 2
    const range = view.getUint16(rangeAt)
    if (range === 0) return (code + delta) & 0xffff
    const glyph = view.getUint16(rangeAt + range + (code - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
