import { dataUriBytes } from '../../../assets/data-uri.js'
import { judge } from '../../../assets/load-asset.js'
import { type DrawingElement, readDrawing } from '../../../assets/svg/drawing.js'
import { type ReadSvg, readSvg } from '../../../assets/svg/engine.js'
import type { DrawingFont } from '../../../assets/svg/fonts.js'
import type { Asset, Host } from '../../../host/host.js'
import { type EncodedDrawing, type EncodedPicture, encodePixels } from '../emit/encode-picture.js'
import { encodeRaster } from '../emit/encode-raster.js'
import { isDrawable } from './is-drawable.js'
import { writeDrawing } from './write-drawing.js'

/** So much of a drawing that a picture of it is the smaller: a map of a whole country, outline by outline. */
const MOST_CHARACTERS = 6_000_000

/**
 * Turns an SVG into vectors; one with what PDF cannot draw (filters, for one) into pixels, `most` across. `fonts` are for
 * text that those which ship lack. Returns nothing where it is broken.
 */
export async function encodeDrawing(
  asset: Asset,
  most: number,
  host: Host,
  fonts: readonly DrawingFont[] = [],
): Promise<EncodedDrawing | EncodedPicture | undefined> {
  const svg = await readSvg(asset.bytes, host, fonts)
  if (!svg) return undefined
  const { width, height, plain } = svg
  const drawing = plain.length > MOST_CHARACTERS ? undefined : readDrawing(plain)
  const pictures = drawing && isDrawable(drawing) && (await encodeInside(drawing.root, most, host))
  if (!pictures) return rastered(svg, most, host)
  const drawable = { drawing, width, height, pictures }
  const lacksPictures = (plain.match(/<image /g)?.length ?? 0) > pictures.size
  return { packing: 'drawing', orientation: 1, lacksPictures, write: document => writeDrawing(drawable, document) }
}

function rastered(svg: ReadSvg, most: number, host: Host): EncodedPicture | undefined {
  const raster = svg.raster(most)
  return raster && { ...encodeRaster(raster, host.deflate), orientation: 1 }
}

/** Returns the pictures inside a drawing; nothing where one of them cannot be had as pixels. */
async function encodeInside(
  root: DrawingElement,
  most: number,
  host: Host,
): Promise<Map<DrawingElement, EncodedPicture> | undefined> {
  const pictures = new Map<DrawingElement, EncodedPicture>()
  const waiting = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    waiting.push(...element.children)
    if (element.name !== 'image') continue
    const address = element.attributes['xlink:href'] ?? ''
    // What the reader puts in place of a file outside the drawing: nothing is fetched.
    if (address.startsWith('data:image/raw')) continue
    const bytes = dataUriBytes(address)
    const judged = bytes && judge('picture in a drawing', bytes)
    if (!judged || !('asset' in judged) || judged.asset.mediaType === 'image/svg+xml') return undefined
    const encoded = await encodePixels(judged.asset, most, host)
    if (!encoded) return undefined
    pictures.set(element, encoded)
  }
  return pictures
}
