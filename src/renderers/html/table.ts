import type { Align, Table, TableCell, TableRow } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { isTurnedFigure, missingTails, settingOf } from '../table-figures.js'
import { captionLabel } from './caption-label.js'
import { inlineHtml } from './inlines.js'
import { escapeHtml, type HtmlAttributes, tag } from './markup.js'
import type { HtmlState } from './state.js'

/** Returns a table with caption, head and scopes. On a page it scrolls sideways on its own, reachable by keyboard. */
export function tableHtml(node: Table, state: HtmlState): string {
  const head = node.children.slice(0, node.headRows)
  const body = node.children.slice(node.headRows)
  const columns = node.align.map((given, column) => columnOf(given, column, node, state))
  const parts = [
    captionHtml(node, state),
    head.length > 0 && tag('thead', {}, `\n${head.map(row => rowHtml(row, columns, 'th', state)).join('\n')}\n`),
    body.length > 0 &&
      tag('tbody', {}, `\n${body.map((row, index) => rowHtml(row, columns, 'td', state, index)).join('\n')}\n`),
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

/** How a column stands: as it says or, on a page, as its figures ask; what each cell of the body lacks of the longest decimals. */
interface Column {
  align: Align
  tails: readonly string[]
}

function columnOf(given: Align, column: number, node: Table, state: HtmlState): Column {
  if (state.mode === 'feed') return { align: given, tails: [] }
  const { align, decimal } = settingOf(column, node)
  const words = node.children.slice(node.headRows).map(row => inlineText(row.children[column]?.children ?? []).trim())
  return {
    align: given ?? (align === 'right' ? align : null),
    tails: decimal === undefined ? [] : missingTails(words, decimal),
  }
}

function rowHtml(
  row: TableRow,
  columns: readonly Column[],
  name: 'th' | 'td',
  state: HtmlState,
  index?: number,
): string {
  const cells = row.children.map((cell, at) => {
    const { align = null, tails = [] } = columns[at] ?? {}
    const tail = index === undefined ? undefined : tails[index]
    return cellHtml(cell, align, name, state, tail || undefined)
  })
  return tag('tr', {}, cells.join(''))
}

/**
 * The style sheet sets what a figure lacks behind it, unseen, so that decimal signs stand under each other. In a text from the
 * right a figure with a sign or a tail is a run of its own from the left.
 */
function cellHtml(cell: TableCell, align: Align, part: 'th' | 'td', state: HtmlState, tail?: string): string {
  const words = inlineHtml(cell.children, state)
  // What is empty heads no column (HTML 4.9.10; axe, empty-table-header).
  const name = words === '' ? 'td' : part
  const attributes = { scope: name === 'th' ? 'col' : undefined, ...alignment(align, state) }
  const isolated =
    state.rtl && name === 'td' && (tail !== undefined || isTurnedFigure(inlineText(cell.children).trim()))
  if (!isolated) return tag(name, { ...attributes, 'data-tail': tail }, words)
  return tag(name, attributes, tag('bdi', { dir: 'ltr', 'data-tail': tail }, words))
}

/** Feeds keep no style sheet; their readers still honour the old attribute. */
function alignment(align: Align, state: HtmlState): HtmlAttributes {
  if (align === null) return {}
  return state.mode === 'feed' ? { align } : { class: `align-${align}` }
}
