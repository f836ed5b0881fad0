import type { ImageSize } from './image-size.js'

/** Boxes that hold boxes, with the bytes of version and flags that stand before those. */
const containers: { readonly [type: string]: number } = { meta: 4, iprp: 0, ipco: 0 }

/**
 * Returns the size of an AVIF picture from its `ispe` property (ISO 23008-12 6.5.3). A file may describe several, tiles and
 * thumbnails among them: the largest is the picture. Where a quarter turn is asked for (`irot`, 6.5.10), as it is seen.
 */
export function avifSize(view: DataView): ImageSize | undefined {
  let largest: ImageSize | undefined
  let lies = false
  for (const { type, at } of properties(view, 0, view.byteLength)) {
    if (type === 'irot') lies = (view.getUint8(at + 8) & 1) === 1
    if (type !== 'ispe') continue
    const size = { width: view.getUint32(at + 12), height: view.getUint32(at + 16) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest && lies ? { width: largest.height, height: largest.width } : largest
}

function* properties(view: DataView, from: number, to: number): Generator<{ type: string; at: number }> {
  let at = from
  while (at + 8 <= to) {
    const size = view.getUint32(at)
    const type = String.fromCharCode(...[4, 5, 6, 7].map(offset => view.getUint8(at + offset)))
    // Size 0 means up to the end (ISO 14496-12 4.2); 1, a 64-bit size, is only for media data, which comes last.
    const end = size === 0 ? to : at + size
    if (size === 1 || end > to || (size !== 0 && size < 8)) return
    yield { type, at }
    const inside = containers[type]
    if (inside !== undefined) yield* properties(view, at + 8 + inside, end)
    at = end
  }
}
