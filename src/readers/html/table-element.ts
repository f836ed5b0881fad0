import type { Align, Block, Inline, TableCell, TableRow } from '../../article/article.js'
import { cleanLine } from '../clean-text.js'
import { inOneRun } from '../markdown/one-run.js'
import type { Reading } from '../markdown/reading.js'
import { regularTable } from '../markdown/tables.js'
import { toBlocks } from './blocks.js'
import { languageOf, noteUnwrapped } from './context.js'
import { toInlines } from './inlines.js'
import type { HtmlChild, HtmlElement } from './tree.js'

/** Columns that one cell may span, so that `colspan="99999"` makes no such table. */
const MOST_SPANNED = 50

/** Reads `<table>`. A spanned cell stands in its first place, the others are left empty, and that is reported. */
export function readTableElement(element: HtmlElement, reading: Reading): Block[] {
  const rows = rowsIn(element)
  const caption = childElements(element).find(child => child.tag === 'caption')
  const words = caption ? toInlines(caption.children, reading) : []
  const outside = toBlocks(strayIn(element, rows), reading)
  if (!rows.some(row => childElements(row).some(isCell))) return outside
  const [first] = rows
  const cells = childElements(first!).filter(isCell)
  const headRows = cells.length > 0 && (cells.every(cell => cell.tag === 'th') || isInHead(element, first!)) ? 1 : 0
  const alt = cleanLine(element.attributes.summary ?? element.attributes['aria-label'] ?? '').trim()
  const table = regularTable({
    type: 'table',
    ...(words.length > 0 && { caption: words }),
    ...(alt && { alt }),
    align: alignOf(rows),
    headRows,
    children: rows.map(row => readRow(row, reading)),
    ...(element.position && { position: element.position }),
  })
  return [...outside, table]
}

const childElements = (element: HtmlElement): HtmlElement[] =>
  element.children.filter((child): child is HtmlElement => child.kind === 'element')

const isCell = (element: HtmlElement): boolean => element.tag === 'td' || element.tag === 'th'

const groups = new Set(['thead', 'tbody', 'tfoot'])

/** Rows in reading order: a foot that stands before the body comes last. */
function rowsIn(table: HtmlElement): HtmlElement[] {
  const rows = childElements(table).flatMap(child =>
    child.tag === 'tr' ? [child] : groups.has(child.tag) ? childElements(child).filter(row => row.tag === 'tr') : [],
  )
  const foot = new Set(
    childElements(table)
      .filter(child => child.tag === 'tfoot')
      .flatMap(childElements),
  )
  return [...rows.filter(row => !foot.has(row)), ...rows.filter(row => foot.has(row))]
}

const isInHead = (table: HtmlElement, row: HtmlElement): boolean =>
  childElements(table).some(child => child.tag === 'thead' && child.children.includes(row))

/** What stands in a table outside its cells, as browsers set it before the table. */
function strayIn(table: HtmlElement, rows: readonly HtmlElement[]): HtmlChild[] {
  const isPart = (child: HtmlChild): boolean =>
    child.kind === 'element' &&
    (child.tag === 'tr' ||
      child.tag === 'caption' ||
      child.tag === 'colgroup' ||
      child.tag === 'col' ||
      groups.has(child.tag))
  const inside = childElements(table)
    .filter(child => groups.has(child.tag))
    .flatMap(child => child.children.filter(inner => inner.kind !== 'element' || inner.tag !== 'tr'))
  const inRows = rows.flatMap(row => row.children.filter(child => child.kind !== 'element' || !isCell(child)))
  return [...table.children.filter(child => !isPart(child)), ...inside, ...inRows].filter(
    child => child.kind !== 'text' || child.value.trim() !== '',
  )
}

function readRow(row: HtmlElement, reading: Reading): TableRow {
  const children = childElements(row)
    .filter(isCell)
    .flatMap((cell): TableCell[] => {
      const span = Math.min(Number(/^\d+/.exec(cell.attributes.colspan ?? '')?.[0] ?? 1) || 1, MOST_SPANNED)
      if (span > 1 || Number(cell.attributes.rowspan ?? 1) > 1) noteUnwrapped('td', cell.position, reading)
      const empty = Array.from({ length: span - 1 }, (): TableCell => ({ type: 'tableCell', children: [] }))
      return [readCell(cell, reading), ...empty]
    })
  return { type: 'tableRow', children, ...(row.position && { position: row.position }) }
}

function readCell(cell: HtmlElement, reading: Reading): TableCell {
  const run = inOneRun(toBlocks(cell.children, reading))
  const how = languageOf(cell)
  const children: Inline[] =
    run.length > 0 && (how.language || how.direction) ? [{ type: 'span', ...how, children: run }] : run
  return { type: 'tableCell', children, ...(cell.position && { position: cell.position }) }
}

/** A column is aligned where a cell of its first two rows says so. */
function alignOf(rows: readonly HtmlElement[]): Align[] {
  const columns = Math.max(...rows.slice(0, 1_000).map(row => childElements(row).filter(isCell).length), 0)
  return Array.from({ length: columns }, (_, column) => {
    for (const row of rows.slice(0, 2)) {
      const cell = childElements(row).filter(isCell)[column]
      const found =
        cell?.attributes.align ?? /text-align:\s*(left|right|center)/i.exec(cell?.attributes.style ?? '')?.[1]
      if (found && /^(?:left|right|center)$/i.test(found)) return found.toLowerCase() as Align
    }
    return null
  })
}
