/** How the text of an element is judged. */
type TextKind = 'plain' | 'html' | 'address' | 'rfc822' | 'rfc3339' | 'mail' | 'language' | 'positive' | 'any'

/** What may stand in a channel or an item of RSS 2.0: how it is judged, and whether it may stand but once. */
export interface ElementRule {
  text: TextKind
  once?: true
  filled?: true
}

/** Elements of a channel, extensions by their prefix. What is not here and has no namespace is unknown. */
export const channelElements: { readonly [name: string]: ElementRule } = {
  title: { text: 'plain', once: true, filled: true },
  link: { text: 'address', once: true },
  description: { text: 'plain', once: true },
  language: { text: 'language', once: true },
  copyright: { text: 'plain', once: true },
  managingEditor: { text: 'mail', once: true },
  webMaster: { text: 'mail', once: true },
  pubDate: { text: 'rfc822', once: true },
  lastBuildDate: { text: 'rfc822', once: true },
  category: { text: 'plain' },
  generator: { text: 'any', once: true },
  docs: { text: 'address', once: true },
  cloud: { text: 'any', once: true },
  ttl: { text: 'positive', once: true, filled: true },
  image: { text: 'any', once: true },
  rating: { text: 'any' },
  textInput: { text: 'any', once: true },
  skipHours: { text: 'any', once: true },
  skipDays: { text: 'any', once: true },
  item: { text: 'any' },
  'atom:updated': { text: 'rfc3339', once: true },
  'dc:language': { text: 'language', once: true },
  'creativeCommons:license': { text: 'address' },
}

/** Elements of an item. */
export const itemElements: { readonly [name: string]: ElementRule } = {
  title: { text: 'plain', once: true, filled: true },
  link: { text: 'address', once: true },
  description: { text: 'html', once: true },
  author: { text: 'mail', once: true },
  category: { text: 'plain', filled: true },
  comments: { text: 'address', once: true },
  enclosure: { text: 'any' },
  guid: { text: 'any', once: true },
  pubDate: { text: 'rfc822', once: true },
  source: { text: 'plain', once: true },
  'content:encoded': { text: 'html', once: true },
  'atom:updated': { text: 'rfc3339', once: true },
  'atom:published': { text: 'rfc3339', once: true },
  'creativeCommons:license': { text: 'address' },
}

/** Elements of a channel's picture. */
export const imageElements: { readonly [name: string]: ElementRule } = {
  url: { text: 'address', once: true },
  title: { text: 'plain', once: true, filled: true },
  link: { text: 'address', once: true },
  width: { text: 'any', once: true },
  height: { text: 'any', once: true },
  description: { text: 'plain', once: true },
}

/** Pairs that say the same of a channel: RSS's own element, and the extension's. */
export const channelTwins: readonly (readonly [string, string])[] = [
  ['language', 'dc:language'],
  ['managingEditor', 'dc:creator'],
  ['webMaster', 'dc:publisher'],
  ['copyright', 'dc:rights'],
  ['pubDate', 'dc:date'],
  ['category', 'dc:subject'],
  ['lastBuildDate', 'dcterms:modified'],
]

/** Pairs that say the same of an item. */
export const itemTwins: readonly (readonly [string, string])[] = [
  ['author', 'dc:creator'],
  ['category', 'dc:subject'],
  ['pubDate', 'dc:date'],
  ['pubDate', 'atom:published'],
  ['guid', 'atom:id'],
  ['source', 'dc:source'],
]

/** Kinds of link that are registered (IANA, link relations) as far as feeds use them. */
export const linkRelations: ReadonlySet<string> = new Set(
  (
    'alternate current describedby edit edit-media enclosure first hub last license next next-archive payment prev-archive ' +
    'previous related replies search self service up via'
  ).split(' '),
)

/** Language subtags that the W3C validator's old table lacks although ISO 639 has them. */
export const unknownLanguages: ReadonlySet<string> = new Set('yue cmn wuu nan hak gan hsn arb zsm'.split(' '))
