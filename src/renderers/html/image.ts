import type { Figure, Image, InlineImage, LeadImage, Rendition } from '../../article/article.js'
import { isScaledCopy } from '../renditions.js'
import { captionLabel } from './caption-label.js'
import { inlineHtml } from './inlines.js'
import { escapeHtml, tag, voidTag } from './markup.js'
import type { HtmlState } from './state.js'

/** Returns an `img` element, or undefined where this output has nothing to show it from. */
export function imageTag(image: Image | InlineImage, state: HtmlState): string | undefined {
  const source = state.image(image.url)
  if (!source) return undefined
  const srcset = 'renditions' in image ? sourceSet(image, source.src, state) : undefined
  return voidTag('img', {
    src: source.src,
    srcset,
    sizes: srcset && state.mode !== 'feed' ? '(min-width: 48em) 46em, 100vw' : undefined,
    alt: image.alt,
    width: image.width ?? source.width,
    height: image.height ?? source.height,
  })
}

/** Crops are for cards and structured data; a picture that the page carries is there in one size. */
function sourceSet(image: Image, src: string, state: HtmlState): string | undefined {
  if (src.startsWith('data:')) return undefined
  const scaled = (image.renditions ?? []).filter(
    (rendition): rendition is Rendition & { width: number } =>
      rendition.width !== undefined && isScaledCopy(image, rendition),
  )
  const candidates = scaled.flatMap(({ url, width }) => {
    const source = state.image(url)
    return source && !source.src.startsWith('data:') ? [{ src: source.src, width }] : []
  })
  if (candidates.length === 0) return undefined
  if (image.width) candidates.push({ src, width: image.width })
  const byWidth = new Map(candidates.map(({ src, width }) => [width, src]))
  // Commas and spaces part the candidates (HTML 4.8.4.2.1).
  return [...byWidth]
    .sort(([a], [b]) => a - b)
    .map(([width, address]) => `${address.replaceAll(',', '%2C').replaceAll(' ', '%20')} ${width}w`)
    .join(', ')
}

/** Returns a figure: pictures, caption and credit. A picture that cannot be shown leaves its alt text. */
export function figureHtml(node: Figure, state: HtmlState): string {
  const pictures = node.images.map(image => imageTag(image, state) ?? alternative(image))
  const label = node.caption && node.caption.length > 0 ? captionLabel('figure', state) : ''
  return tag('figure', {}, pictures.join('') + captionHtml(node, state, label))
}

/** Returns the lead picture as a figure. */
export function leadImageHtml(image: LeadImage, state: HtmlState): string {
  const picture = imageTag(image, state) ?? alternative(image)
  const caption = captionHtml(image, state)
  return picture + caption === '' ? '' : tag('figure', {}, picture + caption)
}

function alternative(image: Image): string {
  return image.alt === '' ? '' : tag('p', {}, escapeHtml(image.alt))
}

function captionHtml(
  { caption, credit, rights }: Pick<Figure, 'caption' | 'credit' | 'rights'>,
  state: HtmlState,
  label = '',
): string {
  const parts = [
    caption && label + inlineHtml(caption, state),
    credit && tag('small', { class: 'credit' }, escapeHtml(credit)),
    rights && tag('small', { class: 'rights' }, escapeHtml(rights)),
  ].filter(Boolean)
  return parts.length === 0 ? '' : tag('figcaption', {}, parts.join(' '))
}
