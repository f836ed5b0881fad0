import type { Align, Inline, Table, TableCell, TableRow } from '../../article/article.js'
import { twips } from '../../ooxml/twips.js'
import { childOf, elementsOf, switchOf, valOf, type XmlElement } from '../../ooxml/xml-tree.js'
import { buildInlines } from './build-inlines.js'
import type { Item, TableItem } from './items.js'
import { readItems } from './paragraphs.js'
import { leaveOut, type Reading } from './reading.js'

interface Cell {
  children: Inline[]
  align: Align
  /** Columns that it takes. */
  span: number
}

/** Reads a table as a regular grid. Merged cells become one filled cell and empty ones beside or below it. */
export function readTable(element: XmlElement, reading: Reading): TableItem {
  const rows = rowsOf(element).map(row => ({ head: isHead(row), cells: readRow(row, reading) }))
  const columns = Math.max(0, ...rows.map(row => row.cells.reduce((sum, cell) => sum + cell.span, 0)))
  const grid = rows.map(({ cells }) => regular(cells, columns))
  const properties = childOf(element, 'w:tblPr')
  const alt = valOf(properties, 'w:tblDescription') ?? valOf(properties, 'w:tblCaption')
  const style = reading.styles.paragraph(valOf(properties, 'w:tblStyle')).style
  if (rows.filter(row => row.head).length > 1) leaveOut('the second head row of a table', reading)
  const table: Table = {
    type: 'table',
    ...(alt?.trim() && { alt: alt.replace(/\s+/g, ' ').trim() }),
    align: Array.from({ length: columns }, (_, column) => alignOf(grid.map(row => row[column]!))),
    headRows: rows[0]?.head || isMarkedHead(properties, rows.length) ? 1 : 0,
    children: grid.map(toRow),
  }
  return {
    kind: 'table',
    table,
    box: style.chain.includes('box table') ? '' : undefined,
    begins: false,
    ends: false,
    indent: indentOf(properties),
  }
}

/** Rows stand in content controls and tracked changes too. */
function rowsOf(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap(child =>
    child.name === 'w:tr' ? [child] : /^w:(?:sdt|sdtContent|customXml|ins)$/.test(child.name) ? rowsOf(child) : [],
  )
}

const isHead = (row: XmlElement): boolean => switchOf(childOf(row, 'w:trPr'), 'w:tblHeader') ?? false

/** 17.4.56: a look that sets the first row apart makes a head of it where no row says so itself. */
function isMarkedHead(properties: XmlElement | undefined, rows: number): boolean {
  const look = childOf(properties, 'w:tblLook')?.attributes
  const first = look?.['w:firstRow'] ?? (Number.parseInt(look?.['w:val'] ?? '0', 16) & 0x20 ? '1' : '0')
  return rows > 1 && (first === '1' || first === 'true' || first === 'on')
}

function readRow(row: XmlElement, reading: Reading): Cell[] {
  return cellsOf(row).map(cell => {
    const properties = childOf(cell, 'w:tcPr')
    const span = Math.min(Math.max(1, Number(valOf(properties, 'w:gridSpan') ?? 1)), 64)
    const merge = childOf(properties, 'w:vMerge')
    if (span > 1 || merge) leaveOut('the merging of cells in a table', reading)
    const items = readItems(cell, reading)
    return { children: cellText(items, reading), align: alignIn(cell, reading), span }
  })
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elementsOf(row).flatMap(child =>
    child.name === 'w:tc' ? [child] : /^w:(?:sdt|sdtContent|customXml)$/.test(child.name) ? cellsOf(child) : [],
  )
}

/** A cell is one run of text: its paragraphs become lines, a table in it its cells' words. */
function cellText(items: readonly Item[], reading: Reading): Inline[] {
  const lines = items.flatMap((item): Inline[][] => {
    if (item.kind === 'paragraph') return item.filled ? [buildInlines(item.pieces, reading.noteText)] : []
    leaveOut('a table in a cell of another', reading)
    return item.table.children.flatMap(row => row.children.map(cell => cell.children).filter(cell => cell.length > 0))
  })
  return lines.flatMap((line, at) => (at === 0 ? line : [{ type: 'lineBreak' } as Inline, ...line]))
}

/** The alignment that the paragraphs of a cell have. Word's left is the line's start. */
function alignIn(cell: XmlElement, reading: Reading): Align {
  const first = elementsOf(cell).find(child => child.name === 'w:p')
  const properties = childOf(first, 'w:pPr')
  const value = valOf(properties, 'w:jc')
  const rtl = switchOf(properties, 'w:bidi') ?? reading.styles.rightToLeft
  if (value === 'center') return 'center'
  if (value === 'right' || value === 'end') return rtl ? 'left' : 'right'
  if (value === 'left' || value === 'start') return rtl ? 'right' : 'left'
  return null
}

/** A column is aligned as its cells are, where they agree. */
function alignOf(cells: readonly Cell[]): Align {
  const [first, ...others] = new Set(
    cells.filter(cell => cell.children.length > 0 || cell.align !== null).map(cell => cell.align),
  )
  return others.length === 0 ? (first ?? null) : null
}

function regular(cells: readonly Cell[], columns: number): Cell[] {
  const filler = (): Cell => ({ children: [], align: null, span: 1 })
  const wide = cells.flatMap(cell => [cell, ...Array.from({ length: cell.span - 1 }, filler)])
  return [...wide, ...Array.from({ length: columns - wide.length }, filler)].slice(0, columns)
}

function toRow(cells: readonly Cell[]): TableRow {
  return { type: 'tableRow', children: cells.map(({ children }): TableCell => ({ type: 'tableCell', children })) }
}

function indentOf(properties: XmlElement | undefined): number {
  const width = twips(childOf(properties, 'w:tblInd')?.attributes['w:w'])
  return Number.isFinite(width) ? width : 0
}
