import type { Article, Heading, LiveUpdate } from '../../article/article.js'
import { formatDateTime } from '../../locale/dates.js'
import { placedUpdates } from '../live-updates.js'
import { hrefOf } from './inlines.js'
import { escapeHtml, tag } from './markup.js'
import type { HtmlState } from './state.js'
import { timeHtml } from './time.js'

/** Returns the line under the heading of an entry of a live blog: when it came, when it changed, by whom. */
export function updateLine(heading: Heading, state: HtmlState): string {
  const update = state.updates.get(heading)
  return update ? tag('p', { class: 'update' }, aboutUpdate(update, state)) : ''
}

/** Returns the entries that have no text in the body, as a list; empty where every one has. */
export function updatesHtml(article: Article, state: HtmlState): string {
  const { apart } = placedUpdates(article)
  const items = apart.map(update => {
    const href = update.url === undefined ? undefined : hrefOf(update.url, state)
    const title = escapeHtml(update.title)
    return tag('li', {}, `${aboutUpdate(update, state)}<br>${href === undefined ? title : tag('a', { href }, title)}`)
  })
  return items.length === 0 ? '' : tag('ul', { class: 'updates' }, `\n${items.join('\n')}\n`)
}

function aboutUpdate({ published, updated, author }: LiveUpdate, { language, labels }: HtmlState): string {
  const time = (date: string) => timeHtml(date, formatDateTime(date, language))
  const changed = updated !== undefined && updated !== published
  return [
    time(published),
    changed && `${escapeHtml(labels.updated)} ${time(updated)}`,
    author && escapeHtml(author.name),
  ]
    .filter(Boolean)
    .join(' · ')
}
