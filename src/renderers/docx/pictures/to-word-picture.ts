import { encodePng } from '../../../assets/png/encode-png.js'
import { stripPicture } from '../../../assets/strip-picture.js'
import { drawingText } from '../../../assets/svg/drawing-text.js'
import type { Asset, Host } from '../../../host/host.js'

/** A picture in kinds that Word shows, with its size in px as it is seen. */
export interface WordPicture {
  bytes: Uint8Array
  extension: 'jpeg' | 'png' | 'gif'
  /** The drawing itself, beside a raster for programs that read no SVG. */
  svg?: Uint8Array
  /** Of a picture that ought to be turned and could not be: how it is seen, "lies on its side". */
  seen?: string
  /** Its text has letters that the shipped fonts lack: in its pixels they are boxes. */
  boxed?: true
  width: number
  height: number
}

/** Pixels for each point of width that a picture is printed with: 200 to an inch. */
export const pixelsPerPoint = 200 / 72
/** A drawing has edges, which show their steps sooner than a photograph: 300 to an inch. */
const drawnPerPoint = 300 / 72
/** An article may say that a drawing is larger than it was made: so many times is reckoned with. */
const mostEnlarged = 2

/** A CSS pixel is 1/96 inch. */
export const pointsPerPixel = 0.75

/** Kinds that Word shows as they are. */
const shown: { readonly [type in Asset['mediaType']]?: WordPicture['extension'] } = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/gif': 'gif',
}

/**
 * Returns a picture as Word takes it: JPEG, PNG and GIF without where, when and by whom they were made, the others converted.
 * Undefined where the file is broken, or where a conversion is needed and cannot be had. `grownWidth` is what a drawing grows to.
 */
export async function toWordPicture(
  asset: Asset,
  host: Host,
  maxWidth: number,
  grownWidth: number,
): Promise<WordPicture | undefined> {
  const extension = shown[asset.mediaType]
  if (extension)
    return (asset.orientation === 1 ? undefined : await turn(asset, host, maxWidth)) ?? passed(asset, extension)
  return asset.mediaType === 'image/svg+xml'
    ? drawn(asset, host, maxWidth, grownWidth)
    : convert(asset, host, 'png', maxWidth)
}

/**
 * A drawing beside its pixels, which are what most programs show. They are drawn with the fonts that ship with the program,
 * so that they are the PDF's and the same everywhere.
 */
async function drawn(asset: Asset, host: Host, maxWidth: number, grownWidth: number): Promise<WordPicture | undefined> {
  const svg = stripPicture(asset.bytes, asset.mediaType)
  if (!svg) return undefined
  const { readSvg } = await import('../../../assets/svg/engine.js')
  const shownWidth = Math.min(maxWidth, Math.max(grownWidth, asset.width * pointsPerPixel * mostEnlarged))
  const raster = (await readSvg(asset.bytes, host))?.raster(Math.ceil(shownWidth * drawnPerPoint))
  if (!raster) return undefined
  const bytes = encodePng(raster, each => host.deflate(each))
  const boxed = foreign.test(drawingText(new TextDecoder().decode(svg)))
  return { bytes, extension: 'png', svg, width: asset.width, height: asset.height, ...(boxed && { boxed }) }
}

/** Letters that no shipped font of text or signs has. */
const foreign = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}])\p{L}/u

/** Word takes no notice of EXIF's orientation, so a picture that lies on its side is set upright. */
function turn(asset: Asset, host: Host, maxWidth: number): Promise<WordPicture | undefined> {
  return convert(asset, host, asset.mediaType === 'image/jpeg' ? 'jpeg' : 'png', maxWidth)
}

/** A picture as it was stored; one that nothing could turn has the sides of what is seen then, and is not stretched. */
function passed(asset: Asset, extension: WordPicture['extension']): WordPicture | undefined {
  const bytes = stripPicture(asset.bytes, asset.mediaType)
  const [width, height] = asset.orientation >= 5 ? [asset.height, asset.width] : [asset.width, asset.height]
  const picture = bytes && { bytes, extension, width, height }
  return picture && asset.orientation !== 1
    ? { ...picture, seen: wrongly[asset.orientation] ?? 'lies on its side' }
    : picture
}

/** How a picture is seen whose orientation is not heeded (EXIF 2.32 4.6.4 A); 6 and 8 lie on their side. */
const wrongly: { readonly [orientation: number]: string } = {
  2: 'is mirrored',
  3: 'stands on its head',
  4: 'stands on its head and is mirrored',
  5: 'lies on its side and is mirrored',
  7: 'lies on its side and is mirrored',
}

/** Returns whether Word shows a kind of picture without its being converted. */
export function isShown(type: Asset['mediaType']): boolean {
  return type in shown
}

async function convert(
  asset: Asset,
  host: Host,
  format: 'png' | 'jpeg',
  maxWidth: number,
): Promise<WordPicture | undefined> {
  const wish = { format, maxWidth: Math.round(maxWidth * pixelsPerPoint) }
  const converted = await host.convertImage?.(asset.bytes, wish)
  return converted && { bytes: converted.bytes, extension: format, width: asset.width, height: asset.height }
}
