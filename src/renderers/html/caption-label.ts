import { escapeHtml, tag } from './markup.js'
import type { HtmlState } from './state.js'

/** Returns "Figure 1." with a space after it where the template numbers such captions; else nothing. */
export function captionLabel(kind: 'figure' | 'table', state: HtmlState): string {
  const before = state.counters[kind]
  if (before === undefined) return ''
  state.counters[kind] = before + 1
  return `${tag('b', { class: 'label' }, `${escapeHtml(state.labels[kind])} ${before + 1}.`)} `
}
