import { createMessage, type Message } from '../../diagnostics/message.js'
import { collectFaults, type Say } from '../feed/feed-report.js'
import { childrenNamed, type FeedElement, readFeedTree } from '../feed/feed-tree.js'
import { checkNews, type SitemapRule } from './check-news.js'
import { momentsOf, w3cDate } from './w3c-date.js'

/** The most characters that a sitemap may have, about what sitemaps.org allows in bytes. */
const longest = 52_428_800
/** The most addresses in a sitemap, and sitemaps in an index (sitemaps.org). */
const most = 50_000
/** The most stories in a news sitemap (Google, news sitemaps). */
const mostNews = 1_000

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Returns whether an XML text is a sitemap or an index of sitemaps, by its first element. */
export function isSitemap(xml: string): boolean {
  const withoutComments = xml.slice(0, 20_000).replace(/<!--[\s\S]*?-->/g, '')
  return /^[^<]*(<[?!][^>]*>[^<]*)*<(\w+:)?(urlset|sitemapindex)[\s>/]/.test(withoutComments)
}

/**
 * Judges a sitemap, a news sitemap or an index of them by the rules of sitemaps.org and of Google News, whoever made it. No
 * message means that nothing was found. Never throws over content. Nothing is judged by the clock.
 */
export function preflightSitemap(xml: string): Message[] {
  const source = xml.replace(/^\uFEFF/, '')
  if (source.length > longest)
    return [createMessage('sitemap-size', `the sitemap has ${source.length} characters; ${longest} bytes are the most`)]
  const { say, messages } = collectFaults((name: SitemapRule) => name)
  const { root, fault } = readFeedTree(source)
  if (fault) say('sitemap-syntax', fault, `the sitemap is no well-formed XML: ${fault.reason}`)
  if (!root) return messages()
  if (root.uri !== namespace)
    say('sitemap-syntax', root, `the sitemap is in the namespace "${root.uri}"`, `write xmlns="${namespace}"`)
  else if (root.name === 'sitemap:sitemapindex') checkEntries(root, 'sitemap', say)
  else {
    checkEntries(root, 'url', say)
    checkNewsOf(root, say)
  }
  return messages()
}

function checkEntries(root: FeedElement, name: 'sitemap' | 'url', say: Say<SitemapRule>): void {
  const entries = childrenNamed(root, `sitemap:${name}`)
  if (entries.length > most)
    say('sitemap-size', root, `the file holds ${entries.length} addresses; ${most} are the most`)
  for (const other of root.children)
    if (other.name.startsWith('sitemap:') && other.name !== `sitemap:${name}`)
      say('sitemap-element', other, `\`${localName(root)}\` cannot hold \`${localName(other)}\``)
  const seen = new Set<string>()
  for (const entry of entries) {
    checkElements(entry, say)
    const [loc] = childrenNamed(entry, 'sitemap:loc')
    if (!loc) say('sitemap-address', entry, `\`${name}\` has no \`loc\``)
    else checkAddress(loc, seen, say)
  }
}

/** What may stand in an entry, once, and what it must look like (sitemap.xsd). */
const elements: { readonly [name: string]: { fits(text: string): boolean; wanted: string } } = {
  'sitemap:loc': { fits: () => true, wanted: '' },
  'sitemap:lastmod': { fits: text => w3cDate.test(text), wanted: 'a date such as 2026-11-23 or 2026-11-23T06:30:00Z' },
  'sitemap:changefreq': {
    fits: text => /^(always|hourly|daily|weekly|monthly|yearly|never)$/.test(text),
    wanted: '`always`, `hourly`, `daily`, `weekly`, `monthly`, `yearly` or `never`',
  },
  'sitemap:priority': { fits: text => /^(0(\.\d+)?|1(\.0+)?)$/.test(text), wanted: 'a number from 0.0 to 1.0' },
}

function checkElements(entry: FeedElement, say: Say<SitemapRule>): void {
  const seen = new Set<string>()
  for (const child of entry.children.filter(({ name }) => name.startsWith('sitemap:'))) {
    const rule = Object.hasOwn(elements, child.name) ? elements[child.name] : undefined
    const name = localName(child)
    if (!rule) say('sitemap-element', child, `a sitemap has no element \`${name}\``)
    else if (seen.has(name)) say('sitemap-element', child, `an entry holds more than one \`${name}\``)
    else if (!rule.fits(child.text.trim()))
      say('sitemap-value', child, `\`${name}\` is "${child.text.trim()}"; ${rule.wanted} is needed`)
    seen.add(name)
  }
}

function checkAddress(loc: FeedElement, seen: Set<string>, say: Say<SitemapRule>): void {
  const address = loc.text.trim()
  if (!/^https?:\/\/[^\s/?#]/i.test(address))
    say('sitemap-address', loc, `\`loc\` is "${address}", which is no whole address`)
  else if (!/^[\x21-\x7e]+$/.test(address))
    say('sitemap-address', loc, `\`loc\` is "${address}", with letters outside ASCII`, 'write them percent-encoded')
  else if (address.length >= 2048)
    say('sitemap-address', loc, `\`loc\` has ${address.length} characters; 2047 are the most`)
  if (seen.has(address)) say('sitemap-twin', loc, `"${address}" stands in the file twice`)
  seen.add(address)
}

function checkNewsOf(root: FeedElement, say: Say<SitemapRule>): void {
  const stories = childrenNamed(root, 'sitemap:url').flatMap(url => childrenNamed(url, 'news:news'))
  if (stories.length > mostNews)
    say(
      'sitemap-size',
      root,
      `the file holds ${stories.length} stories; Google News takes ${mostNews} from one`,
      'split it, and write an index over the parts',
    )
  for (const story of stories) checkNews(story, say)
  checkWindow(stories, say)
}

/** Google News takes the stories of two days: one further from the newest than that cannot be among them. */
const twoDays = 48 * 60 * 60 * 1000

function checkWindow(stories: readonly FeedElement[], say: Say<SitemapRule>): void {
  const dated = stories.flatMap(story => {
    const [date] = childrenNamed(story, 'news:publication_date')
    const span = date && momentsOf(date.text.trim())
    return date && span ? [{ date, ...span }] : []
  })
  const newest = dated.reduce((latest, { earliest }) => Math.max(latest, earliest), -Infinity)
  for (const { date, latest } of dated)
    if (newest - latest > twoDays)
      say(
        'sitemap-old',
        date,
        `a story of "${date.text.trim()}" is more than two days older than the newest: Google News takes no notice of it`,
      )
}

function localName({ name }: FeedElement): string {
  return name.replace(/^[^:]*:/, '')
}
