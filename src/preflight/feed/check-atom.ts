import { checkAddress, checkIri } from './check-address.js'
import { checkAtomLinks } from './check-atom-link.js'
import { checkRfc3339 } from './check-date.js'
import type { FeedCheck } from './check-element.js'
import { checkHtml } from './check-html.js'
import { checkMedia } from './check-media.js'
import { checkNotBlank, checkPlainText } from './check-text.js'
import { childrenNamed, type FeedElement } from './feed-tree.js'

const once = [
  'title',
  'subtitle',
  'id',
  'updated',
  'published',
  'rights',
  'summary',
  'content',
  'generator',
  'icon',
  'logo',
]
const known = new Set(
  [...once, 'link', 'author', 'contributor', 'category', 'entry', 'source'].map(name => `atom:${name}`),
)

/** Judges an Atom feed by RFC 4287. */
export function checkAtom(feed: FeedElement, check: FeedCheck): void {
  const { say } = check
  checkParts(feed, check)
  if (!childrenNamed(feed, 'atom:link').some(({ attributes }) => attributes.rel === 'self'))
    say('MissingSelf', feed, 'the feed does not say where it stands', 'add `<link rel="self" href="…"/>`')
  const signed = childrenNamed(feed, 'atom:author').length > 0
  const ids = new Set<string>()
  const moments = new Set<string>()
  for (const entry of childrenNamed(feed, 'atom:entry')) {
    checkParts(entry, check)
    checkEntry(entry, signed, check)
    const [id, updated] = ['atom:id', 'atom:updated'].map(name => childrenNamed(entry, name)[0])
    if (id && ids.has(id.text)) say('DuplicateEntries', id, `two entries have the id "${id.text}"`)
    if (updated && moments.has(updated.text))
      say('DuplicateUpdated', updated, `two entries were changed at "${updated.text}"`)
    if (id) ids.add(id.text)
    if (updated) moments.add(updated.text)
  }
}

/** What feed and entry have in common. */
function checkParts(parent: FeedElement, check: FeedCheck): void {
  const { say } = check
  for (const name of ['atom:id', 'atom:title', 'atom:updated'])
    if (childrenNamed(parent, name).length === 0) say('MissingElement', parent, `\`${parent.name}\` has no \`${name}\``)
  for (const name of once)
    for (const extra of childrenNamed(parent, `atom:${name}`).slice(1))
      say('DuplicateElement', extra, `\`${parent.name}\` holds more than one \`${extra.name}\``)
  for (const child of parent.children) {
    if (child.name.startsWith('atom:') && !known.has(child.name))
      say('UndefinedElement', child, `\`${parent.name}\` cannot hold \`${child.name}\``)
    checkPart(child, check)
  }
  checkAtomLinks(parent, check)
  checkAlternates(parent, check)
  checkMedia(parent, check)
}

function checkPart(child: FeedElement, check: FeedCheck): void {
  const { say, now, lines } = check
  const { type = 'text' } = child.attributes
  const exact = ['atom:id', 'atom:updated', 'atom:published'].includes(child.name)
  if (exact && child.text !== child.text.trim()) {
    say('UnexpectedWhitespace', child, `\`${child.name}\` has white space around it`)
    return
  }
  switch (child.name) {
    case 'atom:id':
      checkAddress(child.text, child, 'the id', say)
      break
    case 'atom:updated':
    case 'atom:published':
      checkRfc3339(child, now, say)
      break
    case 'atom:title':
      if (type === 'text' || type === 'html') checkNotBlank(child, say)
      checkWords(child, type, check)
      break
    case 'atom:subtitle':
    case 'atom:rights':
    case 'atom:summary':
    case 'atom:content':
      checkWords(child, type, check)
      break
    case 'atom:author':
    case 'atom:contributor':
      checkPerson(child, check)
      break
    case 'atom:category':
      if (child.attributes.term === undefined) say('MissingAttribute', child, '`atom:category` has no attribute `term`')
      break
    case 'atom:generator':
      checkPlainText(child, lines, say)
      break
  }
}

function checkWords(element: FeedElement, type: string, { lines, say }: FeedCheck): void {
  if (type === 'html') checkHtml(element, say)
  if (type === 'text') checkPlainText(element, lines, say, true)
}

function checkPerson(person: FeedElement, { say }: FeedCheck): void {
  for (const part of ['atom:name', 'atom:uri', 'atom:email'])
    for (const extra of childrenNamed(person, part).slice(1))
      say('DuplicateElement', extra, `\`${person.name}\` holds more than one \`${part}\``)
  const [name] = childrenNamed(person, 'atom:name')
  if (!name) say('MissingElement', person, `\`${person.name}\` has no \`atom:name\``)
  else checkNotBlank(name, say)
  for (const uri of childrenNamed(person, 'atom:uri')) checkIri(uri.text, uri, '`atom:uri`', say)
}

/** Two alternates of one type and language (RFC 4287, 4.1.1 and 4.1.2). */
function checkAlternates(parent: FeedElement, { say }: FeedCheck): void {
  const seen = new Set<string>()
  for (const link of childrenNamed(parent, 'atom:link')) {
    const { rel = 'alternate', type = '', hreflang = '' } = link.attributes
    const kind = `${type} ${hreflang}`
    if (rel === 'alternate' && seen.has(kind)) say('DuplicateAtomLink', link, 'two links lead to the same kind of page')
    if (rel === 'alternate') seen.add(kind)
  }
}

function checkEntry(entry: FeedElement, signed: boolean, { say }: FeedCheck): void {
  const has = (name: string) => childrenNamed(entry, name).length > 0
  if (!signed && !has('atom:author')) say('MissingElement', entry, 'neither entry nor feed has an `atom:author`')
  const linked = childrenNamed(entry, 'atom:link').some(
    ({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate',
  )
  if (!has('atom:content') && !has('atom:summary'))
    say('MissingTextualContent', entry, 'an entry has neither content nor a summary')
  if (!has('atom:content') && !linked)
    say('MissingContentOrAlternate', entry, 'an entry has neither content nor a link to it')
}
