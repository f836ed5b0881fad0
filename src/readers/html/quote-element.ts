import type { Attribution, Block, Quote } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { toAttribution } from '../markdown/attribution.js'
import { takeAttribution } from '../markdown/quotes.js'
import type { Reading } from '../markdown/reading.js'
import { toBlocks } from './blocks.js'
import { toInlines } from './inlines.js'
import type { HtmlChild, HtmlElement } from './tree.js'

/** Reads `<blockquote>`: its `<footer>` or last `<cite>` names the speaker, or a last line with a dash. */
export function readBlockquoteElement(element: HtmlElement, reading: Reading): Block[] {
  const speaker = speakerIn(element)
  const children = toBlocks(
    element.children.filter(child => child !== speaker),
    reading,
  )
  const attribution = speaker && attributionIn(speaker.children, reading)
  if (children.length === 0) return []
  const quote: Quote = { type: 'quote', children, ...(element.position && { position: element.position }) }
  if (attribution) quote.attribution = attribution
  else takeAttribution(quote, reading)
  return [quote]
}

function speakerIn(element: HtmlElement): HtmlElement | undefined {
  const last = element.children.findLast(child => child.kind !== 'text' || child.value.trim() !== '')
  if (last?.kind !== 'element') return undefined
  if (last.tag === 'footer' || last.tag === 'cite' || last.tag === 'figcaption') return last
  // A last paragraph that is nothing but `<cite>`.
  const inner =
    last.tag === 'p' ? last.children.filter(child => child.kind !== 'text' || child.value.trim() !== '') : []
  return inner.length === 1 && inner[0]!.kind === 'element' && inner[0]!.tag === 'cite' ? last : undefined
}

/** Returns the speaker whom a caption or footer names; the dash before the name is none of it. */
export function attributionIn(children: readonly HtmlChild[], reading: Reading): Attribution | undefined {
  const nodes = toInlines(children, reading)
  const printed = inlineText(nodes)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[—–―]{1,2}|--?)\s*/u, '')
  const link = nodes.find(node => node.type === 'link')
  return printed ? toAttribution(printed, link?.type === 'link' ? link.url : undefined) : undefined
}
