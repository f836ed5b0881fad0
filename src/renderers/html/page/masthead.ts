import type { Article } from '../../../article/article.js'
import type { Labels } from '../../../locale/labels.js'
import { runningPieces } from '../../../templates/running-lines.js'
import type { Template } from '../../../templates/template.js'
import { escapeHtml, tag } from '../markup.js'

/** Returns the line over the article that the template gives to the first page; empty where it gives none. */
export function mastheadHtml(article: Article, template: Template, labels: Labels): string {
  const { masthead } = template
  if (!masthead) return ''
  const parts = (['start', 'center', 'end'] as const).flatMap(place => {
    const text = filled(masthead[place] ?? '', article, labels)
    return text === '' ? [] : [tag('span', { class: place }, escapeHtml(text))]
  })
  return parts.length === 0 ? '' : tag('header', { class: 'masthead' }, tag('p', {}, parts.join(' ')))
}

/** A page of the web has no number and is in no section: what would say one is left out. */
function filled(pattern: string, article: Article, labels: Labels): string {
  const parts = pattern.split(' · ').filter(part => !/\{(pages?|heading)\}/.test(part))
  return runningPieces(parts.join(' · '), article, labels)
    .map(piece => ('text' in piece ? piece.text : ''))
    .join('')
    .trim()
}
