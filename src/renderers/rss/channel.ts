import { toRfc822 } from '../feed/feed-date.js'
import type { FeedHead } from '../feed/feed-head.js'
import { feedLanguage } from '../feed/feed-language.js'
import type { FeedOptions } from '../feed/feed-options.js'
import { around, element } from '../xml.js'

/** Returns the channel's own elements, all before the first item (RSS 2.0 profile), one to a line. */
export function channelHead(head: FeedHead, options: FeedOptions): string[] {
  const { self, updated, copyright } = head
  return [
    element('title', {}, head.title),
    element('link', {}, head.link),
    element('description', {}, head.description),
    element('language', {}, feedLanguage(head.language)),
    copyright && element('copyright', {}, copyright),
    updated !== undefined && element('lastBuildDate', {}, toRfc822(updated)),
    element('generator', {}, 'Standfirst'),
    element('docs', {}, 'https://www.rssboard.org/rss-specification'),
    self && element('atom:link', { rel: 'self', type: 'application/rss+xml', href: self }),
    options.hub && element('atom:link', { rel: 'hub', href: options.hub }),
    ...pageLinks(head),
    channelImage(head),
  ].filter((line): line is string => typeof line === 'string' && line !== '')
}

/** Archived feeds (RFC 5005, 4. and appendix B). */
function pageLinks({ pages }: FeedHead): (string | undefined)[] {
  return [
    pages.archive ? element('fh:archive', {}) : undefined,
    pages.current && element('atom:link', { rel: 'current', href: pages.current }),
    pages.previous && element('atom:link', { rel: 'prev-archive', href: pages.previous }),
    pages.next && element('atom:link', { rel: 'next-archive', href: pages.next }),
  ]
}

/** Readers know GIF, JPEG and PNG here; title and link are the channel's to the letter (RSS 2.0 profile, image). */
function channelImage({ logo, title, link }: FeedHead): string | undefined {
  if (logo === undefined || !/\.(gif|jpe?g|png)$/i.test(new URL(logo).pathname)) return undefined
  return around('image', {}, element('url', {}, logo) + element('title', {}, title) + element('link', {}, link))
}
