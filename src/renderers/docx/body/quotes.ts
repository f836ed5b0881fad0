import type { Attribution, PullQuote, Quote } from '../../../article/article.js'
import { attributionLine } from '../../../article/text.js'
import { blocks } from './blocks.js'
import type { Flow } from './flow.js'
import { addressTarget, inlines } from './inlines.js'
import { inBox, paragraph } from './paragraph.js'
import { styledText } from './runs.js'

/** Returns a quotation, the speaker on a line below. Without a speaker its last paragraph closes it. */
export function quote(node: Quote, flow: Flow): string {
  const inside: Flow = { ...flow, quotes: flow.quotes + 1 }
  const words = blocks(node.children, inside)
  return node.attribution ? words + source('QuoteSource', node.attribution, flow) : closed(words, flow)
}

/** The space below a quotation belongs to its speaker's line; where none follows, the last paragraph has it. */
function closed(words: string, flow: Flow): string {
  if (flow.place === 'note') return words
  const base = inBox(flow.quotes === 0 ? 'Quote' : `Quote${Math.min(flow.quotes + 1, 3)}`, flow)
  const at = words.lastIndexOf(`<w:pStyle w:val="${base}"/>`)
  if (at < 0) return words
  const { styles } = flow.file
  const last = styles.variant(base, 'Last', () => ({ after: styles.looks.quote.after ?? 0, keepWithNext: false }))
  return words.slice(0, at) + words.slice(at).replace(base, last)
}

/** Returns a pull quote between its rules, the speaker inside them. */
export function pullQuote(node: PullQuote, flow: Flow): string {
  const { styles } = flow.file
  const alone = (): string =>
    styles.variant('PullQuote', 'Last', () => ({ after: styles.looks.pullQuote.after ?? 0, keepWithNext: false }))
  const style = flow.place === 'note' ? 'FootnoteText' : node.attribution ? 'PullQuote' : alone()
  const words = paragraph(inBox(style, flow), inlines(node.children, flow), flow)
  return node.attribution ? words + source('PullQuoteSource', node.attribution, flow) : words
}

/** Returns the speaker's line as the source prints it, the name in a style of its own. */
function source(style: string, attribution: Attribution, flow: Flow): string {
  const line = attributionLine(attribution)
  const at = line.indexOf(attribution.name)
  const end = at + attribution.name.length
  const words =
    at < 0
      ? styledText(line, 'QuoteSourceRole', flow)
      : styledText(line.slice(0, at), 'QuoteSourceRole', flow) +
        speaker(attribution, flow) +
        styledText(line.slice(end), 'QuoteSourceRole', flow)
  const bare: Flow = flow.opening ? { ...flow, opening: {} } : flow
  return paragraph(flow.place === 'note' ? 'FootnoteText' : inBox(style, flow), words, bare)
}

function speaker(attribution: Attribution, flow: Flow): string {
  const name = styledText(attribution.name, 'QuoteSourceName', flow)
  const target = attribution.url === undefined ? undefined : addressTarget(attribution.url, flow)
  return target ? `<w:hyperlink ${target} w:history="1">${name}</w:hyperlink>` : name
}
