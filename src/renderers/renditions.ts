import type { Image, InlineImage, Rendition } from '../article/article.js'
import type { Asset } from '../host/host.js'
import type { Placed, RenderContext } from './renderer.js'

/**
 * Returns whether a rendition shows all of its picture, only smaller or larger: a crop (`16x9`) is another picture. Where the
 * picture's own shape is not known, renditions of one shape are copies, and of several shapes none is sure to be one.
 */
export function isScaledCopy(image: Image, rendition: Rendition): boolean {
  if (rendition.role !== undefined) return false
  const shape = shapeOf(rendition)
  if (shape === undefined) return true
  const whole = shapeOf(image) ?? shapeOf(image.renditions?.find(({ url }) => url === image.url))
  const others = whole === undefined ? (image.renditions ?? []).map(shapeOf) : [whole]
  return others.every(other => other === undefined || Math.abs(other - shape) < 0.02)
}

/** Width over height. */
function shapeOf(size: { width?: number; height?: number } | undefined): number | undefined {
  return size?.width && size.height ? size.width / size.height : undefined
}

/** A picture to be printed, and the node that asks for it first. */
export interface WantedPicture {
  image: Image | InlineImage
  from: Placed
}

/** Fetches a picture as it is best printed `pixels` across; nothing where none of its copies can be had. */
export async function loadForPrint(
  { image, from }: WantedPicture,
  pixels: number,
  context: RenderContext<unknown>,
): Promise<Asset | undefined> {
  for (const url of new Set([printAddress(image, pixels), image.url])) {
    const asset = await context.load(url, from)
    if (asset) return asset
  }
  return undefined
}

/**
 * Returns the address of the smallest copy that has so many pixels across, else of the largest. A picture that does not say
 * its width counts as the largest; one on the network is never fetched, so that any other goes before it.
 */
export function printAddress(image: Image | InlineImage, pixels: number): string {
  const scaled = 'renditions' in image ? (image.renditions ?? []).filter(each => isScaledCopy(image, each)) : []
  const copies = scaled.flatMap(({ url, width }) => (width === undefined ? [] : [{ url, width }]))
  const all = [{ url: image.url, width: ('width' in image && image.width) || Number.POSITIVE_INFINITY }, ...copies]
  const near = all.filter(({ url }) => !/^https?:/i.test(url))
  const byWidth = (near.length > 0 ? near : all).sort((a, b) => a.width - b.width)
  return (byWidth.find(({ width }) => width >= pixels) ?? byWidth.at(-1)!).url
}
