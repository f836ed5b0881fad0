import type { Blockquote } from 'mdast'
import type { Block, Inline, Paragraph, Quote } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { beginsWithDash, hasDashedLine, keepNotes, readAttributionLine } from './attribution.js'
import { readFlow } from './blocks.js'
import { joinLines, splitLines } from './lines.js'
import { placedAt, type Reading } from './reading.js'

/** Reads a block quotation. Its last line names the speaker where it begins with a dash and can be nothing else. */
export function readQuote(node: Blockquote, reading: Reading): Block[] {
  const children = readFlow(node.children, reading)
  if (children.length === 0) return []
  const quote = placedAt<Quote>({ type: 'quote', children }, node)
  takeAttribution(quote, reading)
  warnOfListedName(quote, reading)
  return [quote]
}

/** Moves the speaker's line from the end of a quote into its attribution. */
export function takeAttribution(quote: Quote, reading: Reading): void {
  const last = quote.children.at(-1)
  if (last?.type !== 'paragraph') return
  const lines = splitLines(last.children)
  const at = lines.findLastIndex(beginsWithDash)
  if (at === -1) return
  const spoken = lines.slice(0, at)
  const line = joinLines(lines.slice(at))
  const others = quote.children.slice(0, -1)
  const doubt = at === 0 && others.length === 0 ? 'no quoted words stand before it' : dialogueDoubt(others, spoken)
  const read = doubt ? { doubt } : readAttributionLine(line)
  if (!read) return
  if ('doubt' in read) return reportDoubt(line, read.doubt, last, reading)
  quote.attribution = read.attribution
  quote.children = at === 0 ? others : [...others, { ...last, children: joinLines(spoken) }]
  keepNotes(quote.children, line)
}

/** Where other lines of the quotation begin with a dash too, it is a dialogue. */
function dialogueDoubt(others: readonly Block[], spoken: readonly Inline[][]): string | undefined {
  const isDialogue =
    spoken.some(beginsWithDash) || others.some(each => each.type === 'paragraph' && hasDashedLine(each))
  return isDialogue ? 'other lines begin with a dash too, as in a dialogue' : undefined
}

/** Says why a dashed line was left in the text. */
export function reportDoubt(
  line: readonly Inline[],
  doubt: string,
  at: Pick<Paragraph, 'position'>,
  reading: Reading,
): void {
  const words = inlineText(line).replace(/\s+/g, ' ').trim()
  const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words
  reading.report('quote-attribution', `\`${shown}\` was left in the text and names no speaker: ${doubt}`, at)
}

/** `> - Jane Doe` makes a list of one; the writer may have meant the speaker. */
function warnOfListedName(quote: Quote, reading: Reading): void {
  const last = quote.children.at(-1)
  if (quote.attribution || quote.children.length < 2 || last?.type !== 'list' || last.children.length !== 1) return
  const item = last.children[0]!.children[0]
  if (item?.type !== 'paragraph' || last.ordered) return
  const words = inlineText(item.children).trim()
  if (words.length > 80 || /[.!?]$/.test(words)) return
  reading.report('quote-attribution', `\`- ${words}\` makes a list in the quotation, not its speaker`, last)
}
