import type { Article, Attribution, Inline, PullQuote, Quote } from '../../../article/article.js'
import { attributionLine, inlineText, plainText } from '../../../article/text.js'
import type { Style, StyleName } from '../../../templates/template.js'
import type { Flow } from '../layout/flow.js'
import { addElement, addObjectSlot, addSlot, makeElement, type Slot, type StructNode } from '../tag/structure.js'
import type { Span } from '../text/span.js'
import { panelFlow, textFlow, toFlows } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'
import { flushNotes } from './footnotes.js'
import { toSpans } from './inlines.js'
import { isTooLong, tooLong } from './long-address.js'

/** A quotation and, kept with it, the line that says whose it is. */
export function quoteFlows(node: Quote, state: BlockState): Flow[] {
  const { sheet } = state.document
  const style = sheet.style('quote')
  const element = addElement(state.parent, 'BlockQuote')
  const base = quoteBase(style, state)
  const children = toFlows(node.children, {
    ...state,
    parent: element,
    base,
    place: state.place === 'note' ? 'note' : 'quote',
    before: undefined,
  })
  if (node.attribution) {
    const last = children.at(-1)
    if (last) {
      last.keepWithNext = true
      last.after = 0
    }
    children.push(sourceFlow(node.attribution, node, element, state))
  }
  const sourceAfter = node.attribution ? (sheet.style('quoteSource').after ?? 0) : 0
  return children.length > 0
    ? [panelFlow(children, style, state, { after: Math.max(style.after ?? 0, sourceAfter) })]
    : []
}

/** In a box or a note the quotation keeps its slope and colour, and takes the size of what is around it. */
function quoteBase(style: Style, state: BlockState): Style {
  const letters: Style = {
    ...style,
    before: 0,
    after: (style.leading ?? 15) * 0.4,
    indentStart: 0,
    indentEnd: 0,
    firstLine: 0,
  }
  if (state.place === 'body') return letters
  const { font, size, leading } = state.base
  return {
    ...letters,
    ...(font ? { font } : {}),
    ...(size ? { size } : {}),
    ...(leading ? { leading } : {}),
  }
}

/** Display words. Where they repeat the text they are an artifact: a listener has heard them (ISO 14289-1 7.1). */
export function pullQuoteFlows(node: PullQuote, state: BlockState): Flow[] {
  const { document } = state
  const style = document.sheet.style('pullQuote')
  const repeats = document.letters().includes(squeeze(inlineText(node.children)))
  const element = repeats ? makeElement('BlockQuote', undefined) : addElement(state.parent, 'BlockQuote')
  const paragraph = addElement(element, 'P')
  // Notes of words that stand elsewhere stand there.
  const words = repeats ? withoutNotes(node.children) : node.children
  const spans = toSpans(words, document.sheet.text(style, state.language), paragraph, state)
  if (!repeats) flushNotes(state.parent, document)
  const children: Flow[] = [
    textFlow(spans, { ...style, before: 0, after: 0, indentStart: 0, indentEnd: 0 }, state, {
      firstLine: 0,
      keepWithNext: true,
    }),
  ]
  if (node.attribution) children.push(sourceFlow(node.attribution, node, element, state))
  if (repeats) for (const flow of children) if (flow.t === 'text') flow.spans = flow.spans.map(asArtifact)
  const panel = panelFlow(children, style, state, { together: true })
  // Notes are numbered in the order of the text: what cites them stays where it is.
  const roams = state.place === 'body' && state.listDepth === 0 && !spans.some(span => span.note)
  return roams ? [{ t: 'float', children: [panel], before: 0, after: 0, roams: true }] : [panel]
}

/** Returns the letters and figures of an article's text: what a pull quote may repeat. */
export function lettersOf(article: Article): string {
  return squeeze(plainText(article))
}

function withoutNotes(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap(node => {
    if (node.type === 'note') return []
    return 'children' in node ? { ...node, children: withoutNotes(node.children) } : node
  })
}

function squeeze(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '').toLowerCase()
}

function asArtifact(span: Span): Span {
  const { link: _, note: __, place: ___, ...rest } = span
  return { ...rest, tag: 'Layout' }
}

/** The speaker's line as the source prints it, the name in a style of its own. */
function sourceFlow(attribution: Attribution, quote: Quote | PullQuote, parent: StructNode, state: BlockState): Flow {
  const { document } = state
  const { sheet } = document
  const name = quote.type === 'quote' ? 'quoteSource' : 'pullQuoteSource'
  const style = sheet.style(name)
  const element = addElement(parent, 'P')
  const base = sheet.text(style, state.language)
  const line = attributionLine(attribution)
  const at = line.indexOf(attribution.name)
  const role = sheet.over(base, 'quoteSourceRole')
  const spans: Span[] = []
  const push = (text: string, styleName: StyleName, slot: Slot) => {
    if (text) spans.push(makeSpan(text, sheet.over(role, styleName), slot, document))
  }
  if (at < 0) push(line, 'quoteSourceRole', addSlot(element))
  else {
    push(line.slice(0, at), 'quoteSourceRole', addSlot(element))
    const long = attribution.url !== undefined && isTooLong(attribution.url)
    if (long) document.context.report(tooLong(attribution.url!), 'pdf-link', quote)
    const url = long ? undefined : attribution.url
    const speaker = url ? addElement(element, 'Link') : element
    const link = url ? { to: { url }, contents: attribution.name, slot: addObjectSlot(speaker) } : undefined
    spans.push(
      makeSpan(attribution.name, sheet.over(base, 'quoteSourceName'), addSlot(speaker), document, link ? { link } : {}),
    )
    push(line.slice(at + attribution.name.length), 'quoteSourceRole', addSlot(element))
  }
  return textFlow(spans, { ...style, after: 0 }, state, { firstLine: 0, indentStart: 0 })
}
