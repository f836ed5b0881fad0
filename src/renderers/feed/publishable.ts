import type { Article } from '../../article/article.js'
import { momentOf } from './feed-date.js'

/** Returns why a story may not be published at a moment, as words for a message; undefined where it may. */
export function whyNotNow({ meta }: Article, now: Date, timezone: string | undefined): string | undefined {
  if (meta.status === 'draft' || meta.status === 'withheld') return `its status is \`${meta.status}\``
  if (meta.embargoed !== undefined && momentOf(meta.embargoed, timezone) > now.getTime())
    return `it is under embargo until ${meta.embargoed}`
  if (meta.expires !== undefined && momentOf(meta.expires, timezone) <= now.getTime())
    return `it expired on ${meta.expires}`
  return undefined
}
