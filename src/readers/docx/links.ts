import type { ArticleNode, Block } from '../../article/article.js'
import { safeUrl } from '../../article/safe-url.js'
import { mapArticle } from '../../article/walk.js'
import type { Reading } from './reading.js'

/** Leads links inside the file to the headings that their bookmarks stand in, and takes away those that lead nowhere safe. */
export function settleLinks(children: Block[], reading: Reading): Block[] {
  const settle = (node: ArticleNode): ArticleNode | ArticleNode[] => {
    if (node.type !== 'link') return node
    const url = node.url.startsWith('#') ? placeOf(node.url.slice(1), reading) : safeUrl(node.url)
    if (url !== undefined) return { ...node, url }
    const shown = node.url.length > 80 ? `${node.url.slice(0, 77)}…` : node.url
    const why = node.url.startsWith('#') ? 'is no heading of the file' : 'may not be followed'
    reading.report('word-target', `the link to \`${shown}\` leads nowhere: the place ${why}; its words were kept`)
    return node.children
  }
  const article = { type: 'article', version: 1, meta: { title: '-', authors: [], language: 'en' }, children } as const
  return mapArticle({ ...article, meta: { ...article.meta, authors: [] }, children }, settle).children
}

function placeOf(name: string, { bookmarks }: Reading): string | undefined {
  const heading = bookmarks.get(name)
  return heading?.id ? `#${heading.id}` : undefined
}
