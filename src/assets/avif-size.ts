import { type Box, bmffBoxes } from './bmff-boxes.js'
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
  for (const { type, body } of properties(view, 0, view.byteLength)) {
    if (type === 'irot') lies = (view.getUint8(body) & 1) === 1
    if (type !== 'ispe') continue
    const size = { width: view.getUint32(body + 4), height: view.getUint32(body + 8) }
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest && lies ? { width: largest.height, height: largest.width } : largest
}

function* properties(view: DataView, from: number, to: number): Generator<Box> {
  for (const box of bmffBoxes(view, from, to)) {
    yield box
    const inside = containers[box.type]
    if (inside !== undefined) yield* properties(view, box.body + inside, box.end)
  }
}
