import type { RuleId } from '../diagnostics/rules.js'
import type { Asset, AssetBytes, AssetRefusal, Host } from '../host/host.js'
import { dataUriBytes } from './data-uri.js'
import { imageSize } from './image-size.js'
import { isMoving } from './is-moving.js'
import { isWholeJpeg } from './jpeg-segments.js'
import { type AssetLimits, assetLimits } from './limits.js'
import { pictureType } from './media-type.js'

/** A picture that was found good, or why it was not. */
export type LoadedAsset = { asset: Asset } | { refused: string; rule: RuleId; hint?: string }

/**
 * Returns a loader for the pictures of one article: fetches each address once, tells its true kind by its first bytes and
 * its size by its header, and refuses what is too large before anything is decoded. `base` is the article's path or address,
 * `assets` the pictures that its source itself holds.
 */
export function createLoader(
  host: Host,
  { base, assets }: { base?: string; assets?: ReadonlyMap<string, Uint8Array> } = {},
  limits: AssetLimits = assetLimits,
): (url: string) => Promise<LoadedAsset> {
  const loaded = new Map<string, Promise<LoadedAsset>>()
  return url => {
    let asset = loaded.get(url)
    if (!asset) {
      asset =
        loaded.size < limits.pictures
          ? load(url, host, base, assets?.get(url), limits)
          : Promise.resolve(tooMany(limits))
      loaded.set(url, asset)
    }
    return asset
  }
}

async function load(
  url: string,
  host: Host,
  base: string | undefined,
  held: Uint8Array | undefined,
  limits: AssetLimits,
): Promise<LoadedAsset> {
  if (held) return judge(shortened(url), held, limits)
  const found = /^data:/i.test(url) ? fromDataUri(url, limits) : await host.readAsset(url, base)
  return 'refused' in found
    ? { rule: found.rule ?? 'asset-missing', refused: found.refused, ...(found.hint && { hint: found.hint }) }
    : judge(shortened(url), found.bytes, limits)
}

function fromDataUri(url: string, limits: AssetLimits): AssetBytes | AssetRefusal {
  // Base64 holds three bytes in four characters.
  if (url.length > limits.bytes * 1.4)
    return { refused: 'the picture in the `data:` address is too large', rule: 'asset-size' }
  const bytes = dataUriBytes(url)
  return bytes ? { bytes } : { refused: 'the `data:` address of a picture is broken', rule: 'asset-broken' }
}

/** Returns the picture with its true kind and size, or why it cannot be used. */
export function judge(name: string, bytes: Uint8Array, limits: AssetLimits = assetLimits): LoadedAsset {
  if (bytes.length > limits.bytes)
    return {
      rule: 'asset-size',
      refused: `the picture \`${name}\` has ${megabytes(bytes.length)}; ${megabytes(limits.bytes)} is the most`,
    }
  const mediaType = pictureType(bytes)
  if (!mediaType) return { rule: 'asset-type', refused: `\`${name}\` is no JPEG, PNG, GIF, WebP, AVIF or SVG picture` }
  const size = imageSize(bytes, mediaType)
  if (!size) return { rule: 'asset-broken', refused: `the picture \`${name}\` is broken: its header gives no size` }
  const most = mediaType === 'image/jpeg' ? limits.jpegPixels : limits.pixels
  if (mediaType !== 'image/svg+xml' && size.width * size.height > most)
    return {
      rule: 'asset-size',
      refused: `the picture \`${name}\` is ${size.width} × ${size.height} px; ${most / 1e6} million pixels are the most`,
    }
  if (mediaType === 'image/jpeg' && !isWholeJpeg(bytes))
    return { rule: 'asset-broken', refused: `the picture \`${name}\` is broken off: the file has no end` }
  const orientation = size.orientation ?? 1
  // Orientations 5 to 8 lie on their side (EXIF 2.32 4.6.4 A).
  const [width, height] = orientation >= 5 ? [size.height, size.width] : [size.width, size.height]
  const asset: Asset = { bytes, mediaType, width, height, orientation }
  return { asset: isMoving(bytes, mediaType) ? { ...asset, moves: true } : asset }
}

function tooMany(limits: AssetLimits): LoadedAsset {
  return {
    rule: 'asset-count',
    refused: `the article has more than ${limits.pictures} pictures; the others were left out`,
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function shortened(url: string): string {
  return url.length > 80 ? `${url.slice(0, 77)}…` : url
}
