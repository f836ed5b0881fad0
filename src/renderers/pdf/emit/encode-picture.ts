import { isSrgbProfile } from '../../../assets/icc-profile.js'
import { decodePng } from '../../../assets/png/decode-png.js'
import { readPngFile } from '../../../assets/png/png-file.js'
import { fromRgba, shrink } from '../../../assets/raster.js'
import type { DrawingFont } from '../../../assets/svg/fonts.js'
import type { Asset, Host } from '../../../host/host.js'
import type { CosDocument, PDFRef } from '../cos.js'
import { encodeRaster } from './encode-raster.js'
import { readJpeg } from './jpeg.js'
import { passPng } from './pass-png.js'

/** Pixels as a PDF holds them (ISO 32000-1 8.9.5). */
export interface EncodedPicture {
  /** Pixels as stored, before the picture is turned upright. */
  width: number
  height: number
  /** EXIF orientation 1–8 that the picture is still to be turned by. */
  orientation: number
  colours: 1 | 3
  bits: number
  /** Palette of an indexed picture, RGB triplets. */
  palette?: Uint8Array
  data: Uint8Array
  /** How `data` is packed: a JPEG, or rows deflated: plain ones, or with PNG's filters. */
  packing: 'jpeg' | 'rows' | 'filtered'
  /** Opacity, eight bits a pixel, packed as filtered rows. */
  alpha?: Uint8Array
}

/** What is asked of a picture: at most so many pixels across as it is seen. */
interface Wish {
  most: number
  host: Host
}

/** A drawing as vectors, which fill the unit square. */
export interface EncodedDrawing {
  packing: 'drawing'
  orientation: 1
  /** It shows pictures that lie outside it, which are not fetched. */
  lacksPictures: boolean
  /** Adds it to the file. */
  write(document: CosDocument): PDFRef
}

/**
 * Turns a picture into what a PDF holds, with at most `most` pixels across: JPEG and simple PNG pass through as they are,
 * SVG stays vectors where it can, all else is converted, photographs to JPEG and the rest without loss. Returns nothing
 * where a picture is broken, or a conversion is needed that cannot be had. `fonts` are for the text of a drawing.
 */
export async function encodePicture(
  asset: Asset,
  most: number,
  host: Host,
  fonts: readonly DrawingFont[] = [],
): Promise<EncodedPicture | EncodedDrawing | undefined> {
  if (asset.mediaType !== 'image/svg+xml') return encodePixels(asset, most, host)
  const { encodeDrawing } = await import('../drawing/encode-drawing.js')
  return encodeDrawing(asset, Math.max(1, Math.round(most)), host, fonts)
}

/** Turns a picture of pixels into what a PDF holds. */
export async function encodePixels(asset: Asset, most: number, host: Host): Promise<EncodedPicture | undefined> {
  const wish = { most: Math.max(1, Math.round(most)), host }
  if (asset.mediaType === 'image/jpeg') return encodeJpeg(asset, wish)
  if (asset.mediaType === 'image/png') return encodePng(asset, wish)
  return convertFlat(asset, wish)
}

async function encodeJpeg(asset: Asset, wish: Wish): Promise<EncodedPicture | undefined> {
  const jpeg = readJpeg(asset.bytes)
  const passed: EncodedPicture | undefined = jpeg && {
    ...jpeg,
    bits: 8,
    packing: 'jpeg',
    orientation: asset.orientation,
  }
  if (passed && asset.width <= wish.most) return passed
  // A picture too fine is better than none.
  return (await convertToJpeg(asset, wish)) ?? passed
}

async function encodePng(asset: Asset, wish: Wish): Promise<EncodedPicture | undefined> {
  const png = readPngFile(asset.bytes)
  if (!png) return undefined
  const { inflate, crc32 } = wish.host
  const profile = png.profile && inflate?.(png.profile, 4_000_000)
  if (!inflate || (profile && !isSrgbProfile(profile))) return convertFlat(asset, wish)
  const fits = asset.width <= wish.most
  const passed = fits ? passPng(png, asset.bytes, inflate, crc32) : undefined
  if (passed) return { ...passed, orientation: asset.orientation }
  const raster = decodePng(png, inflate)
  if (!raster) return undefined
  const scale = fits ? 1 : wish.most / asset.width
  const sized = fits
    ? raster
    : shrink(raster, Math.max(1, Math.round(raster.width * scale)), Math.max(1, Math.round(raster.height * scale)))
  return smaller({ ...encodeRaster(sized, wish.host.deflate), orientation: asset.orientation }, asset, wish)
}

/** Converts to pixels without loss; what turns out to be a photograph becomes a JPEG. */
async function convertFlat(asset: Asset, wish: Wish): Promise<EncodedPicture | undefined> {
  const raw = await wish.host.convertImage?.(asset.bytes, { format: 'raw', maxWidth: wish.most })
  if (!raw) return undefined
  const raster = fromRgba(raw.width, raw.height, raw.bytes)
  return smaller({ ...encodeRaster(raster, wish.host.deflate), orientation: 1 }, asset, wish)
}

/** Bytes a pixel beyond which a picture without loss has to be a photograph, and pixels from which that matters. */
const DENSE = 1.1
const LARGE = 40_000

/** Returns a photograph as JPEG, if that can be had and is much smaller. */
async function smaller(flat: EncodedPicture, asset: Asset, wish: Wish): Promise<EncodedPicture> {
  const pixels = flat.width * flat.height
  if (flat.alpha || pixels < LARGE || flat.data.length < pixels * DENSE) return flat
  const jpeg = await convertToJpeg(asset, wish)
  return jpeg && jpeg.data.length * 3 < flat.data.length ? jpeg : flat
}

/** The converter sets pictures upright. */
async function convertToJpeg(asset: Asset, { most, host }: Wish): Promise<EncodedPicture | undefined> {
  const converted = await host.convertImage?.(asset.bytes, { format: 'jpeg', maxWidth: most })
  const jpeg = converted && readJpeg(converted.bytes)
  return jpeg && { ...jpeg, bits: 8, packing: 'jpeg', orientation: 1 }
}
