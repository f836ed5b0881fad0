import type { Html, Paragraph as MdastParagraph } from 'mdast'
import type { Block, Inline } from '../../article/article.js'
import type { FlowNode } from './blocks.js'
import { readEmbed } from './embeds.js'
import { pictureTitles, toFigure } from './figures.js'
import { readInlines } from './inlines.js'
import { placed, placedAt, type Reading } from './reading.js'

/** Reads a paragraph: an embed where it is one known address, a figure where it is pictures alone, else running text. */
export function readParagraph(node: MdastParagraph, reading: Reading): Block[] {
  const embed = readEmbed(node)
  if (embed) return [embed]
  if (reading.html && isMediaAlone(node)) return reading.html.readBlockHtml(markupIn(node) as FlowNode[], reading)
  const children = readInlines(node.children, reading)
  const figure = children.some(holdsPicture)
    ? toFigure(children, pictureTitles(node.children, reading), placed(node), reading)
    : undefined
  if (figure) return [figure]
  warnOfColons(node, reading)
  return children.length > 0 ? [placedAt<Block>({ type: 'paragraph', children }, node)] : []
}

function holdsPicture(node: Inline): boolean {
  return node.type === 'inlineImage' || (node.type === 'link' && node.children.some(holdsPicture))
}

function warnOfColons(node: MdastParagraph, reading: Reading): void {
  const { start, end } = node.position ?? {}
  if (!reading.source.startsWith('::', start?.offset)) return
  const source = reading.source.slice(start?.offset, end?.offset)
  if (/^:{2,}[\s\p{L}{]|^:{3,}$/u.test(source.slice(0, 80).split('\n')[0]!.trimEnd()))
    reading.report('directive-stray', 'a line that begins with colons was read as text', node)
}

/** A film or a sound on lines of its own, which Markdown takes for running text, is set in as a frame would be. */
function isMediaAlone(node: MdastParagraph): boolean {
  const [first] = node.children
  return first?.type === 'html' && /^<(?:video|audio)\b/i.test(first.value) && markupIn(node).length > 0
}

/** The markup of a paragraph that holds nothing else; empty where it holds words. */
function markupIn({ children }: MdastParagraph): Html[] {
  const words = children.some(child => child.type !== 'html' && !(child.type === 'text' && child.value.trim() === ''))
  return words ? [] : children.filter(child => child.type === 'html')
}
