/** One marker segment of a JPEG file (ISO 10918-1 B.1.1): its marker's second byte, and where it begins and ends. */
export interface JpegSegment {
  marker: number
  /** Offset of the 0xFF before the marker. */
  start: number
  /** Offset of the payload, after marker and length. */
  payload: number
  /** Offset after the segment; a scan's compressed data belong to it. */
  end: number
}

const STANDALONE = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8])
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/**
 * Yields the segments of a JPEG in order, the end of the image last. What follows it (a second picture, a film) is not
 * looked at. Stops early where the file is broken.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return
    const marker = bytes[at + 1]!
    // Any number of fill bytes may stand before a marker (B.1.1.2).
    if (marker === 0xff || STANDALONE.has(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === END_OF_IMAGE) {
      yield { marker, start: at, payload: at + 2, end: at + 2 }
      return
    }
    const size = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const head = at + 2 + size
    if (size < 2 || head > bytes.length) return
    const end = marker === START_OF_SCAN ? scanEnd(bytes, head) : head
    yield { marker, start: at, payload: at + 4, end }
    at = end
  }
}

/** Returns whether a JPEG goes on to the end of its image: one that is broken off does not. */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  for (const { marker } of jpegSegments(bytes)) if (marker === END_OF_IMAGE) return true
  return false
}

/** Returns where the next marker stands: in compressed data 0xFF is followed by a zero or a restart marker (B.1.1.5). */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !STANDALONE.has(next)) return at
  }
  return bytes.length
}
