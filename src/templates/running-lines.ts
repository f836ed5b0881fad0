import type { Article, Organisation } from '../article/article.js'
import { type OutlineEntry, outline } from '../article/text.js'
import { formatDate, formatDateTime } from '../locale/dates.js'
import type { Labels } from '../locale/labels.js'

/** A piece of a running line: words, or what only the page knows: its number, how many there are, the section it is in. */
export type RunningPiece = { text: string } | { field: 'PAGE' | 'NUMPAGES' | 'HEADING' }

/** Returns the headings that name the sections of an article in its running lines. */
export function sections(article: Article): OutlineEntry[] {
  return outline(article).filter(isSection)
}

/** Returns whether a heading names a section there: one of the first two ranks. */
export function isSection({ rank }: OutlineEntry): boolean {
  return rank <= 2
}

/** Returns an article with the publisher of the whole site where it names none of its own. */
export function withPublisher(article: Article, publisher: Organisation | undefined): Article {
  if (article.meta.publisher || !publisher) return article
  return { ...article, meta: { ...article.meta, publisher } }
}

/** Returns what an article fills into the fields of running lines and letterheads. */
export function fieldValues({ meta }: Article, labels: Labels): { [name: string]: string | undefined } {
  return {
    title: meta.title,
    subtitle: meta.subtitle,
    authors: meta.authors.map(author => author.name).join(', '),
    status: meta.status,
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

/**
 * Returns the pieces of one part of a running line. A part between ` · ` whose fields are all empty is left out with its
 * separator. "{page} of {pages}" is said in the article's language. `heading` is the section of the page that the line is
 * for, empty before the first; without it the section is left to the format as a field.
 */
export function runningPieces(pattern: string, article: Article, labels: Labels, heading?: string): RunningPiece[] {
  const section = heading ?? (sections(article).length > 0 ? undefined : '')
  const fields = { ...fieldValues(article, labels), ...(section !== undefined && { heading: section }) }
  const parts = pattern.replace('{page} of {pages}', labels.pageOf).split(' · ')
  const filled = parts.filter(part => !isEmpty(part, fields))
  return filled.flatMap((part, index) => [...(index > 0 ? [{ text: ' · ' }] : []), ...piecesOf(part, fields)])
}

function isEmpty(part: string, fields: { [name: string]: string | undefined }): boolean {
  const names = [...part.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
  return names.length > 0 && names.every(name => !isOfPage(name, fields) && !fields[name])
}

/** Returns whether only the page knows a field. */
function isOfPage(name: string, fields: { [name: string]: string | undefined }): boolean {
  return name === 'page' || name === 'pages' || (name === 'heading' && fields.heading === undefined)
}

function piecesOf(part: string, fields: { [name: string]: string | undefined }): RunningPiece[] {
  return part
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map(piece => {
      if (piece === '{page}') return { field: 'PAGE' }
      if (piece === '{pages}') return { field: 'NUMPAGES' }
      if (piece === '{heading}' && fields.heading === undefined) return { field: 'HEADING' }
      const name = /^\{(\w+)\}$/.exec(piece)?.[1]
      return { text: name === undefined ? piece : (fields[name] ?? '') }
    })
}
