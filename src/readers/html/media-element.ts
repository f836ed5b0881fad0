import type { Inline } from '../../article/article.js'
import { cleanText } from '../clean-text.js'
import { linkUrl } from '../markdown/links.js'
import type { Reading } from '../markdown/reading.js'
import { noteDropped } from './context.js'
import { toInlines } from './inlines.js'
import type { HtmlElement } from './tree.js'

/** What only tells a player where to look, or what to show beside. */
const settings = new Set(['source', 'track', 'param'])

/** Returns the address of what an element plays or shows, where a reader may follow it. */
export function mediaUrl(element: HtmlElement, reading: Reading): string | undefined {
  const { src, data } = element.attributes
  const source = element.children.find(child => child.kind === 'element' && child.tag === 'source')
  const address = src ?? data ?? (source as HtmlElement | undefined)?.attributes.src
  const place = element.position ? { position: element.position } : {}
  return address === undefined ? undefined : linkUrl(address, place, reading)
}

/** Returns the name that an element gives to what it plays. */
export function mediaTitle({ attributes }: HtmlElement): string {
  return cleanText(attributes.title ?? attributes['aria-label'] ?? '').trim()
}

/** Returns what an element leaves in a line of text: a link with its title, else with what stands for it, else its address. */
export function readMediaInline(element: HtmlElement, reading: Reading): Inline[] {
  const url = mediaUrl(element, reading)
  const rest = element.children.filter(child => child.kind !== 'element' || !settings.has(child.tag))
  const words = element.tag === 'iframe' ? [] : toInlines(rest, reading)
  if (url === undefined) {
    noteDropped(element.tag, element.position, reading)
    return words
  }
  const title = mediaTitle(element)
  const blank = words.every(word => word.type === 'text' && word.value.trim() === '')
  const children: Inline[] = title || blank ? [{ type: 'text', value: title || url }] : words
  return [{ type: 'link', url, children, ...(element.position && { position: element.position }) }]
}
