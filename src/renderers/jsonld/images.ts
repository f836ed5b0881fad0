import type { Figure, Image, Meta } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { isScaledCopy } from '../renditions.js'
import type { Ids } from './ids.js'
import type { LdNode } from './ld-node.js'

/** What a picture's words and rights are, beside the picture itself. */
type Words = Pick<Figure, 'caption' | 'credit' | 'rights'>

/** Returns the lead picture and its crops. Google asks for 16:9, 4:3 and 1:1; those that are given are all named. */
export function leadImageNodes({ image }: Meta, ids: Ids): LdNode[] {
  if (!image) return []
  const lead = imageNode(image, image, ids.part('primary-image'), ids)
  const crops = (image.renditions ?? []).filter(crop => crop.url !== image.url && !isScaledCopy(image, crop))
  // The caption stands once, with the whole picture.
  const { caption: _caption, ...words } = image
  const cropNodes = crops.map((crop, index) =>
    imageNode({ ...crop, alt: image.alt }, words, ids.part(`primary-image-${index + 2}`), ids),
  )
  return [lead, ...cropNodes].filter(node => node !== undefined)
}

/** Returns a picture with caption, credit and rights; undefined where it has no web address and no words. */
export function imageNode(
  image: Pick<Image, 'url' | 'alt' | 'width' | 'height'>,
  { caption, credit, rights }: Words,
  id: string,
  ids: Ids,
): LdNode | undefined {
  const url = ids.resolve(image.url)
  // Rights may be words or the address of a licence. The article's own licence says nothing about its pictures.
  const license = rights !== undefined && /^https?:/.test(rights) ? ids.resolve(rights) : undefined
  const words = {
    caption: caption && inlineText(caption),
    creditText: credit,
    copyrightNotice: license ? undefined : rights,
    license,
  }
  if (url === undefined && !Object.values(words).some(Boolean)) return undefined
  return {
    '@type': 'ImageObject',
    '@id': id,
    url,
    contentUrl: url,
    description: image.alt,
    width: pixels(image.width),
    height: pixels(image.height),
    ...words,
  }
}

/** A bare number is no Distance and no QuantitativeValue, which `width` wants; E37 is UN/CEFACT's code for a pixel. */
function pixels(value: number | undefined): LdNode | undefined {
  return value === undefined ? undefined : { '@type': 'QuantitativeValue', value, unitCode: 'E37' }
}
