import type { Article, LeadImage, Organisation, Person } from '../../article/article.js'
import { oneLine } from '../../article/one-line.js'
import { inlineText, plainText } from '../../article/text.js'
import { labelsFor } from '../../locale/labels.js'
import { webUrl } from '../address.js'
import { cleanText, isFit } from '../characters.js'
import { freePart } from '../free-part.js'
import { type FeedHtmlContext, feedHtml } from '../html/feed-html.js'
import type { RenderContext } from '../renderer.js'
import { reportCharacters } from '../report-characters.js'
import { lackOfAddress } from '../story-address.js'
import { summaryOf } from '../summary.js'
import { sponsorLine } from '../title-block/sponsor.js'
import { momentOf } from './feed-date.js'
import type { FeedOptions } from './feed-options.js'
import type { ItemId } from './item-id.js'
import { closingTag, plainWords } from './plain-words.js'

/** One article as every feed format needs it: plain text is text, `content` is feed-safe HTML, both clean for XML. */
export interface FeedItem extends ItemId {
  title: string
  summary: string
  /** Absent where only summaries are wanted. */
  content?: string
  /** Milliseconds since 1970. */
  published?: number
  updated?: number
  authors: readonly Person[]
  categories: Category[]
  language: string
  image?: LeadImage
  source?: Organisation
  rights?: string
}

export interface Category {
  name: string
  domain?: string
}

/** What is needed to make items: the render context, narrowed. */
export interface FeedContext extends FeedHtmlContext, Pick<RenderContext<FeedOptions>, 'fit'> {
  options: FeedOptions
}

/** Returns one article as a feed item; reports what the feed cannot carry. */
export async function feedItem(
  { article, identity }: { article: Article; identity: ItemId },
  context: FeedContext,
): Promise<FeedItem> {
  const { meta } = article
  const { options, site } = context
  const { id, permalink, url } = identity
  let unfit: { removed: Set<string>; repaired: Set<string> } | undefined
  const allFit = context.fit?.(article)
  const clean = (text: string): string => {
    if (allFit || isFit(text)) return text
    unfit ??= { removed: new Set(), repaired: new Set() }
    const result = cleanText(text)
    for (const code of result.removed) unfit.removed.add(code)
    for (const code of result.repaired) unfit.repaired.add(code)
    return result.text
  }
  const line = (text: string): string => {
    if (allFit || isFit(text)) return oneLine(text)
    const words = clean(text)
    if (!words.includes('\ufffd')) return oneLine(words)
    // Validators take U+FFFD for a wrong decoding. Plain text has no other way to write it; HTML has one.
    unfit ??= { removed: new Set(), repaired: new Set() }
    unfit.removed.add('U+FFFD')
    return oneLine(words.replaceAll('\ufffd', ''))
  }
  const free = freePart(article, options.paywall, context.report)
  const sponsor = line(sponsorLine(meta, labelsFor(meta.language)) ?? '')
  const summary = line(summaryOf(free)) || line(shortened(plainText(free)))
  // Feed readers list items by title: what else is known stands for one that is blank.
  const title = line(meta.title) || shortened(summary) || url || id
  const item: FeedItem = {
    id,
    permalink,
    url,
    title,
    // Lists of a feed reader show nothing else: advertising says there that it is.
    summary: sponsor ? `${sponsor} · ${summary || title}` : summary || title,
    authors: meta.authors.map(author => ({ ...author, name: line(author.name) })).filter(({ name }) => name !== ''),
    categories: categoriesOf(article, options, line),
    language: meta.language,
  }
  const base = url ?? site.url
  if (url === undefined)
    context.report(
      `“${meta.title}” has no address${lackOfAddress(article, options.permalink ?? site.permalink)}`,
      'feed-link',
      { position: article.data?.places?.title },
    )
  if (options.content === 'full') {
    const html = await feedHtml(free, url, context)
    item.content = allFit || isFit(html) ? html : clean(html).replaceAll('\ufffd', '&#xFFFD;')
  }
  if (meta.published !== undefined) item.published = momentOf(meta.published, site.timezone)
  if (meta.updated !== undefined) item.updated = momentOf(meta.updated, site.timezone)
  if (meta.image) item.image = cleanImage(meta.image, base, line)
  if (meta.source) item.source = sourceOf(meta.source, base, line)
  if (meta.rights?.notice) item.rights = line(meta.rights.notice)
  reportMarkup(item, article, context)
  if (unfit) {
    const codes = { removed: [...unfit.removed].sort(), repaired: [...unfit.repaired].sort() }
    reportCharacters(codes, article, context.report)
  }
  return item
}

function categoriesOf({ meta }: Article, { domains }: FeedOptions, line: (text: string) => string): Category[] {
  const categories = new Map<string, Category>()
  const add = (names: readonly string[], domain: string | undefined) => {
    for (const written of names) {
      const name = line(written)
      if (name && !categories.has(name)) categories.set(name, domain ? { name, domain } : { name })
    }
  }
  if (meta.section !== undefined) add([meta.section], domains.section)
  if (meta.categories) add(meta.categories, domains.category)
  if (meta.tags) add(meta.tags, domains.tag)
  return [...categories.values()]
}

/** Words that look like the end of an element are taken for markup by feed readers, however well they are escaped. */
function reportMarkup({ title }: FeedItem, article: Article, { report }: FeedContext): void {
  const found = closingTag.exec(title)?.[0]
  if (found) {
    const reason = `the title holds \`${found}\`, which feed readers take for markup: written \`${plainWords(found)}\``
    report(reason, 'feed-markup', { position: article.data?.places?.title })
  }
}

function sourceOf(source: Organisation, base: string | undefined, line: (text: string) => string): Organisation {
  const { url: given, ...rest } = source
  const url = webUrl(given, base)
  return { ...rest, name: line(source.name), ...(url && { url }) }
}

/** At most 280 characters, cut between words. */
function shortened(text: string): string {
  return text.length <= 280 ? text : `${text.slice(0, 280).replace(/\s+\S*$/, '')}…`
}

/** The lead picture with absolute addresses; renditions that have none are left out. */
function cleanImage(image: LeadImage, base: string | undefined, line: (text: string) => string): LeadImage {
  const renditions = (image.renditions ?? []).flatMap(rendition => {
    const url = webUrl(rendition.url, base)
    return url ? [{ ...rendition, url }] : []
  })
  return {
    ...image,
    url: webUrl(image.url, base) ?? '',
    alt: line(image.alt),
    renditions,
    ...(image.credit !== undefined && { credit: line(image.credit) }),
    ...(image.rights !== undefined && { rights: line(image.rights) }),
    ...(image.caption && { caption: [{ type: 'text', value: line(inlineText(image.caption)) }] }),
  }
}
