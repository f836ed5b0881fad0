import type { Article, LiveUpdate } from '../../article/article.js'
import { hasTime, toTimestamp } from '../../article/iso-date.js'
import { plainText } from '../../article/text.js'
import { entryOf, headingOf } from '../live-updates.js'
import type { Ids } from './ids.js'
import type { JsonldOptions } from './jsonld-options.js'
import type { LdNode } from './ld-node.js'
import { partyNode, partyNodes } from './parties.js'

/** Returns the entries of an article that came one after another. */
export function updateNodes(article: Article, ids: Ids, { articleBody }: Pick<JsonldOptions, 'articleBody'>): LdNode[] {
  return (article.meta.updates ?? []).map((update, index) => ({
    ...updateNode(update, index, article, ids),
    articleBody: articleBody ? plainText({ children: entryOf(update, article) }) : undefined,
  }))
}

/** Returns the span of time in which entries came or changed: it takes moments, no bare days (schema.org, coverageStartTime). */
export function coverage({ meta }: Article): LdNode {
  const times = (meta.updates ?? [])
    .flatMap(({ published, updated }) => [published, updated ?? published])
    .filter(hasTime)
    .sort((a, b) => toTimestamp(a) - toTimestamp(b))
  return { coverageStartTime: times[0], coverageEndTime: times.at(-1) }
}

function updateNode(update: LiveUpdate, index: number, article: Article, ids: Ids): LdNode {
  const id = ids.part(`update-${index + 1}`)
  const place = update.heading ?? headingOf(update, article)?.id
  return {
    '@type': 'BlogPosting',
    '@id': id,
    url: ids.resolve(update.url) ?? (ids.url && place ? `${ids.url.split('#')[0]}#${place}` : undefined),
    headline: update.title,
    datePublished: update.published,
    dateModified: update.updated ?? update.published,
    author: updateAuthor(update, article, id, ids),
  }
}

/** An entry that names nobody is by those whose byline the whole has; one that but names one of them, by that person. */
function updateAuthor({ author }: LiveUpdate, { meta }: Article, id: string, ids: Ids): LdNode | LdNode[] {
  const authors = partyNodes(meta.authors, 'author', ids)
  if (!author) return authors
  const own = Object.keys(author).length === 1 && authors[meta.authors.findIndex(({ name }) => name === author.name)]
  return own || partyNode(author, `${id}-author`, ids)
}
