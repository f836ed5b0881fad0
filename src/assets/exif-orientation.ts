import { latin } from './media-type.js'

const ORIENTATION = 0x0112
const SHORT = 3

/** Returns the orientation 1–8 from an EXIF segment of a JPEG ("Exif", two zeros, a TIFF file); undefined where it says none. */
export function exifOrientation(segment: Uint8Array): number | undefined {
  return latin(segment, 0, 4) === 'Exif' ? tiffOrientation(segment.subarray(6)) : undefined
}

/** Returns the orientation 1–8 from a TIFF file, as PNG and WebP hold EXIF; undefined where it says none. */
export function tiffOrientation(bytes: Uint8Array): number | undefined {
  if (bytes.length < 14) return undefined
  const tiff = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = tiff.getUint16(0) === 0x4949
  const directory = tiff.getUint32(4, little)
  if (directory + 2 > tiff.byteLength) return undefined
  const entries = tiff.getUint16(directory, little)
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > tiff.byteLength) return undefined
    if (tiff.getUint16(entry, little) !== ORIENTATION || tiff.getUint16(entry + 2, little) !== SHORT) continue
    const value = tiff.getUint16(entry + 8, little)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** Returns a TIFF file that says the orientation 1–8 and nothing else: one directory with one entry (TIFF 6.0, 2). */
export function orientationTiff(orientation: number): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(26))
  // "MM": big-endian; 42; where the directory stands.
  tiff.setUint32(0, 0x4d4d002a)
  tiff.setUint32(4, 8)
  tiff.setUint16(8, 1)
  tiff.setUint16(10, ORIENTATION)
  tiff.setUint16(12, SHORT)
  tiff.setUint32(14, 1)
  tiff.setUint16(18, orientation)
  return new Uint8Array(tiff.buffer)
}
