import { exifOrientation } from './exif-orientation.js'
import type { ImageSize } from './image-size.js'
import { jpegSegments } from './jpeg-segments.js'

const APP1 = 0xe1

/** Returns width, height and orientation from a JPEG's frame header (ISO 10918-1 B.2.2) and its EXIF segment. */
export function jpegSize(bytes: Uint8Array): ImageSize | undefined {
  let orientation: number | undefined
  for (const { marker, payload, end } of jpegSegments(bytes)) {
    if (marker === APP1) orientation ??= exifOrientation(bytes.subarray(payload, end))
    if (isFrame(marker)) {
      if (end - payload < 5) return undefined
      const height = (bytes[payload + 1]! << 8) | bytes[payload + 2]!
      const width = (bytes[payload + 3]! << 8) | bytes[payload + 4]!
      return orientation === undefined ? { width, height } : { width, height, orientation }
    }
  }
  return undefined
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which stand in the same row. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
