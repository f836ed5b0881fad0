import { type Inflate, inflatedSize } from '../../../assets/png/decode-png.js'
import { colourTypes, type PngFile } from '../../../assets/png/png-file.js'
import type { EncodedPicture } from './encode-picture.js'

/**
 * Returns a PNG whose compressed rows a PDF can hold as they are (ISO 32000-1 7.4.4.4: the same filters): no opacity, no
 * interlacing, at most eight bits a sample. Returns nothing for any other, and where the rows are not all there.
 */
export function passPng(png: PngFile, inflate: Inflate): Omit<EncodedPicture, 'orientation'> | undefined {
  const { width, height, bits, type, palette } = png
  if (png.interlaced || png.transparency || bits > 8) return undefined
  if (type !== colourTypes.grey && type !== colourTypes.rgb && type !== colourTypes.palette) return undefined
  const size = inflatedSize(png)
  const rows = inflate(png.data, size)
  if (rows?.length !== size) return undefined
  const base = { width, height, bits, data: png.data, packing: 'filtered' as const }
  if (type === colourTypes.palette) return { ...base, colours: 1, palette: palette! }
  return { ...base, colours: type === colourTypes.rgb ? 3 : 1 }
}
