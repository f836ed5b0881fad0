/** A JPEG that a PDF can hold as it is (ISO 32000-1 7.4.8). */
export interface PassedJpeg {
  width: number
  height: number
  colours: 1 | 3
  data: Uint8Array
}

/** Frame headers (SOF) of baseline, extended and progressive coding with Huffman tables (ITU-T T.81 table B.1). */
const frames = new Set([0xc0, 0xc1, 0xc2])

/**
 * Reads the size and colours of a JPEG and returns it without what nobody may read from a published file: EXIF with place
 * and camera, XMP, captions, comments, previews. Returns nothing where the picture has four colours, a colour space of its
 * own that is not sRGB, or is broken: then it must be converted.
 */
export function readJpeg(bytes: Uint8Array): PassedJpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let frame: { width: number; height: number; colours: number; bits: number } | undefined
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return undefined
    if (marker === 0xda) {
      kept.push(bytes.subarray(at))
      break
    }
    if (isFrame(marker)) {
      if (!frames.has(marker)) return undefined
      frame = {
        bits: bytes[at + 4]!,
        height: (bytes[at + 5]! << 8) | bytes[at + 6]!,
        width: (bytes[at + 7]! << 8) | bytes[at + 8]!,
        colours: bytes[at + 9]!,
      }
    }
    if (marker === 0xe2 && isForeignProfile(bytes.subarray(at + 4, end))) return undefined
    if (keeps(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (frame?.bits !== 8 || frame.width === 0 || frame.height === 0) return undefined
  if (frame.colours !== 1 && frame.colours !== 3) return undefined
  return { width: frame.width, height: frame.height, colours: frame.colours, data: join(kept) }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Tables and coding stay; of the application segments only JFIF and Adobe's, which say how colours are coded. */
function keeps(marker: number): boolean {
  if (marker >= 0xe0 && marker <= 0xef) return marker === 0xe0 || marker === 0xee
  return marker !== 0xfe
}

function isForeignProfile(segment: Uint8Array): boolean {
  const text = String.fromCharCode(...segment.subarray(0, 600))
  return text.startsWith('ICC_PROFILE') && !/s\0?R\0?G\0?B/.test(text)
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
