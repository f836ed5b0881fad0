import type { Article, Block, Heading, LiveUpdate } from '../article/article.js'
import { inlineText } from '../article/text.js'
import { formatDateTime } from '../locale/dates.js'
import type { Labels } from '../locale/labels.js'

/** The entries of a live blog by where their words stand. */
export interface PlacedUpdates {
  /** Entries whose heading stands in the body: their time and author belong under it. */
  under: ReadonlyMap<Heading, LiveUpdate>
  /** Entries that have no text in the body: they stand in a list of their own. */
  apart: readonly LiveUpdate[]
}

/** Returns where each entry of a live blog belongs; both empty for an article that is none. */
export function placedUpdates(article: Article): PlacedUpdates {
  if (!article.meta.updates) return none
  const under = new Map<Heading, LiveUpdate>()
  const apart: LiveUpdate[] = []
  for (const update of article.meta.updates) {
    const heading = headingOf(update, article)
    if (heading && !under.has(heading)) under.set(heading, update)
    else apart.push(update)
  }
  return { under, apart }
}

const none: PlacedUpdates = { under: new Map(), apart: [] }

/** Returns the line that says when an entry came, when it changed and by whom, as a page of paper prints it. */
export function aboutUpdate({ published, updated, author }: LiveUpdate, labels: Labels, language: string): string {
  const changed = updated !== undefined && updated !== published
  return [
    formatDateTime(published, language),
    changed && `${labels.updated} ${formatDateTime(updated, language)}`,
    author?.name,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Returns the heading that an entry names by its id; without one, the heading that has its title for words. */
export function headingOf({ heading, title }: LiveUpdate, { children }: Article): Heading | undefined {
  return children.find(
    (block): block is Heading =>
      block.type === 'heading' && (heading === undefined ? inlineText(block.children) === title : block.id === heading),
  )
}

/**
 * Returns the entries of a live blog that may stand beside the first `count` blocks of its body: those whose heading is among
 * them, and those that have no words in the body at all.
 */
export function updatesWithin(article: Article, count: number): LiveUpdate[] | undefined {
  return article.meta.updates?.filter(update => {
    const heading = headingOf(update, article)
    return heading === undefined || article.children.indexOf(heading) < count
  })
}

/** Returns the blocks of an entry: those under its heading, up to the next heading of the same or a higher section. */
export function entryOf(update: LiveUpdate, article: Article): Block[] {
  const start = headingOf(update, article)
  if (!start) return []
  const rest = article.children.slice(article.children.indexOf(start) + 1)
  const end = rest.findIndex(block => block.type === 'heading' && block.rank <= start.rank)
  return end < 0 ? rest : rest.slice(0, end)
}
