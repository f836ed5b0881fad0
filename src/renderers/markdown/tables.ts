import type { Align, Block, Inline, Table } from '../../article/article.js'
import { container } from './directives.js'
import { renderInlines } from './inlines.js'
import { inCell, inLabel, inParagraph, type State } from './state.js'

const rules: { readonly [align in NonNullable<Align> | 'none']: string } = {
  left: ':--',
  center: ':-:',
  right: '--:',
  none: '---',
}

/** Returns a GFM table, its caption above it; a description stands in a directive around it. */
export function renderTable(node: Table, before: Block | undefined, state: State): string {
  const rows = node.children.map(row =>
    line(row.children.map(cell => renderInlines(cell.children, inCell, state).trim())),
  )
  // GFM 4.10 knows no table without a head: an empty one stands for none.
  const head = node.headRows === 0 ? [line(node.align.map(() => ''))] : rows.splice(0, 1)
  const grid = [...head, line(node.align.map(align => rules[align ?? 'none'])), ...rows].join('\n')
  const { caption, alt } = node
  // After another table the line would be that one's caption.
  if (alt !== undefined || (caption && (!isPlain(caption) || before?.type === 'table')))
    return container('table', caption ? renderInlines(caption, inLabel, state) : '', { alt }, grid)
  if (!caption || caption.length === 0) return grid
  return `Table: ${renderInlines(caption, inParagraph, state)}\n\n${grid}`
}

/** Only words after the mark make a caption of a line. */
const isPlain = ([first]: readonly Inline[]): boolean => first?.type === 'text'

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
