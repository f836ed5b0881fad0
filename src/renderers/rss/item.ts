import type { Enclosure } from '../feed/enclosure.js'
import { toRfc822, toRfc3339 } from '../feed/feed-date.js'
import type { FeedItem } from '../feed/feed-item.js'
import { feedLanguage } from '../feed/feed-language.js'
import { plainWords } from '../feed/plain-words.js'
import { escapeHtml } from '../html/markup.js'
import { around, cdata, element } from '../xml.js'
import { mediaElements } from './media.js'

/** Returns one `item`, an element to a line. */
export function itemXml(item: FeedItem, channelLanguage: string, enclosure?: Enclosure): string {
  const lines = [
    element('title', {}, plainWords(item.title)),
    item.url && element('link', {}, item.url),
    element('guid', { isPermaLink: item.permalink ? 'true' : 'false' }, item.id),
    item.published !== undefined && element('pubDate', {}, toRfc822(item.published)),
    item.updated !== undefined && element('atom:updated', {}, toRfc3339(item.updated)),
    ...item.authors.map(author => element('dc:creator', {}, plainWords(author.name))),
    ...item.categories.map(({ name, domain }) => element('category', { domain }, plainWords(name))),
    item.language.toLowerCase() !== channelLanguage.toLowerCase() &&
      element('dc:language', {}, feedLanguage(item.language)),
    item.source?.url && element('source', { url: item.source.url }, plainWords(item.source.name)),
    // A description is HTML: the text is escaped for HTML first, and the result once more for XML.
    item.summary && element('description', {}, escapeHtml(item.summary)),
    item.content !== undefined && item.content !== '' && around('content:encoded', {}, cdata(item.content)),
    enclosure && element('enclosure', { ...enclosure }),
    ...mediaElements(item),
  ]
  // Not joined: the whole story would be copied once more.
  let xml = '<item>\n'
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (typeof line === 'string' && line !== '') xml += `${line}\n`
  }
  return `${xml}</item>\n`
}
