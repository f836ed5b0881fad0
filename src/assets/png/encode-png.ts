import { type Raster, withoutColour } from '../raster.js'
import { concat } from '../strip-jpeg.js'
import { colourTypes, pngChunk } from './png-file.js'
import { filterRows } from './unfilter-rows.js'

const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Returns pixels as a PNG: filtered rows, one sample fewer where all is grey, and one more where something is clear. */
export function encodePng(raster: Raster, deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const { width, height, colours, data, alpha } = withoutColour(raster)
  const samples = colours + (alpha ? 1 : 0)
  const plain = colours === 1 ? colourTypes.grey : colourTypes.rgb
  const clear = colours === 1 ? colourTypes.greyAlpha : colourTypes.rgbAlpha
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head[8] = 8
  head[9] = alpha ? clear : plain
  const rows = filterRows(alpha ? interleave(data, colours, alpha) : data, width * samples, samples)
  return concat([
    signature,
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflate(rows)),
    pngChunk('IEND', new Uint8Array()),
  ])
}

function interleave(data: Uint8Array, colours: number, alpha: Uint8Array): Uint8Array {
  const step = colours + 1
  const mixed = new Uint8Array(alpha.length * step)
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    for (let colour = 0; colour < colours; colour++) mixed[pixel * step + colour] = data[pixel * colours + colour]!
    mixed[pixel * step + colours] = alpha[pixel]!
  }
  return mixed
}
