import type { Article, Meta, Person } from '../../../article/article.js'
import { formatDate, formatDateTime } from '../../../locale/dates.js'
import type { Template, TitleBlockPart } from '../../../templates/template.js'
import { leadImageHtml } from '../image.js'
import { hrefOf } from '../inlines.js'
import { escapeHtml, tag } from '../markup.js'
import type { HtmlState } from '../state.js'
import { isInMasthead } from './masthead.js'

const allParts: readonly TitleBlockPart[] = ['kicker', 'title', 'subtitle', 'byline', 'dates', 'image']

/** Returns the head of the article in the template's order; parts that the template does not name stand last. */
export function titleBlockHtml(article: Article, template: Template, state: HtmlState): string {
  const named = template.titleBlock
  const rest = allParts.filter(part => !named.includes(part) && !isInMasthead(part, template))
  const html = [...named, ...rest].map(part => parts[part](article, template, state)).filter(Boolean)
  return tag('header', { class: 'title-block' }, `\n${html.join('\n')}\n`)
}

type Part = (article: Article, template: Template, state: HtmlState) => string

const parts: { [part in TitleBlockPart]: Part } = {
  kicker: ({ meta }) => line('kicker', meta.kicker),
  title: ({ meta }) => tag('h1', { class: 'title' }, escapeHtml(meta.title)),
  subtitle: ({ meta }) => line('subtitle', meta.subtitle),
  byline: ({ meta }, template, state) => bylineHtml(meta.authors, template, state),
  dates: ({ meta }, template, state) => datesHtml(meta, template, state),
  image: ({ meta }, _, state) => (meta.image ? leadImageHtml(meta.image, state) : ''),
}

function line(name: string, text: string | undefined): string {
  return text ? tag('p', { class: name }, escapeHtml(text)) : ''
}

/** "By A and B", or "A, analyst · B, data desk": as the template labels it. */
function bylineHtml(authors: readonly Person[], template: Template, state: HtmlState): string {
  if (authors.length === 0) return ''
  const labelled = template.labels.byline
  const people = authors.map((author, index) => {
    const last = index === authors.length - 1
    const between = index === 0 ? '' : !labelled ? ' · ' : last ? ` ${escapeHtml(state.labels.and)} ` : ', '
    return between + personHtml(author, state)
  })
  return tag('p', { class: 'byline' }, (labelled ? `${escapeHtml(state.labels.by)} ` : '') + people.join(''))
}

/** Returns a person's name, linked where they have a page, with what they are and where. */
export function personHtml(person: Person, state: HtmlState): string {
  const href = person.url === undefined ? undefined : hrefOf(person.url, state)
  const words = escapeHtml(person.name)
  const name =
    href === undefined ? tag('span', { class: 'name' }, words) : tag('a', { class: 'name', href, rel: 'author' }, words)
  const role = person.jobTitle ?? (person.role === 'author' ? undefined : person.role)
  const details = [role, person.affiliation, person.location].filter(Boolean).join(', ')
  return details ? `${name}${tag('span', { class: 'role' }, escapeHtml(`, ${details}`))}` : name
}

function datesHtml({ published, updated, language }: Meta, template: Template, { labels }: HtmlState): string {
  const dates: string[] = []
  const add = (label: string, date: string, text: string) =>
    dates.push(`${escapeHtml(label)} ${tag('time', { datetime: date }, escapeHtml(text))}`)
  if (published && !isInMasthead('dates', template)) add(labels.published, published, formatDate(published, language))
  if (updated && updated !== published) add(labels.updated, updated, formatDateTime(updated, language))
  return dates.length === 0 ? '' : tag('p', { class: 'dates' }, dates.join(' · '))
}
