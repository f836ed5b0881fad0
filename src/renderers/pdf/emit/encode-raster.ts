import { filterRows } from '../../../assets/png/unfilter-rows.js'
import { type Raster, withoutColour } from '../../../assets/raster.js'
import type { EncodedPicture } from './encode-picture.js'

/** Packs pixels without loss: grey as one sample, few colours as a palette, all else in filtered rows. */
export function encodeRaster(
  raster: Raster,
  deflate: (bytes: Uint8Array) => Uint8Array,
): Omit<EncodedPicture, 'orientation'> {
  const { width, height, colours, data, alpha } = withoutColour(raster)
  const rows = (bytes: Uint8Array, samples: number) => deflate(filterRows(bytes, width * samples, samples))
  const base = { width, height, bits: 8, ...(alpha && { alpha: rows(alpha, 1) }) }
  const few = colours === 3 ? withPalette(data) : undefined
  if (few) return { ...base, colours: 1, palette: few.palette, data: deflate(few.data), packing: 'rows' }
  return { ...base, colours, data: rows(data, colours), packing: 'filtered' }
}

/** Returns the colours of a picture that has at most 256 of them, in the order in which they are met. */
function withPalette(data: Uint8Array): { palette: Uint8Array; data: Uint8Array } | undefined {
  const places = new Map<number, number>()
  const indexed = new Uint8Array(data.length / 3)
  for (let pixel = 0; pixel < indexed.length; pixel++) {
    const colour = (data[pixel * 3]! << 16) | (data[pixel * 3 + 1]! << 8) | data[pixel * 3 + 2]!
    let place = places.get(colour)
    if (place === undefined) {
      if (places.size === 256) return undefined
      place = places.size
      places.set(colour, place)
    }
    indexed[pixel] = place
  }
  const palette = Uint8Array.from(
    [...places.keys()].flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  )
  return { palette, data: indexed }
}
