import type { Align, Table, TableCell, TableRow } from '../../article/article.js'
import { captionLabel } from './caption-label.js'
import { inlineHtml } from './inlines.js'
import { escapeHtml, type HtmlAttributes, tag } from './markup.js'
import type { HtmlState } from './state.js'

/** Returns a table with caption, head and scopes. On a page it scrolls sideways on its own, reachable by keyboard. */
export function tableHtml(node: Table, state: HtmlState): string {
  const head = node.children.slice(0, node.headRows)
  const body = node.children.slice(node.headRows)
  const parts = [
    captionHtml(node, state),
    head.length > 0 && tag('thead', {}, `\n${head.map(row => rowHtml(row, node.align, 'th', state)).join('\n')}\n`),
    body.length > 0 && tag('tbody', {}, `\n${body.map(row => rowHtml(row, node.align, 'td', state)).join('\n')}\n`),
  ].filter(Boolean)
  const table = tag('table', {}, `\n${parts.join('\n')}\n`)
  if (state.mode === 'feed') return table
  state.counters.regions++
  const name = `${state.labels.table} ${state.counters.regions}`
  return tag('div', { class: 'table', role: 'region', tabindex: 0, 'aria-label': name }, table)
}

/** What a table shows, told to those who cannot see it, stands in the caption out of sight: a feed reader would show it. */
function captionHtml(node: Table, state: HtmlState): string {
  const caption = node.caption?.length ? captionLabel('table', state) + inlineHtml(node.caption, state) : ''
  const spoken =
    node.alt && state.mode !== 'feed' ? tag('span', { class: 'visually-hidden' }, escapeHtml(node.alt)) : ''
  return caption + spoken === '' ? '' : tag('caption', {}, [caption, spoken].filter(Boolean).join(' '))
}

function rowHtml(row: TableRow, align: readonly Align[], name: 'th' | 'td', state: HtmlState): string {
  const cells = row.children.map((cell, column) => cellHtml(cell, align[column] ?? null, name, state))
  return tag('tr', {}, cells.join(''))
}

function cellHtml(cell: TableCell, align: Align, name: 'th' | 'td', state: HtmlState): string {
  return tag(
    name,
    { scope: name === 'th' ? 'col' : undefined, ...alignment(align, state) },
    inlineHtml(cell.children, state),
  )
}

/** Feeds keep no style sheet; their readers still honour the old attribute. */
function alignment(align: Align, state: HtmlState): HtmlAttributes {
  if (align === null) return {}
  return state.mode === 'feed' ? { align } : { class: `align-${align}` }
}
