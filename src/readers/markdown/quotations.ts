import type { Block, Inline, Paragraph, Quote } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { beginsWithDash, hasDashedLine, keepNotes, readAttributionLine } from './attribution.js'
import { joinLines, splitLines } from './lines.js'
import { closesQuotation, isQuotation, opensQuotation } from './quotation-marks.js'
import { reportDoubt } from './quotes.js'
import type { Reading } from './reading.js'

/**
 * Makes quotes of stand-alone quotations whose speaker follows on a dashed line: a paragraph (or several, each opened by a
 * quotation mark) in quotation marks, or a block quotation, and then `— Name, role` as the next paragraph or last line.
 */
export function joinQuotations(blocks: Block[], reading: Reading): Block[] {
  if (!blocks.some(block => block.type === 'paragraph' && hasDashedLine(block))) return blocks
  const joined: Block[] = []
  for (const [at, block] of blocks.entries()) {
    const quote = block.type === 'paragraph' ? quoteEndingIn(block, joined, blocks[at + 1], reading) : undefined
    if (!quote) joined.push(block)
    else joined.splice(joined.length - quote.replaces, quote.replaces, quote.quote)
  }
  return joined
}

/** A quote, and how many of the blocks before its last line it replaces. */
interface Joined {
  quote: Quote
  replaces: number
}

function quoteEndingIn(
  paragraph: Paragraph,
  before: readonly Block[],
  next: Block | undefined,
  reading: Reading,
): Joined | undefined {
  const lines = splitLines(paragraph.children)
  const at = lines.findLastIndex(beginsWithDash)
  if (at === -1) return undefined
  const spoken = at === 0 ? speechBefore(before) : ownSpeech(paragraph, lines.slice(0, at))
  if (!spoken) return undefined
  const line = joinLines(lines.slice(at))
  const doubt =
    next?.type === 'paragraph' && beginsWithDash(next.children) ? 'the next paragraph begins with a dash too' : ''
  const read = doubt ? { doubt } : readAttributionLine(line)
  if (!read || 'doubt' in read) {
    reportDoubt(line, read?.doubt ?? '', paragraph, reading)
    return undefined
  }
  const quote: Quote = {
    type: 'quote',
    attribution: read.attribution,
    children: spoken.children,
    ...span(spoken.children[0], paragraph),
  }
  keepNotes(quote.children, line)
  return { quote, replaces: spoken.replaces }
}

interface Speech {
  children: Block[]
  replaces: number
}

/** The quotation in a paragraph whose last line is the speaker's. */
function ownSpeech(paragraph: Paragraph, lines: readonly Inline[][]): Speech | undefined {
  const children = joinLines(lines)
  if (lines.some(beginsWithDash) || !isQuotation(inlineText(children))) return undefined
  return { children: [{ ...paragraph, children }], replaces: 0 }
}

/** The quotation that the blocks before a dashed paragraph end with. */
function speechBefore(before: readonly Block[]): Speech | undefined {
  const last = before.at(-1)
  if (last?.type === 'quote' && !last.attribution) return { children: last.children, replaces: 1 }
  if (last?.type !== 'paragraph') return undefined
  const text = inlineText(last.children)
  if (beginsWithDash(last.children)) return undefined
  const several = severalParagraphs(before)
  if (several || !isQuotation(text) || followsDialogue(before, 1)) return several
  return { children: [last], replaces: 1 }
}

/** Several paragraphs of one speaker: each opens with a quotation mark, only the last one closes (house style everywhere). */
function severalParagraphs(before: readonly Block[]): Speech | undefined {
  const last = before.at(-1)
  if (last?.type !== 'paragraph' || !closesQuotation(inlineText(last.children))) return undefined
  let first = before.length - 1
  for (; first >= 0; first--) {
    const block = before[first]
    const text = block?.type === 'paragraph' ? inlineText(block.children) : ''
    if (!opensQuotation(text) || (first < before.length - 1 && closesQuotation(text))) break
  }
  const replaces = before.length - 1 - first
  if (replaces < 2 || followsDialogue(before, replaces)) return undefined
  return { children: before.slice(first + 1), replaces }
}

/** Whether the paragraph before the quotation begins with a dash: then all of it is a dialogue. */
function followsDialogue(before: readonly Block[], paragraphs: number): boolean {
  const block = before.at(-1 - paragraphs)
  return block?.type === 'paragraph' && beginsWithDash(block.children)
}

function span(first: Block | undefined, last: Paragraph): Pick<Quote, 'position'> {
  if (!first?.position || !last.position) return {}
  return { position: { start: first.position.start, end: last.position.end } }
}
