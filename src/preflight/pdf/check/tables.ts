import { isName, isString, textOf } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { attributeOf } from '../structure/attributes.js'
import { placeOf, type StructureElement, type StructureTree } from '../structure/structure-tree.js'
import { elementsIn } from './structure-grammar.js'

const scopes = ['Row', 'Column', 'Both']
/** More columns than any table has: a span beyond is an attack on the grid. */
const MAX_SPAN = 20_000
const MAX_CELLS = 5_000_000

interface Cell {
  element: StructureElement
  columns: number
  rows: number
}

/** Checks that tables are regular grids whose header cells say what they head (ISO 14289-1 7.2, 7.5). */
export function checkTables(file: PdfFile, tree: StructureTree, report: ReportFinding): void {
  for (const table of tree.elements) {
    if (table.role !== 'Table') continue
    const rows = rowsOf(table)
    checkGrid(file, tree, table, rows, report)
    checkHeaders(file, tree, table, rows.flat(), report)
  }
}

function rowsOf(table: StructureElement): StructureElement[][] {
  const rows = elementsIn(table).flatMap(part =>
    part.role === 'TR' ? [part] : /^T(Head|Body|Foot)$/.test(part.role) ? elementsIn(part) : [],
  )
  return rows
    .filter(row => row.role === 'TR')
    .map(row => elementsIn(row).filter(cell => cell.role === 'TH' || cell.role === 'TD'))
}

/** Lays the cells out with their spans: each row must come to the same number of columns, and no two cells may meet. */
function checkGrid(
  file: PdfFile,
  tree: StructureTree,
  table: StructureElement,
  rows: StructureElement[][],
  report: ReportFinding,
): void {
  /** For each column, how many rows a cell from above still covers. */
  const covered: number[] = []
  let expected: number | undefined
  let cells = 0
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const { columns, rows: down, element } of row.map(cell => sizeOf(file, tree, cell))) {
      while ((covered[column] ?? 0) > 0) column += 1
      cells += columns
      if (columns > MAX_SPAN || cells > MAX_CELLS)
        return report('pdfua-table', 'a cell spans more columns than any table has', placeOf(element))
      if (down > rows.length - index)
        report('pdfua-table', `a cell spans ${down} rows where ${rows.length - index} are left`, placeOf(element))
      for (let place = column; place < column + columns; place += 1) {
        if ((covered[place] ?? 0) > 0)
          report('pdfua-table', 'a cell lies over one that spans down from above', placeOf(element))
        covered[place] = down
      }
      column += columns
    }
    const width = covered.filter(left => left > 0).length
    file.budget.spend(covered.length + 10)
    expected ??= width
    if (width !== expected)
      report('pdfua-table', `row ${index + 1} has ${width} columns where the first row has ${expected}`, placeOf(table))
    for (let place = 0; place < covered.length; place += 1) covered[place] = Math.max(0, covered[place]! - 1)
  }
}

function sizeOf(file: PdfFile, tree: StructureTree, element: StructureElement): Cell {
  const span = (key: string) => {
    const value = attributeOf(file, tree, element, 'Table', key)
    return typeof value === 'number' && value >= 1 ? Math.floor(value) : 1
  }
  return { element, columns: span('ColSpan'), rows: span('RowSpan') }
}

/** Each header cell has a scope, or data cells name it by its ID (ISO 14289-1 7.5). */
function checkHeaders(
  file: PdfFile,
  tree: StructureTree,
  table: StructureElement,
  cells: StructureElement[],
  report: ReportFinding,
): void {
  const named = new Set<string>()
  const ids = new Set<string>()
  for (const cell of cells) {
    const id = file.text(cell.dict.get('ID'))
    if (id !== undefined) ids.add(id)
    for (const header of headersOf(file, tree, cell)) named.add(header)
  }
  for (const name of named)
    if (!ids.has(name))
      report(
        'pdfua-table-header',
        `\`Headers\` names "${name}", and no cell of the table has that \`ID\``,
        placeOf(table),
      )
  const heads = cells.filter(cell => cell.role === 'TH')
  for (const head of heads) checkScope(file, tree, head, named, report)
}

function checkScope(
  file: PdfFile,
  tree: StructureTree,
  head: StructureElement,
  named: ReadonlySet<string>,
  report: ReportFinding,
): void {
  const scope = attributeOf(file, tree, head, 'Table', 'Scope')
  const id = file.text(head.dict.get('ID'))
  if (isName(scope) && scopes.includes(scope.name)) return
  if (isName(scope))
    return report(
      'pdfua-table-header',
      `\`Scope\` is \`${scope.name}\`, not one of Row, Column and Both`,
      placeOf(head),
    )
  if (id !== undefined && named.has(id)) return
  report('pdfua-table-header', '`TH` has no `Scope`, and no cell names it in `Headers`', placeOf(head))
}

function headersOf(file: PdfFile, tree: StructureTree, cell: StructureElement): string[] {
  const headers = attributeOf(file, tree, cell, 'Table', 'Headers')
  return (Array.isArray(headers) ? headers : [])
    .map(item => file.get(item))
    .filter(isString)
    .map(textOf)
}
