import { SaxesParser } from 'saxes'

/** An element of a feed with its place. Text is the element's own, CDATA included; children are its elements in order. */
export interface FeedElement {
  /** Prefix as we know it for the namespace, then the local name: `dc:creator`; bare for RSS itself. */
  name: string
  uri: string
  attributes: { [name: string]: string }
  text: string
  children: FeedElement[]
  parent: FeedElement | undefined
  /** Lines of the start tag and of the end tag, from 1. */
  line: number
  column: number
  endLine: number
  /** Whether its end was read: of an element that is cut off nothing can be said to be missing. */
  closed: boolean
}

/** A parsed feed, as far as it could be read. */
export interface FeedTree {
  root: FeedElement | undefined
  /** Namespaces that are declared, with the line. */
  namespaces: { uri: string; line: number }[]
  /** What is not well-formed, and where reading ended. */
  fault: { reason: string; line: number; column: number } | undefined
}

/** Namespaces that the W3C validator knows, with the prefix under which rules name them. */
const knownNamespaces: { readonly [uri: string]: string } = {
  '': '',
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://search.yahoo.com/mrss/': 'media',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://purl.org/rss/1.0/modules/slash/': 'slash',
  'http://purl.org/syndication/history/1.0': 'fh',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://www.georss.org/georss': 'georss',
  'http://www.w3.org/2003/01/geo/wgs84_pos#': 'geo',
  'http://backend.userland.com/creativeCommonsRssModule': 'creativeCommons',
  'http://web.resource.org/cc/': 'cc',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://base.google.com/ns/1.0': 'g',
  'http://wellformedweb.org/CommentAPI/': 'wfw',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://a9.com/-/spec/opensearch/1.1/': 'opensearch',
  'https://podcastindex.org/namespace/1.0': 'podcast',
}

/** Further namespaces that the validator knows and of which no rule here speaks. */
const otherNamespaces: ReadonlySet<string> = new Set([
  'http://webns.net/mvcb/',
  'http://www.w3.org/2007/app',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/01/rdf-schema#',
  'http://backend.userland.com/blogChannelModule',
  'http://madskills.com/public/xml/rss/module/trackback/',
  'http://purl.org/rss/1.0/',
  'http://purl.org/rss/1.0/modules/aggregation/',
  'http://purl.org/rss/1.0/modules/event/',
  'http://purl.org/rss/1.0/modules/link/',
  'http://purl.org/rss/1.0/modules/search/',
  'http://purl.org/rss/1.0/modules/taxonomy/',
  'http://purl.org/rss/1.0/modules/threading/',
  'http://purl.org/rss/1.0/modules/wiki/',
  'http://geourl.org/rss/module/',
  'http://postneo.com/icbm',
  'http://my.theinfo.org/changed/1.0/rss/',
  'http://xmlns.com/foaf/0.1/',
  'http://www.opengis.net/gml',
  'http://a9.com/-/spec/opensearchrss/1.0/',
  'http://feedsync.org/2007/feedsync',
  'http://openid.net/xmlns/1.0',
  'http://schemas.google.com/g/2005',
  'http://www.rawvoice.com/rawvoiceRssModule/',
  'https://schema.org/',
  'http://schema.org/',
])

/** Namespaces of sitemaps, which have no place in a feed. */
const sitemapNamespaces: { readonly [uri: string]: string } = {
  'http://www.sitemaps.org/schemas/sitemap/0.9': 'sitemap',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news',
}

/** Returns whether feed readers may be expected to know a namespace. */
export function isKnownNamespace(uri: string): boolean {
  return Object.hasOwn(knownNamespaces, uri) || otherNamespaces.has(uri)
}

/** Returns the feed as a tree; a feed that is not well-formed as far as it is. */
export function readFeedTree(xml: string): FeedTree {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const tree: FeedTree = { root: undefined, namespaces: [], fault: undefined }
  let open: FeedElement | undefined
  let start = { line: 1, column: 0 }
  parser.on('opentagstart', () => {
    start = { line: parser.line, column: parser.column }
  })
  parser.on('opentag', tag => {
    const prefix = knownNamespaces[tag.uri] ?? sitemapNamespaces[tag.uri]
    const element: FeedElement = {
      name: prefix === '' ? tag.local : prefix === undefined ? `?:${tag.local}` : `${prefix}:${tag.local}`,
      uri: tag.uri,
      attributes: Object.fromEntries(Object.entries(tag.attributes).map(([name, { value }]) => [name, value])),
      text: '',
      children: [],
      parent: open,
      line: start.line,
      column: start.column,
      endLine: start.line,
      closed: false,
    }
    for (const uri of Object.values(tag.ns ?? {})) tree.namespaces.push({ uri, line: start.line })
    if (open) open.children.push(element)
    else tree.root ??= element
    open = element
  })
  const addText = (text: string) => {
    if (open) open.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (!open) return
    open.endLine = parser.line
    open.closed = true
    open = open.parent
  })
  parser.on('error', error => {
    const found = { reason: error.message.replace(/^\d+:\d+: /, ''), line: parser.line, column: parser.column }
    tree.fault ??= bareAmpersand(xml, parser.position) ?? found
    throw error
  })
  try {
    parser.write(xml).close()
  } catch (error) {
    if (!tree.fault) throw error
  }
  return tree
}

/** Parts of XML in which an ampersand means nothing (XML 1.0, 2.4). One without an end reaches to that of the text. */
const literal =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|&(?!#\d+;|#x[\da-f]+;|[\p{L}_:][\p{L}\p{N}_:.-]*;)/giu

/**
 * Returns the ampersand that stands for itself before a fault, if any: the parser reads on for the end of a reference, and
 * notices far behind it.
 */
function bareAmpersand(xml: string, end: number): FeedTree['fault'] {
  for (const { 0: found, index } of xml.slice(0, end).matchAll(literal)) {
    if (found !== '&') continue
    const before = xml.slice(0, index).split('\n')
    return {
      reason: '`&` stands for itself; `&amp;` is needed',
      line: before.length,
      column: before.at(-1)!.length + 1,
    }
  }
  return undefined
}

/** Returns an element's children of one name. */
export function childrenNamed(element: FeedElement, name: string): FeedElement[] {
  return element.children.filter(child => child.name === name)
}
