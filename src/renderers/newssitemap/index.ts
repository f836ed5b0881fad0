import type { Article } from '../../article/article.js'
import type { Collection } from '../../article/collection.js'
import { momentOf } from '../feed/feed-date.js'
import { type FeedOptions, feedOptions } from '../feed/feed-options.js'
import { placeOfField, whyLater, whyNotNow } from '../feed/publishable.js'
import type { CollectionRenderer, RenderContext } from '../renderer.js'
import { lackOfAddress, storyAddress } from '../story-address.js'
import { type NewsEntry, newsEntry } from './news-entry.js'
import { indexXml, sitemapXml } from './sitemap-xml.js'

type Context = RenderContext<FeedOptions>

/** Google takes only what was published in the last two days, and at most this many stories in one file. */
const window = 48 * 60 * 60 * 1000
const most = 1000
const fileName = 'news-sitemap.xml'

/** A Google News sitemap of the stories of the last two days; more than a thousand are split, with an index over them. */
export const newssitemapRenderer: CollectionRenderer<FeedOptions> = {
  name: 'newssitemap',
  description: 'Google News sitemap of the last two days',
  scope: 'collection',
  extension: fileName,
  mediaType: 'application/xml',
  options: input => feedOptions('newssitemap', input),
  async render(collection, context) {
    const entries = await recent(collection, context)
    const output = { mediaType: 'application/xml', extension: fileName }
    if (entries.length <= most) return { ...output, body: sitemapXml(entries) }
    const parts = Array.from({ length: Math.ceil(entries.length / most) }, (_, index) => ({
      name: `news-sitemap-${index + 1}.xml`,
      body: sitemapXml(entries.slice(index * most, (index + 1) * most)),
    }))
    const folder = context.options.url ?? context.site.feedUrl ?? `${context.site.url?.replace(/\/$/, '') ?? ''}/`
    return { ...output, body: indexXml(parts.map(({ name }) => addressOf(name, folder, entries))), beside: parts }
  },
}

/** The parts lie beside the index; an index names them by their whole address. */
function addressOf(name: string, folder: string, [first]: readonly NewsEntry[]): string {
  const base = /^https?:/.test(folder) ? folder : new URL('/', first!.address).href
  return new URL(name, base).href
}

async function recent(collection: Collection, context: Context): Promise<NewsEntry[]> {
  const entries = new Map<string, NewsEntry>()
  let older = 0
  for await (const article of collection.articles) {
    context.about?.(article)
    const held = whyNotNow(article, context) ?? whyLater(article, context)
    if (held) {
      context.report(
        `“${article.meta.title}” was left out: ${held.reason}`,
        'feed-left-out',
        placeOfField(article, held.field),
      )
      continue
    }
    if (!isRecent(article, context)) older++
    else addEntry(article, entries, collection, context)
  }
  if (older > 0)
    context.report(
      `${count(older)} not of the last two days before ${context.now.toISOString()} left out`,
      'sitemap-window',
    )
  if (entries.size === 0) context.report('the sitemap holds no story: none is of the last two days', 'feed-empty')
  return [...entries.values()].sort((a, b) => b.moment - a.moment || (a.address < b.address ? -1 : 1))
}

function addEntry(article: Article, entries: Map<string, NewsEntry>, collection: Collection, context: Context): void {
  const permalink = context.options.permalink ?? context.site.permalink
  const address = storyAddress(article, permalink, context.site.url)
  if (address === undefined) {
    const reason = `“${article.meta.title}” was left out: it has no address${lackOfAddress(article, permalink)}`
    context.report(reason, 'feed-link', placeOfField(article, 'title'))
    return
  }
  const entry = newsEntry(article, address, collection, context.site)
  const known = entries.get(address)
  if (known) {
    const reason = `“${article.meta.title}” and “${known.title}” have the same address \`${address}\`; the newest is kept`
    context.report(reason, 'feed-duplicate', placeOfField(article, 'title'))
  }
  if (!known || entry.moment > known.moment) entries.set(address, entry)
}

function isRecent({ meta }: Article, { now, site }: Context): boolean {
  if (meta.published === undefined) return false
  const moment = momentOf(meta.published, site.timezone)
  return moment <= now.getTime() && moment > now.getTime() - window
}

function count(number: number): string {
  return number === 1 ? 'one story' : `${number} stories`
}
