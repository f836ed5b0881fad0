import { gifBlocks } from './gif-blocks.js'
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

function hasSecondFrame(bytes: Uint8Array): boolean {
  let frames = 0
  for (const { type } of gifBlocks(bytes)) if (type === 'frame' && ++frames === 2) return true
  return false
}
