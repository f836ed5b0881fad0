import { jpegSegments } from './jpeg-segments.js'
import { latin } from './media-type.js'

const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe

/** "Exif" and two zeros. */
const exifName = [0x45, 0x78, 0x69, 0x66, 0, 0]

/**
 * Returns a JPEG without what says where, when and by whom it was taken: EXIF (with its place and its thumbnail), XMP, IPTC,
 * comments, and whatever follows the end of the picture: cameras keep second pictures and short films there. The picture
 * itself, its colour profile (ICC) and Adobe's colour transform stay, bit for bit. The orientation goes with EXIF: a
 * renderer turns the picture by `Asset.orientation`, or gives `turn`, a TIFF file that is written as the only EXIF. A file
 * that is no JPEG comes back as it is.
 */
export function stripJpeg(bytes: Uint8Array, turn?: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let exif = turn && exifSegment(turn)
  for (const segment of jpegSegments(bytes)) {
    if (!isPicture(segment.marker, bytes.subarray(segment.payload, segment.end))) continue
    // JFIF has to come first, EXIF as soon as it may.
    if (exif && segment.marker !== APP0) {
      kept.push(exif)
      exif = undefined
    }
    kept.push(bytes.subarray(segment.start, segment.end))
  }
  return concat(kept)
}

/** EXIF 2.32 4.7.2: a marker, its length, the name, a TIFF file. */
function exifSegment(tiff: Uint8Array): Uint8Array {
  const length = tiff.length + 8
  return concat([Uint8Array.of(0xff, APP1, length >> 8, length & 255, ...exifName), tiff])
}

function isPicture(marker: number, payload: Uint8Array): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  if (marker === APP0) return latin(payload, 0, 4) === 'JFIF'
  if (marker === APP2) return latin(payload, 0, 11) === 'ICC_PROFILE'
  return marker === APP14
}

/** Returns pieces of bytes as one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
