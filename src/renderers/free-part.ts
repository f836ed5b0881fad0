import type { Article } from '../article/article.js'
import { updatesWithin } from './live-updates.js'
import type { RenderContext } from './renderer.js'

/**
 * Returns how many top-level blocks are free to read where the rest is not; undefined where all of it is, or nothing says
 * where the free part ends. `<!--more-->` in a story that is said to be free only marks an excerpt.
 */
export function freeBlocksOf({ meta, children }: Article): number | undefined {
  if (meta.freeBlocks === undefined || meta.isAccessibleForFree === true) return undefined
  return meta.freeBlocks < children.length ? meta.freeBlocks : undefined
}

/**
 * Returns the article up to the end of its free part, with a `loss` that says so; the article itself where it marks no end
 * and no `teaser` is asked for. An article that is merely not free is not cut. Of a live blog the
 * entries whose words lie behind the end go as well.
 */
export function freePart(
  article: Article,
  paywall: 'full' | 'teaser',
  report: RenderContext<unknown>['report'],
): Article {
  const free = freeBlocksOf(article) ?? (paywall === 'teaser' ? teaserLength(article) : undefined)
  if (free === undefined) return article
  const paid = article.children.length - free
  report(
    `the text ends where its free part ends: ${paid} of ${article.children.length} blocks were left out`,
    'paywall',
    article.children[free],
  )
  const { updates: _all, ...meta } = article.meta
  const updates = updatesWithin(article, free)
  return { ...article, meta: { ...meta, ...(updates && { updates }) }, children: article.children.slice(0, free) }
}

/** Without a mark, the teaser of a story that is not free ends after its first paragraph. */
function teaserLength({ meta, children }: Article): number | undefined {
  if (meta.isAccessibleForFree !== false) return undefined
  const length = children.findIndex(block => block.type === 'paragraph') + 1
  return length < children.length ? length : undefined
}
