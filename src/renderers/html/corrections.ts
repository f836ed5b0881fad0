import type { Correction } from '../../article/article.js'
import { formatDate } from '../../locale/dates.js'
import { escapeHtml, tag } from './markup.js'
import type { HtmlState } from './state.js'
import { timeHtml } from './time.js'

/** Returns the corrections, each with its kind and date; empty where there are none. */
export function correctionsHtml(corrections: readonly Correction[], state: HtmlState): string {
  return corrections.map(correction => correctionHtml(correction, state)).join('\n')
}

function correctionHtml({ kind, date, text }: Correction, state: HtmlState): string {
  const when = date && ` (${timeHtml(date, formatDate(date, state.language))})`
  const label = tag('strong', {}, `${escapeHtml(state.labels[kind])}${when ?? ''}${state.labels.colon}`)
  return tag('p', { class: 'correction' }, `${label} ${escapeHtml(text)}`)
}
