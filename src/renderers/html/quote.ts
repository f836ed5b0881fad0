import type { Attribution, PullQuote, Quote } from '../../article/article.js'
import { attributionLine, holds } from '../../article/text.js'
import { hrefOf, inlineHtml } from './inlines.js'
import { escapeHtml, tag } from './markup.js'
import type { HtmlState } from './state.js'

/** Returns a quotation; with a speaker it is a figure, the speaker its caption (HTML 4.4.4: attribution stands outside). */
export function quoteHtml(node: Quote, words: string, state: HtmlState): string {
  const quotation = tag('blockquote', {}, `\n${words}\n`)
  if (!node.attribution) return quotation
  const caption = tag('figcaption', {}, `— ${speakerHtml(node.attribution, state)}`)
  return tag('figure', { class: state.mode === 'feed' ? undefined : 'quote' }, quotation + caption)
}

/**
 * Returns a pull quote. It repeats words of the text, so a feed leaves it out and a screen reader is not read it twice;
 * where it holds a link or a note it stays audible, because a focusable place must not be hidden (ARIA 1.2, aria-hidden).
 */
export function pullQuoteHtml(node: PullQuote, state: HtmlState): string {
  if (state.mode === 'feed') return ''
  const active = holds(node, 'link', 'note') || node.attribution?.url !== undefined
  const words = tag('p', {}, inlineHtml(node.children, state))
  const source = node.attribution && tag('p', { class: 'source' }, `— ${speakerHtml(node.attribution, state)}`)
  return tag('div', { class: 'pull-quote', 'aria-hidden': active ? undefined : 'true' }, words + (source ?? ''))
}

/** Returns the speaker's line as the source prints it, the name marked. */
function speakerHtml(attribution: Attribution, state: HtmlState): string {
  const line = attributionLine(attribution)
  const at = line.indexOf(attribution.name)
  if (at < 0) return escapeHtml(line)
  const href = attribution.url === undefined ? undefined : hrefOf(attribution.url, state)
  const name = escapeHtml(attribution.name)
  const marked = href === undefined ? tag('b', { class: 'speaker' }, name) : tag('a', { class: 'speaker', href }, name)
  return escapeHtml(line.slice(0, at)) + marked + escapeHtml(line.slice(at + attribution.name.length))
}
