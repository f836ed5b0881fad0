import type { Article, Heading } from '../../article/article.js'
import { mapArticle, visit } from '../../article/walk.js'
import { giveHeadingIds } from '../../transforms/heading-ids.js'
import { closeUpRanks } from './grammar.js'
import type { State } from './state.js'

/** The article as its headings will come back, and the ids that must be written to do so. */
export interface SettledHeadings {
  article: Article
  /** Ids that the words of their headings do not make. */
  written: ReadonlySet<string>
}

/**
 * Finds out which headings need their id written after them, reports what cannot be kept (ranks follow one another without a
 * gap), and leads internal links to ids that will be there.
 */
export function settleHeadings(article: Article, state: Pick<State, 'report'>): SettledHeadings {
  const headings = headingsOf(article)
  const after = asRead(article, headings)
  const moved = new Map<string, string>()
  for (const [at, { id, rank }] of headings.entries()) {
    const read = after[at]!
    if (read.rank !== rank)
      state.report(
        `a heading of rank ${rank} comes back with rank ${read.rank}: ranks follow one another`,
        'markdown-heading',
        headings[at]!,
      )
    if (read.id === id) continue
    state.report(`the heading \`${id}\` comes back as \`${read.id}\``, 'markdown-heading-id', headings[at]!)
    moved.set(`#${id}`, `#${read.id}`)
  }
  const there = new Set(after.map(heading => `#${heading.id}`))
  return {
    article: withLinks(article, moved, there, state),
    written: new Set(after.filter(heading => heading.written).map(heading => heading.id)),
  }
}

interface ReadHeading {
  id: string
  rank: number
  written: boolean
}

/**
 * What the reader makes of the headings where the fewest ids are written. Works on the headings themselves, which are the
 * normal form's own, and sets them back.
 */
function asRead(article: Article, headings: readonly Heading[]): ReadHeading[] {
  const own = headings.map(({ id, rank }) => ({ id, rank }))
  const written = new Set<number>()
  for (;;) {
    for (const [at, heading] of headings.entries()) {
      if (!written.has(at)) heading.id = ''
      heading.rank = Math.min(own[at]!.rank + 1, 6) as Heading['rank']
    }
    closeUpRanks(article.children, silent)
    giveHeadingIds(article.children)
    const read = headings.map(({ id, rank }, at) => ({ id, rank, written: written.has(at) }))
    for (const [at, heading] of headings.entries()) Object.assign(heading, own[at])
    const wrong = read.flatMap(({ id }, at) =>
      id !== own[at]!.id && !written.has(at) && canBeWritten(own[at]!.id) ? [at] : [],
    )
    if (wrong.length === 0) return read
    for (const at of wrong) written.add(at)
  }
}

const canBeWritten = (id: string): boolean => /^[^\s{}]+$/.test(id)

function withLinks(
  article: Article,
  moved: ReadonlyMap<string, string>,
  there: ReadonlySet<string>,
  state: Pick<State, 'report'>,
): Article {
  return mapArticle(article, node => {
    if (node.type !== 'link' || !node.url.startsWith('#')) return node
    const url = moved.get(node.url) ?? node.url
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
