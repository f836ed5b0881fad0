import { type CosDocument, PDFHexString, type PDFRef } from '../cos.js'
import type { EncodedDrawing, EncodedPicture } from './encode-picture.js'

type Matrix = readonly [number, number, number, number, number, number]

/** Turns a unit square as the EXIF orientation says (TIFF 6.0, tag 274), so that the stored picture stands upright. */
const upright: { readonly [orientation: number]: Matrix } = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
}

/** Returns the matrix that turns a picture upright. */
export function matrixOf(picture: EncodedPicture | EncodedDrawing): Matrix {
  return upright[picture.orientation] ?? upright[1]!
}

/** Adds a picture to the file, its opacity as a mask of its own (ISO 32000-1 8.9.5, 11.6.5.3). */
export function writePicture(picture: EncodedPicture | EncodedDrawing, document: CosDocument): PDFRef {
  if (picture.packing === 'drawing') return picture.write(document)
  const { width, height, bits, data, alpha } = picture
  const base = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
  const mask = alpha && {
    SMask: document.addStream(
      { ...base, ColorSpace: 'DeviceGray', BitsPerComponent: 8, ...filtered(width, 1, 8) },
      alpha,
      'as is',
    ),
  }
  const dict = { ...base, ColorSpace: colourSpace(picture), BitsPerComponent: bits, ...mask }
  return document.addStream({ ...dict, ...filterOf(picture) }, data, 'as is')
}

function filterOf({ packing, width, colours, bits }: EncodedPicture) {
  if (packing === 'jpeg') return { Filter: 'DCTDecode' }
  return packing === 'rows' ? { Filter: 'FlateDecode' } : filtered(width, colours, bits)
}

/** Rows with PNG's filters (ISO 32000-1 7.4.4.4). */
function filtered(width: number, colours: number, bits: number) {
  const parameters = { Predictor: 15, Colors: colours, BitsPerComponent: bits, Columns: width }
  return { Filter: 'FlateDecode', DecodeParms: parameters }
}

function colourSpace({ palette, colours, bits }: EncodedPicture) {
  if (!palette) return colours === 1 ? 'DeviceGray' : 'DeviceRGB'
  // A palette may not have more entries than its samples can name (ISO 32000-1 8.6.6.3).
  const entries = Math.min(Math.floor(palette.length / 3), 2 ** bits)
  let hex = ''
  for (const byte of palette.subarray(0, entries * 3)) hex += byte.toString(16).padStart(2, '0')
  return ['Indexed', 'DeviceRGB', entries - 1, PDFHexString.of(hex)]
}
