import type { Article, Heading } from '../../article/article.js'
import { mapArticle, visit } from '../../article/walk.js'
import { giveHeadingIds } from '../../transforms/heading-ids.js'
import { closeUpRanks } from './grammar.js'
import type { State } from './state.js'

/**
 * Reports what the reader will change about headings, whose ids come from their words and whose ranks follow one another
 * without a gap, and returns the article with its internal links led to the new ids.
 */
export function settleHeadings(article: Article, state: Pick<State, 'report'>): Article {
  const before = headingsOf(article)
  const copy = structuredClone(article)
  const after = headingsOf(copy)
  for (const heading of after) {
    heading.id = ''
    heading.rank = Math.min(heading.rank + 1, 6) as Heading['rank']
  }
  closeUpRanks(copy.children, silent)
  giveHeadingIds(copy.children)
  const ids = new Map<string, string>()
  for (const [at, heading] of before.entries()) {
    const { id, rank } = after[at]!
    if (rank !== heading.rank)
      state.report(
        `a heading of rank ${heading.rank} comes back with rank ${rank}: ranks follow one another`,
        'markdown-heading',
        heading,
      )
    if (id === heading.id) continue
    state.report(
      `the heading \`${heading.id}\` comes back as \`${id}\`: ids are made from the words`,
      'markdown-heading-id',
      heading,
    )
    ids.set(`#${heading.id}`, `#${id}`)
  }
  const there = new Set(after.map(heading => `#${heading.id}`))
  return mapArticle(article, node => {
    if (node.type !== 'link' || !node.url.startsWith('#')) return node
    const url = ids.get(node.url) ?? node.url
    if (there.has(url)) return { ...node, url }
    state.report(`the link to \`${node.url}\` leads to no heading: its words were kept`, 'markdown-link', node)
    return node.children
  })
}

/** The reader's warnings about skipped ranks say nothing new here. */
const silent = { report: () => undefined } as unknown as Parameters<typeof closeUpRanks>[1]

function headingsOf(article: Article): Heading[] {
  const headings: Heading[] = []
  visit(article, node => {
    if (node.type === 'heading') headings.push(node)
  })
  return headings
}
