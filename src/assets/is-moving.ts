import { latin, type PictureType } from './media-type.js'
import { pngChunks } from './png/png-file.js'
import { riffChunks } from './riff-chunks.js'

/** Returns whether a picture has more than one frame, as its file says without being decoded. */
export function isMoving(bytes: Uint8Array, type: PictureType): boolean {
  switch (type) {
    case 'image/gif':
      return hasSecondFrame(bytes)
    case 'image/webp':
      return has(riffChunks(bytes), 'ANIM')
    case 'image/png':
      return has(pngChunks(bytes), 'acTL')
    case 'image/avif':
      return latin(bytes, 8, 12) === 'avis'
    default:
      return false
  }
}

function has(chunks: Iterable<{ type: string }>, wanted: string): boolean {
  for (const { type } of chunks) if (type === wanted) return true
  return false
}

const EXTENSION = 0x21
const FRAME = 0x2c

/** Walks a GIF's blocks (GIF89a, 17–26) to its second frame. */
function hasSecondFrame(bytes: Uint8Array): boolean {
  let at = 13 + colourTable(bytes[10] ?? 0)
  let frames = 0
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === FRAME && ++frames === 2) return true
    if (block === EXTENSION) at = afterBlocks(bytes, at + 2)
    // Place and size, then flags; the colours; the size of the codes.
    else if (block === FRAME) at = afterBlocks(bytes, at + 10 + colourTable(bytes[at + 9] ?? 0) + 1)
    else return false
  }
  return false
}

/** Bytes of a table of colours, which the flags of what it belongs to announce. */
function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while ((bytes[at] ?? 0) !== 0) at += bytes[at]! + 1
  return at + 1
}
