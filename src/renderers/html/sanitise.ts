import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5'
import { safeUrl } from '../../article/safe-url.js'
import { addressAttributes, allowedAttributes, allowedElements, droppedWhole } from './allow-list.js'
import { hrefOf } from './inlines.js'
import type { HtmlState } from './state.js'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/**
 * Returns foreign markup as this project would have written it: parsed as a browser parses it, elements and attributes
 * outside the allow-list taken off (their text kept, unless it is a script's), addresses judged and made absolute.
 */
export function sanitise(html: string, state: HtmlState): { html: string; dropped: string[] } {
  const fragment = parseFragment(html)
  const dropped = new Set<string>()
  fragment.childNodes = clean(fragment, state, dropped)
  return { html: serialize(fragment), dropped: [...dropped].sort() }
}

function clean(parent: Parent, state: HtmlState, dropped: Set<string>): Child[] {
  return parent.childNodes.flatMap(child => {
    if (child.nodeName === '#text') return [child]
    if (!('tagName' in child)) return []
    if (droppedWhole.has(child.tagName)) {
      dropped.add(`<${child.tagName}>`)
      return []
    }
    child.childNodes = clean(child, state, dropped)
    if (!allowedElements.has(child.tagName)) {
      dropped.add(`<${child.tagName}>`)
      return child.childNodes
    }
    cleanAttributes(child, state, dropped)
    const has = (name: string) => child.attrs.some(attribute => attribute.name === name)
    if (child.tagName === 'img' && !has('src')) return []
    // A link that leads nowhere is only its words.
    if (child.tagName === 'a' && !has('href')) return child.childNodes
    return [child]
  })
}

function cleanAttributes(element: Element, state: HtmlState, dropped: Set<string>): void {
  const addresses = addressAttributes[element.tagName] ?? []
  element.attrs = element.attrs.flatMap(attribute => {
    const { name, value } = attribute
    if (addresses.includes(name)) {
      const address = name === 'src' ? state.image(value)?.src : addressOf(value, state)
      if (address !== undefined) return [{ name, value: address }]
    } else if (allowedAttributes.has(name) || (element.tagName === 'img' && name === 'alt')) return [attribute]
    dropped.add(`${name} of <${element.tagName}>`)
    return []
  })
  if (element.tagName === 'img' && !element.attrs.some(({ name }) => name === 'alt'))
    element.attrs.push({ name: 'alt', value: '' })
}

function addressOf(value: string, state: HtmlState): string | undefined {
  const safe = safeUrl(value, state.address)
  return safe === undefined ? undefined : hrefOf(safe, state)
}
