import type { Asset, Host } from '../../../host/host.js'
import { readJpeg } from './jpeg.js'
import { readPng } from './png.js'

/** A picture as a PDF holds it. */
export interface EncodedPicture {
  /** Pixels as stored; `shown…` after turning it upright. */
  width: number
  height: number
  shownWidth: number
  shownHeight: number
  orientation: number
  colours: 1 | 3
  bits: number
  /** Palette of an indexed picture, RGB triplets. */
  palette?: Uint8Array
  data: Uint8Array
  /** How `data` is packed: JPEG as it is, PNG rows deflated with predictors, or bare rows still to deflate. */
  packing: 'jpeg' | 'png' | 'bare'
  /** Opacity, one byte a pixel. */
  alpha?: Uint8Array
}

/** Widest side of a converted picture, px: the width of a page at print resolution. */
const WIDEST = 2000

/** Turns a picture into what a PDF holds: JPEG and simple PNG pass through without loss, all else is converted. */
export async function encodePicture(asset: Asset, host: Host): Promise<EncodedPicture | undefined> {
  if (asset.mediaType === 'image/jpeg') {
    const jpeg = readJpeg(asset.bytes)
    if (jpeg) return turned({ ...jpeg, bits: 8, packing: 'jpeg' }, asset.orientation)
  }
  if (asset.mediaType === 'image/png') {
    const png = readPng(asset.bytes)
    if (png) return turned(png, 1)
  }
  return convert(asset, host)
}

type Stored = Omit<EncodedPicture, 'shownWidth' | 'shownHeight' | 'orientation'>

function turned(picture: Stored, orientation: number): EncodedPicture {
  const { width, height } = picture
  const sideways = orientation >= 5
  return { ...picture, orientation, shownWidth: sideways ? height : width, shownHeight: sideways ? width : height }
}

async function convert(asset: Asset, host: Host): Promise<EncodedPicture | undefined> {
  const vector = asset.mediaType === 'image/svg+xml'
  const bytes = vector ? enlarged(asset) : asset.bytes
  const raw = await host.convertImage?.(bytes, { format: 'raw', maxWidth: WIDEST })
  if (!raw) return undefined
  const { rgb, alpha } = split(raw.bytes, raw.width * raw.height, raw.channels)
  const shown = vector ? { width: asset.width, height: asset.height } : raw
  const picture: EncodedPicture = {
    width: raw.width,
    height: raw.height,
    shownWidth: shown.width,
    shownHeight: shown.height,
    orientation: 1,
    colours: 3,
    bits: 8,
    data: rgb,
    packing: 'bare',
  }
  if (alpha) return { ...picture, alpha }
  // Photographs come as WebP and AVIF: bare pixels would be ten times the size.
  if (asset.mediaType === 'image/webp' || asset.mediaType === 'image/avif' || asset.mediaType === 'image/jpeg') {
    const converted = await host.convertImage?.(bytes, { format: 'jpeg', maxWidth: WIDEST })
    const jpeg = converted && readJpeg(converted.bytes)
    if (jpeg) return turned({ ...jpeg, bits: 8, packing: 'jpeg' }, 1)
  }
  return picture
}

/** Parts colour and opacity; a picture without a transparent pixel has no need of the latter. */
function split(bytes: Uint8Array, pixels: number, channels: 3 | 4): { rgb: Uint8Array; alpha: Uint8Array | undefined } {
  if (channels === 3) return { rgb: bytes, alpha: undefined }
  const rgb = new Uint8Array(pixels * 3)
  const alpha = new Uint8Array(pixels)
  let opaque = true
  for (let i = 0; i < pixels; i++) {
    rgb[i * 3] = bytes[i * 4]!
    rgb[i * 3 + 1] = bytes[i * 4 + 1]!
    rgb[i * 3 + 2] = bytes[i * 4 + 2]!
    alpha[i] = bytes[i * 4 + 3]!
    if (alpha[i] !== 255) opaque = false
  }
  return { rgb, alpha: opaque ? undefined : alpha }
}

/** Returns a drawing whose own size is large enough to be sharp in print: converters draw it at that size. */
function enlarged({ bytes, width, height }: Asset): Uint8Array {
  const factor = Math.min(4, 1800 / Math.max(width, 1))
  if (factor <= 1) return bytes
  const source = new TextDecoder().decode(bytes)
  const root = /<svg\b[^>]*>/.exec(source)
  if (!root) return bytes
  const bare = root[0].replace(/\s(?:width|height)\s*=\s*("[^"]*"|'[^']*')/g, '')
  const box = /\sviewBox\s*=/.test(bare) ? '' : ` viewBox="0 0 ${width} ${height}"`
  const size = ` width="${Math.round(width * factor)}" height="${Math.round(height * factor)}"`
  const grown = source.replace(root[0], () => bare.replace('<svg', `<svg${size}${box}`))
  return new TextEncoder().encode(grown)
}
