import type { KnownRuleId } from '../../diagnostics/rules.js'
import type { Say } from '../feed/feed-report.js'
import { childrenNamed, type FeedElement } from '../feed/feed-tree.js'
import { w3cDate } from './w3c-date.js'

/** A rule about sitemaps. */
export type SitemapRule = Extract<KnownRuleId, `sitemap-${string}`>

/** Elements that Google News once read and now passes over. */
const retired = new Set(['news:access', 'news:genres', 'news:keywords', 'news:stock_tickers', 'news:geo_locations'])
const known = new Set(['news:publication', 'news:publication_date', 'news:title', ...retired])

/** Judges one story of a news sitemap by what Google asks of it. */
export function checkNews(story: FeedElement, say: Say<SitemapRule>): void {
  for (const child of story.children) {
    if (retired.has(child.name)) say('sitemap-retired', child, `Google News no longer reads \`${child.name}\``)
    else if (!known.has(child.name)) say('sitemap-element', child, `\`news:news\` cannot hold \`${child.name}\``)
  }
  const publication = need(story, 'news:publication', say)
  if (publication) {
    need(publication, 'news:name', say)
    const language = need(publication, 'news:language', say)
    if (language) checkLanguage(language, say)
  }
  need(story, 'news:title', say)
  const date = need(story, 'news:publication_date', say)
  if (date && !(w3cDate.test(date.text.trim()) && date.text.trim().length >= 10))
    say(
      'sitemap-value',
      date,
      `\`news:publication_date\` is "${date.text.trim()}"`,
      'write 2026-11-23, or 2026-11-23T06:30:00+01:00 with the zone',
    )
}

/** Returns the one element of a name that must be there with something in it. */
function need(parent: FeedElement, name: string, say: Say<SitemapRule>): FeedElement | undefined {
  const [first, second] = childrenNamed(parent, name)
  if (!first) say('sitemap-missing', parent, `\`${parent.name}\` has no \`${name}\``)
  else if (first.text.trim() === '' && first.children.length === 0) {
    say('sitemap-missing', first, `\`${name}\` is empty`)
    return undefined
  }
  if (second) say('sitemap-element', second, `\`${parent.name}\` holds more than one \`${name}\``)
  return first
}

/** Two or three letters, or `zh-cn` and `zh-tw` (Google, news sitemap: news:language). */
function checkLanguage(language: FeedElement, say: Say<SitemapRule>): void {
  const value = language.text.trim()
  if (!/^([a-z]{2,3}|zh-cn|zh-tw)$/i.test(value))
    say(
      'sitemap-value',
      language,
      `\`news:language\` is "${value}"`,
      'write two or three letters such as "en"; Chinese is "zh-cn" or "zh-tw"',
    )
}
