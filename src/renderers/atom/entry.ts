import type { Article, Meta, Person } from '../../article/article.js'
import { webUrl } from '../address.js'
import { toRfc3339 } from '../feed/feed-date.js'
import type { FeedHead } from '../feed/feed-head.js'
import type { FeedItem } from '../feed/feed-item.js'
import { feedLanguage } from '../feed/feed-language.js'
import { plainWords } from '../feed/plain-words.js'
import { around, cdata, element } from '../xml.js'
import { unknownDate } from './atom-head.js'
import { atomId } from './atom-id.js'

/** Returns one `entry`, an element to a line (RFC 4287, 4.1.2). */
export function entryXml(item: FeedItem, head: FeedHead, { meta }: Article): string {
  const changed = item.updated ?? item.published
  const differs = item.language.toLowerCase() !== head.language.toLowerCase()
  const lines = [
    element('title', {}, plainWords(item.title)),
    element('id', {}, atomId(item.id, item.url ?? head.link)),
    item.url && element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...translationLinks(meta, item.url ?? head.link),
    item.published !== undefined && element('published', {}, toRfc3339(item.published)),
    element('updated', {}, toRfc3339(changed ?? head.updated ?? head.firstChanged ?? unknownDate)),
    ...item.authors.map(author => personXml(author, item.url ?? head.link)),
    ...item.categories.map(({ name, domain }) => element('category', { term: plainWords(name), scheme: domain })),
    item.rights && element('rights', {}, plainWords(item.rights)),
    item.summary && element('summary', { type: 'text' }, plainWords(item.summary)),
    contentXml(item),
  ].filter(Boolean)
  return around(
    'entry',
    { 'xml:lang': differs ? feedLanguage(item.language) : undefined },
    `\n${lines.join('\n')}\n`,
  ).concat('\n')
}

/** One link for each language: two alternates of one kind are an error (RFC 4287, 4.1.2). */
function translationLinks({ translations = [] }: Meta, base: string): string[] {
  const links = translations.map(({ language, url }) => ({ hreflang: feedLanguage(language), url }))
  const byLanguage = new Map(links.map(link => [link.hreflang.toLowerCase(), link]))
  return [...byLanguage.values()].flatMap(({ hreflang, url }) => {
    const href = webUrl(url, base)
    return href ? [element('link', { rel: 'alternate', type: 'text/html', hreflang, href })] : []
  })
}

/** Without an address an entry must have content (RFC 4287, 4.1.2). */
function contentXml({ content, summary, title, url }: FeedItem): string {
  if (content) return around('content', { type: 'html' }, cdata(content))
  return url === undefined ? element('content', { type: 'text' }, plainWords(summary || title)) : ''
}

/** Mail addresses are not given away. */
function personXml({ name, url }: Person, base: string): string {
  const uri = webUrl(url, /^https?:/.test(base) ? base : undefined)
  return around('author', {}, element('name', {}, plainWords(name)) + (uri ? element('uri', {}, uri) : ''))
}
