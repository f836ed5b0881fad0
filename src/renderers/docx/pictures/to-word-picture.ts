import { stripJpeg } from '../../../assets/strip-jpeg.js'
import type { Asset, Host } from '../../../host/host.js'

/** A picture in kinds that Word shows, with its size in px as it is seen. */
export interface WordPicture {
  bytes: Uint8Array
  extension: 'jpeg' | 'png' | 'gif'
  /** The drawing itself, beside a raster for programs that read no SVG. */
  svg?: Uint8Array
  width: number
  height: number
}

/** Pixels for each point of width that a drawing or a foreign picture is rastered with: 200 to an inch. */
const pixelsPerPoint = 200 / 72

/**
 * Returns a picture as Word takes it: JPEG (without where and when it was taken), PNG and GIF as they are, the others
 * converted. Undefined where a conversion is needed and cannot be had.
 */
export async function toWordPicture(asset: Asset, host: Host, maxWidth: number): Promise<WordPicture | undefined> {
  const { bytes, width, height } = asset
  const size = { width, height }
  switch (asset.mediaType) {
    case 'image/png': {
      const upright = asset.orientation === 1 ? undefined : await convert(asset, host, 'png', maxWidth)
      return upright ?? { bytes, extension: 'png', ...size }
    }
    case 'image/gif':
      return { bytes, extension: 'gif', ...size }
    case 'image/jpeg':
      // Word takes no notice of EXIF's orientation, so a picture that lies on its side is set upright.
      return asset.orientation === 1
        ? { bytes: stripJpeg(bytes), extension: 'jpeg', ...size }
        : ((await convert(asset, host, 'jpeg', maxWidth)) ?? { bytes: stripJpeg(bytes), extension: 'jpeg', ...size })
    case 'image/svg+xml': {
      const raster = await convert(asset, host, 'png', maxWidth)
      return raster && { ...raster, svg: bytes }
    }
    default:
      return convert(asset, host, 'png', maxWidth)
  }
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
