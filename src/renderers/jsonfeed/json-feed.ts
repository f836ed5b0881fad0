import { webUrl } from '../address.js'
import type { Enclosure } from '../feed/enclosure.js'
import { toRfc3339 } from '../feed/feed-date.js'
import type { FeedHead } from '../feed/feed-head.js'
import type { FeedItem } from '../feed/feed-item.js'
import type { FeedOptions } from '../feed/feed-options.js'

/** What JSON Feed 1.1 says of a feed, without its items. Absent fields are undefined and not written. */
export interface JsonFeedHead {
  version: 'https://jsonfeed.org/version/1.1'
  title: string
  home_page_url?: string | undefined
  feed_url?: string | undefined
  description?: string | undefined
  next_url?: string | undefined
  icon?: string | undefined
  authors?: { name: string }[] | undefined
  language: string
  hubs?: { type: string; url: string }[] | undefined
}

/** One item of JSON Feed 1.1. */
export interface JsonFeedItem {
  id: string
  url?: string | undefined
  title: string
  content_html?: string | undefined
  content_text?: string | undefined
  summary?: string | undefined
  image?: string | undefined
  date_published?: string | undefined
  date_modified?: string | undefined
  authors?: { name: string; url?: string | undefined; avatar?: string | undefined }[] | undefined
  tags?: string[] | undefined
  language?: string | undefined
  attachments?: { url: string; mime_type: string; size_in_bytes: number }[] | undefined
}

/** Returns the fields that stand before the items. */
export function jsonHead(head: FeedHead, options: FeedOptions): JsonFeedHead {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    home_page_url: webUrl(head.link),
    feed_url: head.self,
    description: head.description === head.title ? undefined : head.description,
    next_url: head.pages.previous,
    icon: head.logo,
    authors: head.publisher ? [{ name: head.publisher }] : undefined,
    language: head.language,
    hubs: options.hub ? [{ type: 'WebSub', url: options.hub }] : undefined,
  }
}

/** Returns one item. It must have content: where only summaries are wanted, the summary is it. */
export function jsonItem(item: FeedItem, head: FeedHead, enclosure: Enclosure | undefined): JsonFeedItem {
  const base = webUrl(item.url ?? head.link)
  const authors = item.authors.map(({ name, url, image }) => ({
    name,
    url: webUrl(url, base),
    avatar: webUrl(image, base),
  }))
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    content_html: item.content,
    content_text: item.content === undefined ? item.summary : undefined,
    summary: item.summary || undefined,
    image: item.image?.url || undefined,
    date_published: item.published === undefined ? undefined : toRfc3339(item.published),
    date_modified: item.updated === undefined ? undefined : toRfc3339(item.updated),
    authors: authors.length > 0 ? authors : undefined,
    tags: item.categories.length > 0 ? item.categories.map(({ name }) => name) : undefined,
    language: item.language === head.language ? undefined : item.language,
    attachments: enclosure && [{ url: enclosure.url, mime_type: enclosure.type, size_in_bytes: enclosure.length }],
  }
}
