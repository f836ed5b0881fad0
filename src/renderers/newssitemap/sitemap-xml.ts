import { around, attributeList, element } from '../xml.js'
import type { NewsEntry } from './news-entry.js'

const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const news = 'http://www.google.com/schemas/sitemap-news/0.9'
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'

/** Returns a sitemap; without entries it declares no news namespace, which then nothing uses. */
export function sitemapXml(entries: readonly NewsEntry[]): string {
  const names = { xmlns: sitemaps, 'xmlns:news': entries.length > 0 ? news : undefined }
  return `${declaration}<urlset${attributeList(names)}>\n${entries.map(entryXml).join('')}</urlset>\n`
}

/** Returns an index over the parts of a split sitemap, by their addresses. */
export function indexXml(addresses: readonly string[]): string {
  const parts = addresses.map(address => `${around('sitemap', {}, element('loc', {}, address))}\n`)
  return `${declaration}<sitemapindex${attributeList({ xmlns: sitemaps })}>\n${parts.join('')}</sitemapindex>\n`
}

function entryXml({ address, title, publication, language, date }: NewsEntry): string {
  const about = element('news:name', {}, publication) + element('news:language', {}, language)
  const lines = [
    around('news:publication', {}, about),
    element('news:publication_date', {}, date),
    element('news:title', {}, title),
  ]
  return `<url>\n${element('loc', {}, address)}\n${around('news:news', {}, `\n${lines.join('\n')}\n`)}\n</url>\n`
}
