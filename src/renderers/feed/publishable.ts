import type { Article } from '../../article/article.js'
import type { RenderContext } from '../renderer.js'
import { momentOf } from './feed-date.js'

/**
 * Returns why a story may not be published now, as words for a message; undefined where it may. The clock is looked at only
 * for a story that depends on it.
 */
export function whyNotNow(
  { meta }: Article,
  context: Pick<RenderContext<unknown>, 'now' | 'site'>,
): string | undefined {
  const { timezone } = context.site
  if (meta.status === 'draft' || meta.status === 'withheld') return `its status is \`${meta.status}\``
  if (meta.embargoed !== undefined && momentOf(meta.embargoed, timezone) > context.now.getTime())
    return `it is under embargo until ${meta.embargoed}`
  if (meta.expires !== undefined && momentOf(meta.expires, timezone) <= context.now.getTime())
    return `it expired on ${meta.expires}`
  return undefined
}
