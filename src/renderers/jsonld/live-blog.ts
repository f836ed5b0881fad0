import type { Article, Block, LiveUpdate } from '../../article/article.js'
import { hasTime } from '../../article/iso-date.js'
import { plainText } from '../../article/text.js'
import { articleType } from './article-type.js'
import type { Ids } from './ids.js'
import type { LdNode } from './ld-node.js'
import { partyNode } from './parties.js'

/** Returns the entries of a live blog with the span of time they cover; nothing for any other article. */
export function liveUpdates(article: Article, ids: Ids): LdNode {
  const { updates = [] } = article.meta
  if (articleType(article.meta) !== 'LiveBlogPosting' || updates.length === 0) return {}
  // The span takes moments, no bare days (schema.org, coverageStartTime).
  const times = updates
    .map(({ published }) => published)
    .filter(hasTime)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
  return {
    coverageStartTime: times[0],
    coverageEndTime: times.at(-1),
    liveBlogUpdate: updates.map((update, index) => updateNode(update, index, article, ids)),
  }
}

function updateNode(update: LiveUpdate, index: number, article: Article, ids: Ids): LdNode {
  const id = ids.part(`update-${index + 1}`)
  return {
    '@type': 'BlogPosting',
    '@id': id,
    url:
      ids.resolve(update.url) ?? (ids.url && update.heading ? `${ids.url.split('#')[0]}#${update.heading}` : undefined),
    headline: update.title,
    datePublished: update.published,
    dateModified: update.updated ?? update.published,
    author: update.author && partyNode(update.author, `${id}-author`, ids),
    articleBody: plainText({ children: entryOf(update, article) }),
  }
}

/** The blocks under the entry's heading, up to the next heading of the same or a higher section. */
function entryOf({ heading, title }: LiveUpdate, { children }: Article): Block[] {
  const at = children.findIndex(
    block =>
      block.type === 'heading' &&
      (heading === undefined ? plainText({ children: [block] }) === title : block.id === heading),
  )
  const start = children[at]
  if (start?.type !== 'heading') return []
  const rest = children.slice(at + 1)
  const end = rest.findIndex(block => block.type === 'heading' && block.rank <= start.rank)
  return end < 0 ? rest : rest.slice(0, end)
}
