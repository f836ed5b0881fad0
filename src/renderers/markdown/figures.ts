import type { Figure, Image, Inline } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { container } from './directives.js'
import { splitLines, takeCredit } from './grammar.js'
import { renderInlines } from './inlines.js'
import { literally } from './literal.js'
import { isSized, pictureMarkup } from './pictures.js'
import { inLabel, inParagraph, type State } from './state.js'

/**
 * Returns a figure as Markdown's users write it, its pictures on lines of their own and caption and credit under them, where
 * that reads back as the same figure; else as a directive.
 */
export function renderFigure(node: Figure, state: State): string {
  const { caption = [], credit, rights } = node
  const sized = node.images.some(isSized)
  const pictures = node.images.map(image => picture(image, sized, node, state)).join('\n')
  const under = rights === undefined && !sized ? captionLine(caption, credit) : undefined
  if (under) return under.length === 0 ? pictures : `${pictures}\n${renderInlines(under, inParagraph, state)}`
  // A label in the caption's own words ("Photo: …") would be taken for a credit.
  const words = takeCredit(caption).credit === undefined ? caption : literally(caption, state)
  return container('figure', renderInlines(words, inLabel, state), { credit, rights }, pictures)
}

/** Returns a picture. Markdown has no place for its size, HTML has; neither has one for its other sizes. */
function picture(image: Image, asHtml: boolean, from: Figure, state: State): string {
  const { url, renditions } = image
  if (renditions !== undefined)
    state.report(`the other sizes of the picture \`${url}\` have no place in Markdown`, 'markdown-picture', from)
  return pictureMarkup(image, inLabel, asHtml)
}

/** The caption with its credit as one line that the reader divides again in the same place; undefined where it would not. */
function captionLine(caption: Inline[], credit: string | undefined): Inline[] | undefined {
  if (!isOneLine(caption)) return undefined
  const words = inlineText(caption)
  const forms = credit === undefined ? [''] : creditForms(words, credit)
  const found = forms.find(form => {
    const read = takeCredit([{ type: 'text', value: words + form }])
    return read.credit === credit && inlineText(read.words) === words
  })
  return found === undefined ? undefined : found === '' ? caption : [...caption, { type: 'text', value: found }]
}

function creditForms(words: string, credit: string): string[] {
  const space = words === '' ? '' : ' '
  return [`${space}${credit}`, `${space}Credit: ${credit}`, `${space}(${credit})`, `${space}(Credit: ${credit})`]
}

/** Whether the caption is words on one line that the reader takes as they are: no picture, no break, not all in emphasis. */
function isOneLine(caption: readonly Inline[]): boolean {
  if (caption.length === 0) return true
  const [only] = caption
  if (caption.length === 1 && only?.type === 'emphasis') return false
  return splitLines(caption).length === 1 && inlineText(caption).trim() !== '' && !caption.some(holdsPicture)
}

function holdsPicture(node: Inline): boolean {
  return node.type === 'inlineImage' || ('children' in node && node.type !== 'note' && node.children.some(holdsPicture))
}
