import type { Article } from '../../article/article.js'
import type { RuleId } from '../../diagnostics/rules.js'
import type { Placed, RenderContext } from '../renderer.js'
import type { FeedHead } from './feed-head.js'

/** Which field of the metadata an element of a feed is made from. */
const fields: { readonly [element: string]: string } = {
  title: 'title',
  link: 'url',
  guid: 'id',
  id: 'id',
  pubDate: 'published',
  published: 'published',
  updated: 'updated',
  'atom:updated': 'updated',
  'dc:creator': 'authors',
  author: 'authors',
  category: 'tags',
  description: 'description',
  summary: 'description',
  source: 'source',
  enclosure: 'image',
  'media:content': 'image',
  'media:thumbnail': 'image',
  'media:credit': 'image',
  'media:description': 'image',
}

/** A feed that was written: what stands before its items, and each item with its article. */
export interface WrittenFeed {
  head: FeedHead
  opening: string
  items: readonly { text: string; article: Article }[]
  closing: string
}

/**
 * Judges a feed by the rules of the W3C feed validator before anybody reads it, and says of each fault where in the source it
 * comes from: the field of the article's front matter, or the text; what is wrong with the feed itself has no line.
 */
export async function lintFeed(
  { head, opening, items, closing }: WrittenFeed,
  { about, report, now }: Pick<RenderContext<unknown>, 'about' | 'report' | 'now'>,
): Promise<void> {
  const { preflightFeed } = await import('../../preflight/feed/preflight-feed.js')
  const xml = opening + items.map(({ text }) => text).join('') + closing
  const starts: number[] = []
  let line = linesIn(opening)
  for (const { text } of items) {
    starts.push(line)
    line += linesIn(text)
  }
  const lines = xml.split('\n')
  for (const message of preflightFeed(xml, { now, ...(head.self !== undefined && { url: head.self }) })) {
    // That the feed's own address is not known was said when its head was made.
    if (head.self === undefined && selfRules.has(message.rule)) continue
    const at = (message.position?.start.line ?? 0) - 1
    const item = items[starts.findLastIndex(start => start <= at)]
    const reason = item ? `“${item.article.meta.title}”: ${message.reason}` : message.reason
    if (item) about?.(item.article)
    report(reason, message.rule as RuleId, item && placeIn(item.article, lines, at), message.severity)
  }
}

const selfRules: ReadonlySet<string> = new Set(['w3c/MissingAtomSelfLink', 'w3c/MissingSelf'])

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

/** The field that the element around a line was made from; the first block for content; else the title. */
function placeIn(article: Article, lines: readonly string[], at: number): Placed {
  const places = article.data?.places ?? {}
  for (let line = at; line >= 0; line--) {
    const element = /^<([a-z]+:?[A-Za-z]*)[\s>]/.exec(lines[line]!)?.[1]
    if (element === 'item' || element === 'entry') break
    if (element === 'content:encoded' || element === 'content') return article.children[0] ?? {}
    const field = element === undefined ? undefined : fields[element]
    if (field !== undefined) return { position: places[field] ?? places.title }
  }
  return { position: places.title }
}
