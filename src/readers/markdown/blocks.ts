import type { BlockContent, DefinitionContent, RootContent } from 'mdast'
import type { Block } from '../../article/article.js'
import { cleanText } from '../clean-text.js'
import { readAlert } from './alerts.js'
import { readDirective } from './directives.js'
import { readHeading } from './headings.js'
import { readList } from './lists.js'
import { readParagraph } from './paragraphs.js'
import { joinQuotations } from './quotations.js'
import { readQuote } from './quotes.js'
import { placed, type Reading } from './reading.js'
import { joinTableCaptions, readTable } from './tables.js'

/** What may stand where blocks stand. */
export type FlowNode = RootContent | BlockContent | DefinitionContent

/** Reads a list of mdast blocks that stand together, and makes quotes of the quotations among them that name a speaker. */
export function readBlocks(nodes: readonly FlowNode[], reading: Reading): Block[] {
  return joinQuotations(readFlow(nodes, reading), reading)
}

/** Reads the blocks inside a quotation, where a dashed line speaks of the whole. */
export function readFlow(nodes: readonly FlowNode[], reading: Reading): Block[] {
  if (reading.html && nodes.some(node => node.type === 'html'))
    return joinTableCaptions(reading.html.readBlockHtml(nodes, reading))
  // Most items of a list and most quotations are one paragraph.
  if (nodes.length === 1) return joinTableCaptions(readBlock(nodes[0]!, reading))
  const blocks: Block[] = []
  for (let at = 0; at < nodes.length; at++) {
    const read = readBlock(nodes[at]!, reading)
    if (read.length === 1) blocks.push(read[0]!)
    else blocks.push(...read)
  }
  return joinTableCaptions(blocks)
}

/** Reads one mdast block. */
export function readBlock(node: FlowNode, reading: Reading): Block[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, reading)
    case 'heading':
      return readHeading(node, reading)
    case 'blockquote':
      return readAlert(node, reading) ?? readQuote(node, reading)
    case 'list':
      return readList(node, reading)
    case 'table':
      return readTable(node, reading)
    case 'code':
      return [{ type: 'code', value: cleanText(node.value), ...languageOf(node.lang), ...placed(node) }]
    case 'thematicBreak':
      return [{ type: 'separator', ...placed(node) }]
    case 'containerDirective':
    case 'leafDirective':
      return readDirective(node, reading)
    default:
      // Definitions are held where they are called; everything else stands inside a block.
      return []
  }
}

/** The language of a code block, as Pandoc (`{.js}`) and others (`js{1,3}`) decorate it. */
function languageOf(info: string | null | undefined): { lang?: string } {
  const lang = cleanText(info ?? '')
    .replace(/^\{?\.?/, '')
    .replace(/[{},].*$/, '')
    .trim()
  return lang ? { lang } : {}
}
