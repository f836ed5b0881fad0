import { type Inflate, inflatedSize } from '../../../assets/png/decode-png.js'
import { colourTypes, isAsWritten, type PngFile } from '../../../assets/png/png-file.js'
import type { Host } from '../../../host/host.js'
import type { EncodedPicture } from './encode-picture.js'

/**
 * Returns a PNG whose compressed rows a PDF can hold as they are (ISO 32000-1 7.4.4.4: the same filters): no opacity, no
 * interlacing, at most eight bits a sample. Returns nothing for any other, and where the rows are not all there. `bytes` are
 * the file's.
 */
export function passPng(
  png: PngFile,
  bytes: Uint8Array,
  inflate: Inflate,
  crc32: Host['crc32'],
): Omit<EncodedPicture, 'orientation'> | undefined {
  const { width, height, bits, type, palette } = png
  if (png.interlaced || png.transparency || bits > 8) return undefined
  if (type !== colourTypes.grey && type !== colourTypes.rgb && type !== colourTypes.palette) return undefined
  const size = inflatedSize(png)
  const sound = crc32 !== undefined && mayInflateTo(size, png.data) && isAsWritten(bytes, crc32)
  if (!sound && inflate(png.data, size)?.length !== size) return undefined
  const base = { width, height, bits, data: png.data, packing: 'filtered' as const }
  if (type === colourTypes.palette) return { ...base, colours: 1, palette: palette! }
  return { ...base, colours: type === colourTypes.rgb ? 3 : 1 }
}

/** Deflate makes of a byte no more than so many (RFC 1951: 258 for two bits). */
const MOST_FOR_A_BYTE = 1032

/** Returns whether data begin as a zlib stream does (RFC 1950 2.2), and are not too few for what is to come out of them. */
function mayInflateTo(size: number, data: Uint8Array): boolean {
  const [method = 0, flags = 0] = data
  const window = method >> 4
  const begins = (method & 0x0f) === 8 && window <= 7 && (method * 256 + flags) % 31 === 0 && (flags & 0x20) === 0
  return begins && data.length * MOST_FOR_A_BYTE >= size
}
