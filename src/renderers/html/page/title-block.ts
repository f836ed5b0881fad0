import type { Article, Meta, Person } from '../../../article/article.js'
import type { Template, TitleBlockPart } from '../../../templates/template.js'
import { type BylinePiece, bylinePieces, personPieces } from '../../title-block/byline.js'
import { titleDates } from '../../title-block/dates.js'
import { titleBlockParts } from '../../title-block/parts.js'
import { sponsorLine } from '../../title-block/sponsor.js'
import { leadImageHtml } from '../image.js'
import { hrefOf } from '../inlines.js'
import { escapeHtml, tag } from '../markup.js'
import type { HtmlState } from '../state.js'
import { timeHtml } from '../time.js'

/** Returns the head of the article in the template's order. */
export function titleBlockHtml(article: Article, template: Template, state: HtmlState): string {
  const html = titleBlockParts(template)
    .map(part => parts[part](article, template, state))
    .filter(Boolean)
  return tag('header', { class: 'title-block' }, `\n${html.join('\n')}\n`)
}

type Part = (article: Article, template: Template, state: HtmlState) => string

const parts: { [part in TitleBlockPart]: Part } = {
  sponsor: ({ meta }, _, { labels }) => line('sponsor', sponsorLine(meta, labels)),
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

function bylineHtml(authors: readonly Person[], template: Template, state: HtmlState): string {
  const pieces = bylinePieces(authors, [], template, state.labels)
  return pieces.length === 0 ? '' : tag('p', { class: 'byline' }, piecesHtml(pieces, state))
}

/** Returns a person's name, linked where they have a page, with what they are and where. */
export function personHtml(person: Person, state: HtmlState): string {
  return piecesHtml(personPieces(person, false, state.labels), state)
}

function piecesHtml(pieces: readonly BylinePiece[], state: HtmlState): string {
  return pieces.map(piece => pieceHtml(piece, state)).join('')
}

function pieceHtml({ text, is, person }: BylinePiece, state: HtmlState): string {
  const words = escapeHtml(text)
  if (is === 'between') return words
  if (is === 'detail') return tag('span', { class: 'role' }, words)
  const href = person?.url === undefined ? undefined : hrefOf(person.url, state)
  return href === undefined
    ? tag('span', { class: 'name' }, words)
    : tag('a', { class: 'name', href, rel: 'author' }, words)
}

function datesHtml(meta: Meta, template: Template, { labels }: HtmlState): string {
  const dates = titleDates(meta, template, labels, 'screen').map(
    ({ label, date, text }) => `${escapeHtml(label)} ${timeHtml(date, text)}`,
  )
  return dates.length === 0 ? '' : tag('p', { class: 'dates' }, dates.join(' · '))
}
