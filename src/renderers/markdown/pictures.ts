import type { Image, InlineImage } from '../../article/article.js'
import { attributes } from './attributes.js'
import { destination } from './escape.js'
import { renderWords } from './inlines.js'
import type { Place } from './state.js'

/** Returns whether a picture says how large it is to be shown. */
export const isSized = ({ width, height }: Image | InlineImage): boolean => width !== undefined || height !== undefined

/** Returns a picture; one with a size, and those beside it in a figure, are HTML: Markdown has no place for a size. */
export function pictureMarkup(image: Image | InlineImage, place: Place, asHtml = isSized(image)): string {
  const { url, alt, width, height } = image
  if (asHtml) return `<img${attributes({ src: url, alt, width, height })}>`
  return `![${renderWords(alt, { ...place, bracketed: true })}](${destination(url)})`
}
