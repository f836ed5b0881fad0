import type { Article } from '../../article/article.js'
import type { Collection } from '../../article/collection.js'
import { hasTime } from '../../article/iso-date.js'
import { cleanText } from '../characters.js'
import { momentOf } from '../feed/feed-date.js'
import type { SiteContext } from '../renderer.js'

/** One story of a news sitemap. */
export interface NewsEntry {
  address: string
  title: string
  publication: string
  /** As Google wants it: ISO 639 alone, but for Chinese. */
  language: string
  /** W3C date: of the first publication, with its zone; a bare date stays bare. */
  date: string
  moment: number
}

/** Returns the entry of a story that has an address and a date. */
export function newsEntry(article: Article, address: string, collection: Collection, site: SiteContext): NewsEntry {
  const { meta } = article
  const published = meta.published!
  return {
    address,
    title: line(meta.title) || address,
    publication:
      line(collection.publisher?.name ?? site.publisher?.name ?? '') ||
      line(meta.publisher?.name ?? '') ||
      line(collection.title) ||
      new URL(site.url ?? address).hostname.replace(/^www\./, ''),
    language: newsLanguage(meta.language),
    date: hasTime(published) ? withSeconds(published) : published,
    moment: momentOf(published, site.timezone),
  }
}

/** Two or three letters, or `zh-cn` and `zh-tw` (Google, news sitemap: news:language). */
function newsLanguage(tag: string): string {
  const lower = tag.toLowerCase()
  if (/^zh\b/.test(lower)) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-tw' : 'zh-cn'
  return lower.split('-')[0]!
}

/** RFC 3339 as the model has it may lack seconds, which W3C dates allow but some readers do not. */
function withSeconds(date: string): string {
  return date.replace(/^(.{16})(Z|[+-])/, '$1:00$2')
}

function line(text: string): string {
  return cleanText(text).text.replace(/\s+/g, ' ').trim()
}
