import type { Table as MdastTable } from 'mdast'
import type { Block, Inline, Paragraph, Table, TableCell, TableRow } from '../../article/article.js'
import { readInlines } from './inlines.js'
import { isLiteral } from './literal.js'
import { placed, type Reading } from './reading.js'

/** Reads a table; short rows are filled with empty cells, so that every row has as many as the head (GFM 4.10). */
export function readTable(node: MdastTable, reading: Reading): Block[] {
  const rows = node.children.map(row => ({
    type: 'tableRow' as const,
    children: row.children.map(cell => ({
      type: 'tableCell' as const,
      children: readInlines(cell.children, reading),
      ...placed(cell),
    })),
    ...placed(row),
  }))
  // A head without words is none: Markdown has no other way to write a table without a head.
  const headless = rows.length > 1 && rows[0]!.children.every(cell => cell.children.length === 0)
  const [headRows, children] = headless ? [0 as const, rows.slice(1)] : [1 as const, rows]
  return [regularTable({ type: 'table', align: [...(node.align ?? [])], headRows, children, ...placed(node) })]
}

/** Returns the table as a regular grid: as many columns as its longest row, nothing cut off. */
export function regularTable(table: Table): Table {
  const columns = table.children.reduce((most, row) => Math.max(most, row.children.length), table.align.length)
  const align = Array.from({ length: columns }, (_, column) => table.align[column] ?? null)
  return { ...table, align, children: table.children.map(row => padded(row, columns)) }
}

function padded(row: TableRow, columns: number): TableRow {
  const missing = columns - row.children.length
  if (missing <= 0) return row
  const empty = Array.from({ length: missing }, (): TableCell => ({ type: 'tableCell', children: [] }))
  return { ...row, children: [...row.children, ...empty] }
}

/** `Table: caption` or `: caption`, as Pandoc's users write it. */
const captionMark = /^(?:Table)?\s*:\s+(?=\S)/i

/** Moves a caption paragraph directly before a table into it, or one after it that is not the next table's. */
export function joinTableCaptions(blocks: Block[]): Block[] {
  if (!blocks.some(block => block.type === 'table')) return blocks
  const taken = new Set<Block>()
  const joined = blocks.map((block, at) => {
    if (block.type !== 'table' || block.caption) return block
    const before = captionAt(blocks, at - 1)
    const after = captionAt(blocks, at + 1)
    // Between two tables `Table:` names the second; a bare colon is written under what it names.
    const ofNext = blocks[at + 2]?.type === 'table' && !captionAt(blocks, at + 3) && after && isNamed(after)
    const paragraph = [before, ofNext ? undefined : after].find(near => near && !taken.has(near))
    if (!paragraph) return block
    taken.add(paragraph)
    return { ...block, caption: captionIn(paragraph)! }
  })
  return joined.filter(block => !taken.has(block))
}

function captionAt(blocks: readonly Block[], at: number): Paragraph | undefined {
  const block = blocks[at]
  return block?.type === 'paragraph' && captionIn(block) ? block : undefined
}

function isNamed({ children: [first] }: Paragraph): boolean {
  return first?.type === 'text' && !/^\s*:/.test(first.value)
}

function captionIn(paragraph: Paragraph): Inline[] | undefined {
  const [first, ...others] = paragraph.children
  if (isLiteral(paragraph.children) || first?.type !== 'text' || !captionMark.test(first.value)) return undefined
  const value = first.value.replace(captionMark, '')
  return value || others.length > 0 ? [{ ...first, value }, ...others] : undefined
}
