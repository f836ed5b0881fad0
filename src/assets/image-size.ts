import { avifSize } from './avif-size.js'
import { exifOrientation, tiffOrientation } from './exif-orientation.js'
import { jpegSize } from './jpeg-size.js'
import { latin, type PictureType } from './media-type.js'
import { pngChunks } from './png/png-file.js'
import { riffChunks } from './riff-chunks.js'
import { svgSize } from './svg-size.js'

/** Width and height in px as stored, and the EXIF orientation 1–8 where the file has one. */
export interface ImageSize {
  width: number
  height: number
  orientation?: number
}

/** Reads a picture's size from its header, without decoding it. Undefined where the header is broken or says nothing. */
export function imageSize(bytes: Uint8Array, type: PictureType): ImageSize | undefined {
  try {
    const size = readers[type](bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return size && size.width > 0 && size.height > 0 ? size : undefined
  } catch (error) {
    // A DataView throws where a header promises more bytes than the file has.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

type SizeReader = (bytes: Uint8Array, view: DataView) => ImageSize | undefined

const readers: { readonly [type in PictureType]: SizeReader } = {
  'image/png': pngSize,
  'image/gif': (_, view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': bytes => jpegSize(bytes),
  'image/webp': webpSize,
  'image/avif': (_, view) => avifSize(view),
  'image/svg+xml': bytes => svgSize(new TextDecoder().decode(bytes)),
}

/** ISO 15948 11.2.2: IHDR is the first chunk. */
function pngSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
  if (latin(bytes, 12, 16) !== 'IHDR') return undefined
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  for (const { type, chunk } of pngChunks(bytes)) if (type === 'eXIf') return turned(size, tiffOrientation(chunk))
  return size
}

/** RFC 9649 2.5–2.7: a lossy, a lossless or an extended file, told apart by the first chunk. */
function webpSize(bytes: Uint8Array, view: DataView): ImageSize | undefined {
  switch (latin(bytes, 12, 16)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return turned({ width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }, webpOrientation(bytes))
    default:
      return undefined
  }
}

/** Some programs write the marker of a JPEG's segment before the TIFF file, some do not. */
function webpOrientation(bytes: Uint8Array): number | undefined {
  for (const { type, chunk } of riffChunks(bytes))
    if (type === 'EXIF') return exifOrientation(chunk) ?? tiffOrientation(chunk)
  return undefined
}

function turned(size: ImageSize, orientation: number | undefined): ImageSize {
  return orientation === undefined ? size : { ...size, orientation }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
