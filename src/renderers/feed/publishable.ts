import type { Article, Meta } from '../../article/article.js'
import { hasTime } from '../../article/iso-date.js'
import type { Placed, RenderContext } from '../renderer.js'
import { momentOf } from './feed-date.js'

/** What keeps a story out of a feed, as words for a message, and the field that says so. */
export interface Held {
  reason: string
  field: keyof Meta
}

/** Somewhere on earth a day begins so long before it does in UTC. */
const EARLIEST_ZONE = 14 * 60 * 60 * 1000

/** Returns why a story may not be published now; undefined where it may. */
export function whyNotNow(
  { meta }: Article,
  { site, hasPassed }: Pick<RenderContext<unknown>, 'hasPassed' | 'site'>,
): Held | undefined {
  const { timezone } = site
  const { status, embargoed, expires } = meta
  if (status === 'draft' || status === 'withheld') return { reason: `its status is \`${status}\``, field: 'status' }
  if (embargoed !== undefined && !hasPassed(momentOf(embargoed, timezone)))
    return { reason: `it is under embargo until ${embargoed}`, field: 'embargoed' }
  if (expires !== undefined && hasPassed(momentOf(expires, timezone)))
    return { reason: `it expired on ${expires}`, field: 'expires' }
  return undefined
}

/** Returns that a story is dated later than now, if it is. */
export function whyLater(
  { meta: { published } }: Article,
  { site: { timezone }, hasPassed }: Pick<RenderContext<unknown>, 'hasPassed' | 'site'>,
): Held | undefined {
  if (published === undefined) return undefined
  // Where nobody says which zone a bare date is of, it may have begun.
  const ahead = hasTime(published) || timezone !== undefined ? 0 : EARLIEST_ZONE
  return hasPassed(momentOf(published, timezone) - ahead)
    ? undefined
    : { reason: `it is dated ${published}, which is to come`, field: 'published' }
}

/** Returns the place of a field of an article's front matter, else that of its title. */
export function placeOfField({ data }: Article, field: string): Placed {
  return { position: data?.places?.[field] ?? data?.places?.title }
}
