import type { ArticleNode, Block, Heading, Inline, Link } from '../../article/article.js'
import { visit } from '../../article/walk.js'
import { slugOf } from '../../transforms/heading-ids.js'
import type { Reading } from './reading.js'

/**
 * Leads links to `#id` to the heading that they name: by its id, or by its words however another program would have made an
 * id of them. A link that leads nowhere is reported and becomes its words. Changes nodes in place.
 */
export function resolveTargets(children: readonly Block[], headings: readonly Heading[], reading: Reading): void {
  if (!reading.leadsInside) return
  const ids = new Set(headings.map(heading => heading.id))
  const idOf = (written: string): string | undefined => {
    const name = decodeSafely(written).normalize('NFC')
    if (ids.has(name)) return name
    const slug = slugOf(name)
    return ids.has(slug) && slug !== 'section' ? slug : undefined
  }
  visit(children, node => {
    const lists = node as ArticleNode & { children?: ArticleNode[]; caption?: Inline[] }
    if (lists.caption) lists.caption = lists.caption.flatMap(child => resolved(child, idOf, reading)) as Inline[]
    if (lists.children) lists.children = lists.children.flatMap(child => resolved(child, idOf, reading))
  })
}

function resolved(node: ArticleNode, idOf: (written: string) => string | undefined, reading: Reading): ArticleNode[] {
  if (node.type !== 'link' || !node.url.startsWith('#')) return [node]
  const link: Link = node
  const id = idOf(link.url.slice(1))
  if (id !== undefined) {
    link.url = `#${id}`
    return [link]
  }
  reading.report(
    'link-target',
    `\`${link.url}\` leads to no heading of this article: its words were kept without the link`,
    link,
  )
  return link.children
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
