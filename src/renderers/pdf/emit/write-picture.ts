import { type CosDocument, PDFHexString, type PDFRef } from '../cos.js'
import type { EncodedPicture } from './encode-picture.js'

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
export function matrixOf(picture: EncodedPicture): Matrix {
  return upright[picture.orientation] ?? upright[1]!
}

/** Adds a picture to the file, its opacity as a mask of its own (ISO 32000-1 8.9.5, 11.6.5.3). */
export function writePicture(picture: EncodedPicture, document: CosDocument): PDFRef {
  const base = { Type: 'XObject', Subtype: 'Image', Width: picture.width, Height: picture.height }
  const dict = { ...base, ColorSpace: colourSpace(picture), BitsPerComponent: picture.bits }
  if (picture.packing === 'jpeg') return document.addStream({ ...dict, Filter: 'DCTDecode' }, picture.data, 'as is')
  if (picture.packing === 'png') {
    const parameters = {
      Predictor: 15,
      Colors: picture.palette ? 1 : picture.colours,
      BitsPerComponent: picture.bits,
      Columns: picture.width,
    }
    return document.addStream({ ...dict, Filter: 'FlateDecode', DecodeParms: parameters }, picture.data, 'as is')
  }
  if (!picture.alpha) return document.addStream(dict, picture.data)
  const mask = document.addStream({ ...base, ColorSpace: 'DeviceGray', BitsPerComponent: 8 }, picture.alpha)
  return document.addStream({ ...dict, SMask: mask }, picture.data)
}

function colourSpace(picture: EncodedPicture) {
  if (!picture.palette) return picture.colours === 1 ? 'DeviceGray' : 'DeviceRGB'
  let hex = ''
  for (const byte of picture.palette) hex += byte.toString(16).padStart(2, '0')
  return ['Indexed', 'DeviceRGB', Math.floor(picture.palette.length / 3) - 1, PDFHexString.of(hex)]
}
