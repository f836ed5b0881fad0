import type { Article } from '../../article/article.js'
import type { Collection } from '../../article/collection.js'
import { webUrl } from '../address.js'
import { cleanText } from '../characters.js'
import type { RenderContext } from '../renderer.js'
import { storyAddress } from '../story-address.js'
import { feedAddress } from './feed-address.js'
import { momentOf } from './feed-date.js'
import type { FeedOptions } from './feed-options.js'
import { nameUuid } from './name-uuid.js'
import { plainWords } from './plain-words.js'

/** Links between a feed and its archives; `archive` says that this document is a closed one. */
export interface FeedPages {
  archive: boolean
  current?: string | undefined
  previous?: string | undefined
  next?: string | undefined
}

/** What every feed format says about itself: plain text, clean for XML, absolute addresses. */
export interface FeedHead {
  title: string
  description: string
  /** The site; a `urn:` where nobody says what it is, because RSS must have a link. */
  link: string
  language: string
  copyright?: string
  /** Where the feed itself stands. */
  self?: string
  /** Newest change of any item, milliseconds since 1970. */
  updated?: number
  /** Change of the first item, where `updated` cannot be known because the rest is still to come. */
  firstChanged?: number
  publisher?: string
  /** How this document hangs together with others of the same feed (RFC 5005). */
  pages: FeedPages
  logo?: string
}

type Context = Pick<RenderContext<FeedOptions>, 'options' | 'site' | 'report'>

/** Returns the feed's head: from the collection, else the site, else the first story, with a warning where that fails. */
export async function feedHead(
  collection: Collection,
  first: Article | undefined,
  fileName: string,
  context: Context,
): Promise<FeedHead> {
  const { site, options } = context
  const publisher = collection.publisher ?? site.publisher ?? first?.meta.publisher
  const link = siteAddress(collection, first, context)
  const title = line(collection.title) || line(site.title) || stoodInFor(line(publisher?.name), link, context)
  const self = feedAddress(options.url ?? site.feedUrl, fileName, link)
  const copyright = line(collection.copyright)
  const logo = webUrl(publisher?.logo, link)
  if (self === undefined && link !== undefined)
    context.report(
      `\`${fileName}\` does not say where it will stand, which validators ask of it`,
      'feed-self',
      undefined,
      options.lint ? 'warning' : undefined,
    )
  if (link === undefined)
    context.report('the feed has no address: neither the site nor its first story has one', 'feed-site')
  return {
    title,
    description: line(collection.description) || line(site.description) || title,
    link: link ?? `urn:uuid:${await nameUuid(title)}`,
    pages: { archive: options.archive, current: options.current, previous: options.previous, next: options.next },
    language: (collection.language || site.language || first?.meta.language || 'en').replaceAll('_', '-'),
    ...(copyright && { copyright }),
    ...(self && { self }),
    ...(collection.updated !== undefined && { updated: momentOf(collection.updated, site.timezone) }),
    ...(line(publisher?.name) && { publisher: line(publisher?.name) }),
    ...(logo && { logo }),
  }
}

/** A feed that nobody named goes by its publisher, else by the site's host; never by one of its stories. */
function stoodInFor(publisher: string, link: string | undefined, { report }: Context): string {
  const host = link && new URL(link).hostname.replace(/^www\./, '')
  const title = publisher || host || 'Feed'
  const after = publisher ? ', after its publisher' : host ? ', after the site’s host' : ''
  report(`the site has no title: the feed is called “${title}”${after}`, 'feed-title')
  return title
}

/** The site's address, else the publisher's, else the origin of the first story's address. */
function siteAddress(
  collection: Collection,
  first: Article | undefined,
  { site, options }: Context,
): string | undefined {
  const said = webUrl(collection.url) ?? webUrl(site.url)
  if (said !== undefined) return said
  const publisher = collection.publisher ?? site.publisher ?? first?.meta.publisher
  const story = first && storyAddress(first, options.permalink ?? site.permalink, undefined)
  return webUrl(publisher?.url) ?? (story && `${new URL(story).origin}/`)
}

function line(text: string | undefined): string {
  return text === undefined ? '' : plainWords(cleanText(text).text.replaceAll('\ufffd', '').replace(/\s+/g, ' ').trim())
}
