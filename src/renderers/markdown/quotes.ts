import type { Attribution, Block, Inline, PullQuote, Quote } from '../../article/article.js'
import { attributionLine } from '../../article/text.js'
import { renderBlocks } from './blocks.js'
import { container } from './directives.js'
import { beginsWithDash, readAttributionLine, splitLines, toAttribution } from './grammar.js'
import { renderInlines, renderLines, renderWords } from './inlines.js'
import { inLabel, inParagraph, type State } from './state.js'

/**
 * Returns a quotation behind `>` with its speaker on a last line after a dash, where the reader takes that line for a
 * speaker; else as a directive that names the speaker outright.
 */
export function renderQuote(node: Quote, state: State): string {
  const { attribution } = node
  const content = renderBlocks(node.children, state, attribution === undefined)
  if (!attribution) return quoted(content)
  if (content === '') return speakerAlone(attribution, state)
  if (!holdsDash(node.children) && readsBack(attribution)) {
    const line = renderLines(speakerLine('— ', attribution), inParagraph, state)
    return quoted(`${content}\n\n${line}`)
  }
  return named('quote', attribution, content, state)
}

/** Returns a pull quote, its speaker in the label. */
export function renderPullQuote(node: PullQuote, state: State): string {
  const { attribution } = node
  const words = { type: 'paragraph', children: node.children } as const
  const content = renderBlocks([words], state, attribution === undefined)
  return attribution ? named('pullquote', attribution, content, state) : container('pullquote', '', {}, content)
}

/** Returns a directive that names the speaker in its label, or in attributes where the label would be divided elsewhere. */
function named(name: string, attribution: Attribution, content: string, state: State): string {
  const label = attributionLine(attribution)
  const divided = toAttribution(label, attribution.url)
  if (same(divided, attribution) && !/^(?:[—–―]|--)/.test(label))
    return container(name, renderInlines(speakerLine('', attribution), inLabel, state), {}, content)
  const { role, url, text } = attribution
  return container(name, '', { by: attribution.name, role, url, line: text }, content)
}

const quoted = (content: string): string =>
  content
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')

/** The words of the line; the name carries the speaker's address. */
function speakerLine(dash: string, attribution: Attribution): Inline[] {
  const line = attributionLine(attribution)
  const { url, name } = attribution
  if (!url) return [{ type: 'text', value: dash + line }]
  const named = line.startsWith(name) ? name : line
  return [
    { type: 'text', value: dash },
    { type: 'link', url, children: [{ type: 'text', value: named }] },
    { type: 'text', value: line.slice(named.length) },
  ]
}

/** Whether the reader finds this very speaker on the line, and not a line of dialogue. */
function readsBack(attribution: Attribution): boolean {
  const read = readAttributionLine(speakerLine('— ', attribution))
  return read !== undefined && 'attribution' in read && same(read.attribution, attribution)
}

function same(a: Attribution, b: Attribution): boolean {
  return a.name === b.name && a.role === b.role && a.url === b.url && a.text === b.text
}

/** Where a line of the quotation begins with a dash too, the reader takes all of it for a dialogue. */
function holdsDash(blocks: readonly Block[]): boolean {
  return blocks.some(block => block.type === 'paragraph' && splitLines(block.children).some(beginsWithDash))
}

/** A quotation without words: its speaker's line stays as text. */
function speakerAlone(attribution: Attribution, state: State): string {
  state.report(`\`${attribution.name}\` is named under a quotation without words`, 'markdown-empty')
  return quoted(`— ${renderWords(attributionLine(attribution), inParagraph)}`)
}
