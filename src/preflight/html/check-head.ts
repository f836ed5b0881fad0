import { createMessage, type Message } from '../../diagnostics/message.js'
import type { Page, PageElement } from './page-elements.js'

/** Judges what a page says of itself before its text begins. */
export function checkHead({ elements, hasDoctype }: Page): Message[] {
  return [
    ...(hasDoctype ? [] : [createMessage('page-doctype', 'the page does not begin with `<!doctype html>`')]),
    ...checkLanguage(elements),
    ...checkTitle(elements),
    ...checkCanonical(elements),
    ...checkAddresses(elements),
  ]
}

function checkLanguage(elements: readonly PageElement[]): Message[] {
  const root = elements.find(({ name }) => name === 'html')
  const { lang } = root?.attributes ?? {}
  if (lang !== undefined && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(lang)) return []
  const reason = lang ? `the page’s language is "${lang}"` : '`<html>` does not say which language the page is in'
  return [createMessage('page-language', reason, { position: root?.position })]
}

function checkTitle(elements: readonly PageElement[]): Message[] {
  const title = elements.find(({ name }) => name === 'title' || name === 'body')
  if (title?.name !== 'title') return [createMessage('page-title', 'the page has no `<title>`')]
  return title.text.trim() === ''
    ? [createMessage('page-title', 'the `<title>` is empty', { position: title.position })]
    : []
}

function checkCanonical(elements: readonly PageElement[]): Message[] {
  const links = elements.filter(element => relationsOf(element).includes('canonical'))
  const addresses = new Set(links.map(({ attributes }) => attributes.href))
  if (addresses.size < 2) return []
  const reason = `the page names ${addresses.size} canonical addresses, so that search engines take none`
  return [createMessage('page-canonical', reason, { position: links[1]!.position })]
}

/** Links that other programs follow without the page, and so without its address. */
const followed = new Set(['canonical', 'alternate', 'amphtml', 'next', 'prev'])
/** Properties of Open Graph and of cards that hold addresses. */
const addressed =
  /^(og:(url|image|video|audio)(:(secure_)?url)?|twitter:(image|player|url)(:src)?|article:(author|publisher))$/

function checkAddresses(elements: readonly PageElement[]): Message[] {
  return elements.flatMap(element => {
    const { attributes, position } = element
    const said = addressIn(element)
    if (!said || /^https?:\/\/[^\s/]/i.test(said.address)) return []
    // An author may be named by words (Open Graph leaves it open in practice).
    if (/^article:/.test(attributes.property ?? '') && !/^[/.]/.test(said.address)) return []
    return [
      createMessage('page-address', `\`${said.what}\` is "${said.address}", which is no whole address`, { position }),
    ]
  })
}

function addressIn(element: PageElement): { what: string; address: string } | undefined {
  const { name, attributes } = element
  const relation = relationsOf(element).find(each => followed.has(each))
  if (relation !== undefined) return { what: relation, address: attributes.href ?? '' }
  const property = name === 'meta' ? (attributes.property ?? attributes.name ?? '') : ''
  return addressed.test(property) ? { what: property, address: attributes.content ?? '' } : undefined
}

/** What a link is, in lower case; an alternate style sheet is no other form of the page. */
function relationsOf({ name, attributes }: PageElement): string[] {
  const relations = name === 'link' ? (attributes.rel ?? '').toLowerCase().split(/\s+/) : []
  return relations.includes('stylesheet') ? [] : relations
}
