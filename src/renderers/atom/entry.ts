import type { Article, Person } from '../../article/article.js'
import { webUrl } from '../address.js'
import { toRfc3339 } from '../feed/feed-date.js'
import type { FeedHead } from '../feed/feed-head.js'
import type { FeedItem } from '../feed/feed-item.js'
import { around, cdata, element } from '../xml.js'
import { atomId } from './atom-id.js'

/** Returns one `entry`, an element to a line (RFC 4287, 4.1.2). */
export function entryXml(item: FeedItem, head: FeedHead, { meta }: Article): string {
  const changed = item.updated ?? item.published
  const differs = item.language.toLowerCase() !== head.language.toLowerCase()
  const lines = [
    element('title', {}, item.title),
    element('id', {}, atomId(item.id, item.url ?? head.link)),
    item.url && element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...(meta.translations ?? []).map(({ language, url }) => {
      const href = webUrl(url, item.url ?? head.link)
      return href && element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href })
    }),
    item.published !== undefined && element('published', {}, toRfc3339(item.published)),
    element('updated', {}, toRfc3339(changed ?? head.updated ?? head.firstChanged ?? 0)),
    ...item.authors.map(author => personXml(author, item.url ?? head.link)),
    ...item.categories.map(({ name, domain }) => element('category', { term: name, scheme: domain })),
    item.rights && element('rights', {}, item.rights),
    item.summary && element('summary', { type: 'text' }, item.summary),
    contentXml(item),
  ].filter(Boolean)
  return around('entry', { 'xml:lang': differs ? item.language : undefined }, `\n${lines.join('\n')}\n`).concat('\n')
}

/** Without an address an entry must have content (RFC 4287, 4.1.2). */
function contentXml({ content, summary, title, url }: FeedItem): string {
  if (content) return around('content', { type: 'html' }, cdata(content))
  return url === undefined ? element('content', { type: 'text' }, summary || title) : ''
}

/** Mail addresses are not given away. */
function personXml({ name, url }: Person, base: string): string {
  const uri = webUrl(url, /^https?:/.test(base) ? base : undefined)
  return around('author', {}, element('name', {}, name) + (uri ? element('uri', {}, uri) : ''))
}
