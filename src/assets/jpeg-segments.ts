/** One marker segment of a JPEG file (ISO 10918-1 B.1.1): its marker's second byte, and where it begins and ends. */
export interface JpegSegment {
  marker: number
  /** Offset of the 0xFF before the marker. */
  start: number
  /** Offset of the payload, after marker and length. */
  payload: number
  /** Offset after the segment. */
  end: number
}

const STANDALONE = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8])
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** Yields the segments before the first scan, the scan's own header last. Stops where the file is broken. */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return
    const marker = bytes[at + 1]!
    // Any number of fill bytes may stand before a marker (B.1.1.2).
    if (marker === 0xff || STANDALONE.has(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === END_OF_IMAGE) return
    const size = (bytes[at + 2]! << 8) | bytes[at + 3]!
    const end = at + 2 + size
    if (size < 2 || end > bytes.length) return
    yield { marker, start: at, payload: at + 4, end }
    if (marker === START_OF_SCAN) return
    at = end
  }
}
