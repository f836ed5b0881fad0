import { crc32 } from '../crc-32.js'
import { latin } from '../media-type.js'
import { concat } from '../strip-jpeg.js'

/** Colour types (ISO 15948 table 8). */
export const colourTypes = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgbAlpha: 6 } as const

/** A PNG taken apart, its pixels still compressed. */
export interface PngFile {
  width: number
  height: number
  /** Bits a sample. */
  bits: number
  /** One of `colourTypes`. */
  type: number
  interlaced: boolean
  /** RGB triplets. */
  palette?: Uint8Array
  /** `tRNS`: opacity of the palette's entries, or the one colour that is clear. */
  transparency?: Uint8Array
  /** The compressed colour profile of `iCCP`. */
  profile?: Uint8Array
  /** The rows, filtered and deflated. */
  data: Uint8Array
}

/** Which sample sizes each colour type has (ISO 15948 table 11.1). */
const sizes: { readonly [type: number]: readonly number[] } = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** Takes a PNG apart. Returns nothing where it is broken, or broken off before its last chunk. */
export function readPngFile(bytes: Uint8Array): PngFile | undefined {
  const chunks = new Map<string, Uint8Array>()
  const data: Uint8Array[] = []
  for (const { type, chunk } of pngChunks(bytes)) {
    if (type === 'IDAT') data.push(chunk)
    else if (!chunks.has(type)) chunks.set(type, chunk)
  }
  const head = chunks.get('IHDR')
  if (!head || head.length < 13 || !chunks.has('IEND') || data.length === 0) return undefined
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  const [width, height, bits, type] = [view.getUint32(0), view.getUint32(4), head[8]!, head[9]!]
  const palette = chunks.get('PLTE')
  if (width === 0 || height === 0 || !sizes[type]?.includes(bits)) return undefined
  if (type === colourTypes.palette && !palette) return undefined
  const transparency = chunks.get('tRNS')
  const profile = chunks.get('iCCP')
  return {
    ...{ width, height, bits, type, interlaced: head[12] !== 0, data: concat(data) },
    ...(palette && { palette }),
    ...(transparency && { transparency }),
    // A name that ends with a zero, the way of compression, the profile (11.3.3.3).
    ...(profile && { profile: profile.subarray(profile.indexOf(0) + 2) }),
  }
}

/**
 * Yields the chunks of a PNG (ISO 15948 5.3) up to its end or to where it is broken; `whole` is one with its head and its
 * checksum.
 */
export function* pngChunks(bytes: Uint8Array): Generator<{ type: string; chunk: Uint8Array; whole: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const start = at + 8
    if (start + length + 4 > bytes.length) return
    const type = latin(bytes, at + 4, at + 8)
    yield { type, chunk: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length + 4) }
    if (type === 'IEND') return
    at = start + length + 4
  }
}

/** Chunks without which a picture would be another: its size and kind, its colours, its pixels (ISO 15948 11.2). */
const critical = new Set(['IHDR', 'PLTE', 'IDAT'])

/** Returns whether a PNG's pixels are as they were written, by the checksums of their chunks (ISO 15948 5.3). */
export function isAsWritten(bytes: Uint8Array, checksum: (bytes: Uint8Array) => number): boolean {
  for (const { type, whole } of pngChunks(bytes)) {
    if (!critical.has(type)) continue
    const end = whole.length - 4
    const noted = new DataView(whole.buffer, whole.byteOffset + end, 4).getUint32(0)
    if (checksum(whole.subarray(4, end)) !== noted) return false
  }
  return true
}

/** Returns a chunk with its head and its checksum. */
export function pngChunk(type: string, chunk: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + chunk.length)
  const view = new DataView(whole.buffer)
  view.setUint32(0, chunk.length)
  for (let index = 0; index < 4; index++) whole[4 + index] = type.charCodeAt(index)
  whole.set(chunk, 8)
  // Over type and data (ISO 15948 5.3).
  view.setUint32(8 + chunk.length, crc32(whole.subarray(4, 8 + chunk.length)))
  return whole
}
