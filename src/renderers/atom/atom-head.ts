import { toRfc3339 } from '../feed/feed-date.js'
import type { FeedHead } from '../feed/feed-head.js'
import type { FeedOptions } from '../feed/feed-options.js'
import { around, element } from '../xml.js'

/** Atom must have a date even where nothing has one (RFC 4287, 4.1.1): the first moment of 2000 says that it is not known. */
export const unknownDate = Date.UTC(2000, 0, 1)

/** Returns the feed's own elements, all before the first entry, one to a line (RFC 4287, 4.1.1). */
export function atomHead(head: FeedHead, options: FeedOptions): string[] {
  const { self, logo, copyright, link, pages } = head
  return [
    element('title', {}, head.title),
    head.description !== head.title && element('subtitle', {}, head.description),
    element('id', {}, self ?? link),
    element('updated', {}, toRfc3339(head.updated ?? head.firstChanged ?? unknownDate)),
    // Entries without an author of their own have this one (4.2.1).
    around('author', {}, element('name', {}, head.publisher ?? head.title)),
    /^https?:/.test(link) && element('link', { rel: 'alternate', type: 'text/html', href: link }),
    self && element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    options.hub && element('link', { rel: 'hub', href: options.hub }),
    pages.archive && element('fh:archive', {}),
    pages.current && element('link', { rel: 'current', href: pages.current }),
    pages.previous && element('link', { rel: 'prev-archive', href: pages.previous }),
    pages.next && element('link', { rel: 'next-archive', href: pages.next }),
    copyright && element('rights', {}, copyright),
    logo && element('logo', {}, logo),
    element('generator', {}, 'Standfirst'),
  ].filter((line): line is string => typeof line === 'string' && line !== '')
}
