/** Namespaces that an RSS feed may use, by prefix, as the W3C feed validator knows them: no other spelling passes. */
const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  fh: 'http://purl.org/syndication/history/1.0',
  media: 'http://search.yahoo.com/mrss/',
} as const

type Prefix = keyof typeof namespaces

/** Returns the declarations of the namespaces that a document uses, in a fixed order. */
export function declarations(markup: string): { [attribute: string]: string } {
  const used = (Object.keys(namespaces) as Prefix[]).filter(prefix => markup.includes(`<${prefix}:`))
  return Object.fromEntries(used.map(prefix => [`xmlns:${prefix}`, namespaces[prefix]]))
}

/** Returns the declarations of all that items may use, for a document whose items are not known yet. */
export function itemDeclarations(): { [attribute: string]: string } {
  return declarations('<atom:<content:<dc:<media:')
}
