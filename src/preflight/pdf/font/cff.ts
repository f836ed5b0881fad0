import { charstringWidth } from './charstring.js'
import type { FontProgram } from './sfnt.js'

/** Byte ranges of an INDEX's items, and where it ends. */
interface Index {
  items: Uint8Array[]
  end: number
}
type Operands = Map<number, number[]>

const CHARSET = 15
const CHAR_STRINGS = 17
const PRIVATE = 18
const SUBRS = 19
const DEFAULT_WIDTH = 20
const NOMINAL_WIDTH = 21
const FONT_MATRIX = 0x0c07
const ROS = 0x0c1e
const FD_ARRAY = 0x0c24
const FD_SELECT = 0x0c25

/** Reads a bare CFF font (Adobe Technical Note 5176): how many glyphs, their CIDs, their widths. Undefined where it is broken. */
export function readCff(bytes: Uint8Array): FontProgram | undefined {
  try {
    return readFont(bytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Returns the CID of each glyph of a bare CFF font; nothing where its glyphs have names instead (Adobe Technical Note 5176, 13). */
export function readCids(bytes: Uint8Array): readonly number[] | undefined {
  const tops = readIndex(bytes, readIndex(bytes, byteAt(bytes, 2)).end)
  const top = readDict(tops.items[0] ?? new Uint8Array(0))
  if (!top.has(ROS)) return undefined
  const count = wordAt(bytes, top.get(CHAR_STRINGS)?.[0] ?? 0)
  const cids: number[] = []
  for (const [cid, glyph] of readCharset(bytes, top.get(CHARSET)?.[0] ?? 0, count)) cids[glyph] = cid
  return cids
}

/**
 * Returns where a bare CFF font keyed by CID says, in four bytes, at which offset its charset lies; nothing where it is not
 * keyed by CID or says so in fewer bytes.
 */
export function placeOfCharset(bytes: Uint8Array): number | undefined {
  const dict = readIndex(bytes, readIndex(bytes, byteAt(bytes, 2)).end).items[0] ?? new Uint8Array(0)
  const top = readDict(dict)
  const offset = top.get(CHARSET)?.[0]
  if (!top.has(ROS) || offset === undefined) return undefined
  for (let at = 0; at + 5 < dict.length; at += 1)
    if (dict[at] === 29 && integer(dict, 29, at + 1) === offset && dict[at + 5] === CHARSET)
      return dict.byteOffset - bytes.byteOffset + at + 1
  return undefined
}

function readFont(bytes: Uint8Array): FontProgram | undefined {
  const names = readIndex(bytes, byteAt(bytes, 2))
  const tops = readIndex(bytes, names.end)
  const strings = readIndex(bytes, tops.end)
  const globals = readIndex(bytes, strings.end).items
  const top = readDict(tops.items[0] ?? new Uint8Array(0))
  const charStrings = top.get(CHAR_STRINGS)?.[0]
  if (charStrings === undefined) return undefined
  const glyphs = readIndex(bytes, charStrings).items
  const isKeyed = top.has(ROS)
  const dicts = isKeyed ? readIndex(bytes, top.get(FD_ARRAY)?.[0] ?? 0).items.map(readDict) : [top]
  const privates = dicts.map(dict => readPrivate(bytes, dict))
  const select = isKeyed ? readSelect(bytes, top.get(FD_SELECT)?.[0] ?? 0, glyphs.length) : () => 0
  const scale = 1000 * (top.get(FONT_MATRIX)?.[0] ?? dicts[0]?.get(FONT_MATRIX)?.[0] ?? 0.001)
  const cids = isKeyed ? readCharset(bytes, top.get(CHARSET)?.[0] ?? 0, glyphs.length) : undefined
  return {
    kind: 'CFF',
    glyphCount: glyphs.length,
    width: glyph => {
      const own = privates[select(glyph)]
      const charstring = glyphs[glyph]
      if (!own || !charstring) return undefined
      const extra = charstringWidth(charstring, own.subrs, globals)
      return (extra === undefined ? own.defaultWidth : own.nominalWidth + extra) * scale
    },
    hasOutline: glyph => (glyphs[glyph] === undefined ? undefined : glyphs[glyph].length > 8 ? true : undefined),
    ...(cids ? { glyphOfCid: (cid: number) => cids.get(cid) } : {}),
  }
}

function readPrivate(
  bytes: Uint8Array,
  dict: Operands,
): { defaultWidth: number; nominalWidth: number; subrs: Uint8Array[] } {
  const [size = 0, offset = 0] = dict.get(PRIVATE) ?? []
  const own = readDict(bytes.subarray(offset, offset + size))
  const subrs = own.get(SUBRS)?.[0]
  return {
    defaultWidth: own.get(DEFAULT_WIDTH)?.[0] ?? 0,
    nominalWidth: own.get(NOMINAL_WIDTH)?.[0] ?? 0,
    subrs: subrs === undefined ? [] : readIndex(bytes, offset + subrs).items,
  }
}

function readIndex(bytes: Uint8Array, at: number): Index {
  const count = wordAt(bytes, at)
  if (count === 0) return { items: [], end: at + 2 }
  const width = byteAt(bytes, at + 2)
  const offset = (index: number) => {
    let value = 0
    for (let byte = 0; byte < width; byte += 1) value = value * 256 + byteAt(bytes, at + 3 + index * width + byte)
    return value
  }
  const data = at + 2 + (count + 1) * width
  const items: Uint8Array[] = []
  for (let index = 0; index < count; index += 1)
    items.push(bytes.subarray(data + offset(index), data + offset(index + 1)))
  return { items, end: data + offset(count) }
}

function readDict(bytes: Uint8Array): Operands {
  const dict: Operands = new Map()
  let operands: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at++]!
    if (byte <= 21) {
      const operator = byte === 12 ? 0x0c00 + byteAt(bytes, at++) : byte
      dict.set(operator, operands)
      operands = []
    } else if (byte === 30) {
      const start = at
      while (at < bytes.length && (bytes[at]! & 15) !== 15) at += 1
      at += 1
      operands.push(realNumber(bytes.subarray(start, at)))
    } else {
      const size = byte === 28 ? 2 : byte === 29 ? 4 : byte >= 247 && byte <= 254 ? 1 : 0
      operands.push(integer(bytes, byte, at))
      at += size
    }
  }
  return dict
}

function integer(bytes: Uint8Array, byte: number, at: number): number {
  if (byte === 28) return (wordAt(bytes, at) << 16) >> 16
  if (byte === 29) return (wordAt(bytes, at) << 16) | wordAt(bytes, at + 2)
  if (byte >= 251) return -(byte - 251) * 256 - byteAt(bytes, at) - 108
  if (byte >= 247) return (byte - 247) * 256 + byteAt(bytes, at) + 108
  return byte - 139
}

const nibbles = '0123456789.EX?-'

function realNumber(bytes: Uint8Array): number {
  let text = ''
  for (const byte of bytes)
    for (const nibble of [byte >> 4, byte & 15]) text += nibble === 12 ? 'E-' : (nibbles[nibble] ?? '')
  return Number.parseFloat(text) || 0
}

/** CID to glyph, of a font keyed by CID. */
function readCharset(bytes: Uint8Array, at: number, glyphCount: number): Map<number, number> {
  const glyphs = new Map<number, number>([[0, 0]])
  const format = byteAt(bytes, at)
  let place = at + 1
  for (let glyph = 1; glyph < glyphCount; ) {
    const first = wordAt(bytes, place)
    const left = format === 0 ? 0 : format === 1 ? byteAt(bytes, place + 2) : wordAt(bytes, place + 2)
    place += 2 + Math.min(format, 2)
    for (let step = 0; step <= left && glyph < glyphCount; step += 1, glyph += 1) glyphs.set(first + step, glyph)
  }
  return glyphs
}

function readSelect(bytes: Uint8Array, at: number, glyphCount: number): (glyph: number) => number {
  if (byteAt(bytes, at) === 0) return glyph => bytes[at + 1 + glyph] ?? 0
  const chosen = new Uint8Array(glyphCount)
  const ranges = wordAt(bytes, at + 1)
  for (let range = 0; range < ranges; range += 1) {
    const place = at + 3 + range * 3
    chosen.fill(byteAt(bytes, place + 2), wordAt(bytes, place), wordAt(bytes, place + 3))
  }
  return glyph => chosen[glyph] ?? 0
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new RangeError('the font ends too early')
  return byte
}

function wordAt(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) * 256 + byteAt(bytes, at + 1)
}
