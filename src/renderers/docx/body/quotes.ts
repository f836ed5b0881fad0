import type { Attribution, PullQuote, Quote } from '../../../article/article.js'
import { attributionLine } from '../../../article/text.js'
import { blocks } from './blocks.js'
import type { Flow } from './flow.js'
import { addressTarget, inlines } from './inlines.js'
import { inBox, paragraph } from './paragraph.js'
import { asPanel, type Piece, setEdge } from './pieces.js'
import { styledText } from './runs.js'

/** Quotations in quotations have styles of their own down to this depth. */
const deepestQuote = 3

/** Returns the end of a style's id for a depth: "", "2", "3". */
export function quoteDepth(quotes: number): string {
  return quotes <= 1 ? '' : String(Math.min(quotes, deepestQuote))
}

/** Returns a quotation, the speaker on a line below. Without a speaker its last paragraph has the space below. */
export function quote(node: Quote, flow: Flow): Piece[] {
  const inside: Flow = { ...flow, quotes: flow.quotes + 1 }
  const pieces = blocks(node.children, inside)
  if (node.attribution)
    return asPanel([...pieces, source(`QuoteSource${quoteDepth(inside.quotes)}`, node.attribution, flow)])
  const { styles } = flow.file
  if (flow.place !== 'note' && flow.box === undefined) setEdge(pieces, 'Last', styles.looks.quote.after ?? 0, styles)
  return asPanel(pieces)
}

/** Returns a pull quote between its rules, the speaker inside them. */
export function pullQuote(node: PullQuote, flow: Flow): Piece[] {
  const { styles } = flow.file
  const style = flow.place === 'note' ? 'FootnoteText' : inBox('PullQuote', flow)
  const pieces: Piece[] = [paragraph(style, inlines(node.children, flow), flow)]
  if (node.attribution) return asPanel([...pieces, source('PullQuoteSource', node.attribution, flow)])
  if (flow.place !== 'note') setEdge(pieces, 'Last', styles.looks.pullQuote.after ?? 0, styles)
  return asPanel(pieces)
}

/** Returns the speaker's line as the source prints it, the name in a style of its own. */
function source(style: string, attribution: Attribution, flow: Flow): Piece {
  const line = attributionLine(attribution)
  const at = line.indexOf(attribution.name)
  const end = at + attribution.name.length
  const words =
    at < 0
      ? styledText(line, 'QuoteSourceRole', flow)
      : styledText(line.slice(0, at), 'QuoteSourceRole', flow) +
        speaker(attribution, flow) +
        styledText(line.slice(end), 'QuoteSourceRole', flow)
  return paragraph(flow.place === 'note' ? 'FootnoteText' : inBox(style, flow), words, flow)
}

function speaker(attribution: Attribution, flow: Flow): string {
  const name = styledText(attribution.name, 'QuoteSourceName', flow)
  const target = attribution.url === undefined ? undefined : addressTarget(attribution.url, flow)
  return target ? `<w:hyperlink ${target} w:history="1">${name}</w:hyperlink>` : name
}
