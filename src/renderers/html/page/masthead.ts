import type { Article } from '../../../article/article.js'
import { formatDate, formatDateTime } from '../../../locale/dates.js'
import type { Labels } from '../../../locale/labels.js'
import type { Template, TitleBlockPart } from '../../../templates/template.js'
import { escapeHtml, tag } from '../markup.js'

/** Returns the line over the article that the template gives to the first page; empty where it gives none. */
export function mastheadHtml(article: Article, template: Template, labels: Labels): string {
  const { masthead } = template
  if (!masthead) return ''
  const fields = fieldsOf(article, labels)
  const parts = (['start', 'center', 'end'] as const).flatMap(place => {
    const text = filled(masthead[place] ?? '', fields)
    return text === '' ? [] : [tag('span', { class: place }, escapeHtml(text))]
  })
  return parts.length === 0 ? '' : tag('header', { class: 'masthead' }, tag('p', {}, parts.join(' ')))
}

/** What the masthead prints is not printed again. */
export function isInMasthead(part: TitleBlockPart, { masthead }: Template): boolean {
  const line = `${masthead?.start ?? ''}${masthead?.center ?? ''}${masthead?.end ?? ''}`
  return line.includes(part === 'dates' ? '{published}' : `{${part}}`)
}

/** A part between ` · ` whose fields are all empty is left out with its separator; a page has no number. */
function filled(pattern: string, fields: { [name: string]: string | undefined }): string {
  return pattern
    .split(' · ')
    .filter(part => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
      return names.length === 0 || names.some(name => fields[name])
    })
    .map(part => part.replace(/\{(\w+)\}/g, (_, name: string) => fields[name] ?? ''))
    .join(' · ')
    .trim()
}

function fieldsOf({ meta }: Article, labels: Labels): { [name: string]: string | undefined } {
  return {
    title: meta.title,
    kicker: meta.kicker,
    section: meta.section,
    genre: meta.genre && labels.genres[meta.genre],
    publisher: meta.publisher?.name,
    published: meta.published && formatDate(meta.published, meta.language),
    publishedTime: meta.published && formatDateTime(meta.published, meta.language),
    updated: meta.updated && formatDate(meta.updated, meta.language),
    url: meta.url?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
    rights: meta.rights?.notice,
  }
}
