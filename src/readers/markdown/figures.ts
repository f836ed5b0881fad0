import type { PhrasingContent } from 'mdast'
import type { Figure, Image, Inline } from '../../article/article.js'
import { cleanText } from '../clean-text.js'
import { takeCredit } from './credit.js'
import { splitLines } from './lines.js'
import { isLiteral } from './literal.js'
import type { Reading } from './reading.js'

/**
 * Makes a figure of a paragraph that is pictures alone, or pictures on lines of their own and a caption under them.
 * Returns undefined for running text that holds a picture.
 */
export function toFigure(
  children: readonly Inline[],
  titles: readonly string[],
  place: Pick<Figure, 'position'>,
  reading: Reading,
): Figure | undefined {
  const lines = splitLines(children).filter(line => !isBlank(line))
  const other = lines.findIndex(line => !isPictures(line))
  const count = other === -1 ? lines.length : other
  if (count === 0) return undefined
  const captionLines = lines.slice(count)
  if (captionLines.some(line => line.some(isPicture))) return undefined
  const images = lines.slice(0, count).flatMap(line => line.flatMap(inline => imagesIn(inline, reading)))
  if (captionLines.length > 0 && titles.length > 0)
    reading.report(
      'image-title',
      `the title \`${titles[0]}\` was dropped: the text under the picture is its caption`,
      place,
    )
  const caption = captionLines.length > 0 ? unwrapped(joinWithSpaces(captionLines)) : captionOfTitles(titles)
  return completeFigure({ type: 'figure', images: images as [Image, ...Image[]], ...place }, caption)
}

/** Gives a figure its caption, and the credit that the caption ends with, unless another has been given apart. */
export function completeFigure(figure: Figure, caption: Inline[], given?: string): Figure {
  const taken = takeCredit(caption)
  const isWords = isLiteral(caption) || (given && taken.credit !== given)
  const { words, credit } = isWords ? { words: caption, credit: undefined } : taken
  return { ...figure, ...(words.length > 0 && { caption: words }), ...(credit && { credit }) }
}

function isBlank(line: readonly Inline[]): boolean {
  return line.every(node => node.type === 'text' && node.value.trim() === '')
}

/** A picture, or a link around nothing but one. */
function isPicture(node: Inline): boolean {
  return node.type === 'inlineImage' || (node.type === 'link' && isPictures(node.children))
}

function isPictures(line: readonly Inline[]): boolean {
  return line.some(isPicture) && line.every(node => isPicture(node) || isBlank([node]))
}

function imagesIn(node: Inline, reading: Reading): Image[] {
  if (node.type === 'link') {
    reading.report('image-link', `the link from a picture to \`${node.url}\` was dropped`, node)
    return node.children.flatMap(child => imagesIn(child, reading))
  }
  if (node.type !== 'inlineImage') return []
  const { type: _type, position: _position, ...image } = node
  return [image]
}

/** A caption all in emphasis is set in the caption's own style: the emphasis only marked it as a caption. */
export function unwrapped(caption: Inline[]): Inline[] {
  const only = caption.length === 1 ? caption[0] : undefined
  return only?.type === 'emphasis' ? only.children : caption
}

function joinWithSpaces(lines: readonly Inline[][]): Inline[] {
  if (lines.length > 1 && lines.every(line => line.length === 1 && line[0]!.type === 'emphasis'))
    return joinWithSpaces(lines.map(unwrapped))
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'text', value: ' ' } as Inline, ...line]))
}

function captionOfTitles(titles: readonly string[]): Inline[] {
  const value = [...new Set(titles)].join(' ')
  return value ? [{ type: 'text', value }] : []
}

/** The titles of the pictures in a paragraph, `![alt](a.jpg "Caption")`, in order. */
export function pictureTitles(nodes: readonly PhrasingContent[], reading: Reading): string[] {
  return nodes.flatMap(node => {
    if (node.type === 'link' || node.type === 'linkReference') return pictureTitles(node.children, reading)
    if (node.type === 'imageReference') return nonEmpty(reading.definitions.get(node.identifier)?.title)
    return node.type === 'image' ? nonEmpty(node.title) : []
  })
}

function nonEmpty(title: string | null | undefined): string[] {
  const clean = cleanText(title ?? '').trim()
  return clean ? [clean] : []
}
