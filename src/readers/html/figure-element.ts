import type { Block, Figure, Image, Inline } from '../../article/article.js'
import { completeFigure } from '../markdown/figures.js'
import type { Reading } from '../markdown/reading.js'
import { toBlocks } from './blocks.js'
import { toInlines } from './inlines.js'
import { attributionIn } from './quote-element.js'
import type { HtmlElement } from './tree.js'

/** Reads `<figure>`: pictures with a caption, a quotation with its speaker, a table with its caption. */
export function readFigureElement(element: HtmlElement, reading: Reading): Block[] {
  const caption = element.children.find(
    (child): child is HtmlElement => child.kind === 'element' && child.tag === 'figcaption',
  )
  const blocks = toBlocks(
    element.children.filter(child => child !== caption),
    reading,
  )
  const words = caption ? toInlines(caption.children, reading) : []
  const position = element.position ? { position: element.position } : {}
  const figures = blocks.filter((block): block is Figure => block.type === 'figure')
  if (figures.length > 0 && figures.length === blocks.length) {
    const images = figures.flatMap(figure => figure.images) as [Image, ...Image[]]
    return [
      completeFigure({ ...figures[0]!, images, ...position }, words.length > 0 ? words : (figures[0]!.caption ?? [])),
    ]
  }
  const only = blocks.length === 1 ? blocks[0]! : undefined
  if (only?.type === 'quote' && caption && !only.attribution) {
    const attribution = attributionIn(caption.children, reading)
    return [{ ...only, ...(attribution && { attribution }) }]
  }
  if (only?.type === 'table' && words.length > 0) return [{ ...only, caption: words }]
  return [...blocks, ...captionParagraph(words)]
}

/** The model has no caption for what this figure holds: its words stand under it. */
function captionParagraph(words: Inline[]): Block[] {
  return words.some(node => node.type !== 'text' || node.value.trim() !== '')
    ? [{ type: 'paragraph', children: words }]
    : []
}
