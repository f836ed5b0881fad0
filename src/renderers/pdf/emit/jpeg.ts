import { isSrgbProfile } from '../../../assets/icc-profile.js'
import { jpegSegments } from '../../../assets/jpeg-segments.js'
import { latin } from '../../../assets/media-type.js'
import { concat, stripJpeg } from '../../../assets/strip-jpeg.js'

/** A JPEG that a PDF can hold as it is (ISO 32000-1 7.4.8). */
export interface PassedJpeg {
  width: number
  height: number
  colours: 1 | 3
  data: Uint8Array
}

const APP2 = 0xe2
/** "ICC_PROFILE", a zero, which part of how many (ICC.1 B.4). */
const PROFILE_HEAD = 14
/** Frame headers (SOF) of baseline, extended and progressive coding with Huffman tables (ISO 10918-1 table B.1). */
const frames = new Set([0xc0, 0xc1, 0xc2])

/**
 * Returns a JPEG without what says where, when and by whom it was taken. Returns nothing where the picture has four
 * colours, a colour space of its own that is not sRGB, or a coding that PDF readers do not know: then it must be converted.
 */
export function readJpeg(bytes: Uint8Array): PassedJpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const profile: Uint8Array[] = []
  for (const { marker, payload, end } of jpegSegments(bytes)) {
    if (marker === APP2 && latin(bytes, payload, payload + 11) === 'ICC_PROFILE')
      profile.push(bytes.subarray(payload + PROFILE_HEAD, end))
    if (frames.has(marker)) return isSrgbProfile(concat(profile)) ? passed(bytes, payload) : undefined
  }
  return undefined
}

/** Reads a frame header (ISO 10918-1 B.2.2): precision, height, width, number of components. */
function passed(bytes: Uint8Array, frame: number): PassedJpeg | undefined {
  const [bits, high, low, wide, narrow, colours] = bytes.subarray(frame, frame + 6)
  const height = (high! << 8) | low!
  const width = (wide! << 8) | narrow!
  if (bits !== 8 || width === 0 || height === 0 || (colours !== 1 && colours !== 3)) return undefined
  return { width, height, colours, data: stripJpeg(bytes) }
}
