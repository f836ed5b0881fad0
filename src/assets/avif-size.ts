import type { ImageSize } from './image-size.js'

/** Boxes that hold boxes, with the bytes of version and flags that stand before those. */
const containers: { readonly [type: string]: number } = { meta: 4, iprp: 0, ipco: 0 }

/**
 * Returns the size of an AVIF picture from its `ispe` property (ISO 23008-12 6.5.3). A file may describe several, tiles and
 * thumbnails among them: the largest is the picture.
 */
export function avifSize(view: DataView): ImageSize | undefined {
  let largest: ImageSize | undefined
  for (const size of extents(view, 0, view.byteLength)) {
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

function* extents(view: DataView, from: number, to: number): Generator<ImageSize> {
  let at = from
  while (at + 8 <= to) {
    const size = view.getUint32(at)
    const type = String.fromCharCode(...[4, 5, 6, 7].map(offset => view.getUint8(at + offset)))
    // Size 0 means up to the end (ISO 14496-12 4.2); 1, a 64-bit size, is only for media data, which comes last.
    const end = size === 0 ? to : at + size
    if (size === 1 || end > to || (size !== 0 && size < 8)) return
    if (type === 'ispe') yield { width: view.getUint32(at + 12), height: view.getUint32(at + 16) }
    const inside = containers[type]
    if (inside !== undefined) yield* extents(view, at + 8 + inside, end)
    at = end
  }
}
