import type { Paragraph as MdastParagraph } from 'mdast'
import type { Block } from '../../article/article.js'
import { readEmbed } from './embeds.js'
import { pictureTitles, toFigure } from './figures.js'
import { readInlines } from './inlines.js'
import { placed, type Reading } from './reading.js'

/** Reads a paragraph: an embed where it is one known address, a figure where it is pictures alone, else running text. */
export function readParagraph(node: MdastParagraph, reading: Reading): Block[] {
  const embed = readEmbed(node)
  if (embed) return [embed]
  const children = readInlines(node.children, reading)
  const figure = toFigure(children, pictureTitles(node.children, reading), placed(node), reading)
  if (figure) return [figure]
  const source = reading.source.slice(node.position?.start.offset, node.position?.end.offset)
  if (/^:{2,}[\s\p{L}{]|^:{3,}$/u.test(source.slice(0, 80).split('\n')[0]!.trimEnd()))
    reading.report('directive-stray', 'a line that begins with colons was read as text', node)
  return children.length > 0 ? [{ type: 'paragraph', children, ...placed(node) }] : []
}
