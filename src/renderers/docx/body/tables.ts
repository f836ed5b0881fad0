import type { Align, Table, TableCell, TableRow } from '../../../article/article.js'
import { holds } from '../../../article/text.js'
import { twips } from '../measure.js'
import { toAttribute } from '../xml-text.js'
import { inList } from './blocks.js'
import { columnWidths } from './column-widths.js'
import { captionLabel } from './figures.js'
import type { Flow } from './flow.js'
import { inlines } from './inlines.js'
import { inBox, paragraph } from './paragraph.js'

/** Returns a table under its caption. */
export function table(node: Table, flow: Flow): string {
  const caption = tableCaption(node, flow)
  if (node.align.length === 0 || node.children.length === 0) return caption
  const { table: look } = flow.file.styles.looks
  const indent = twips(inList(flow).indent ?? 0)
  const padding = twips((look.padding?.left ?? 0) + (look.padding?.right ?? 0))
  const widths = columnWidths(node, twips(flow.file.textWidth) - indent, look.size ?? 9, padding)
  const inside: Flow = { ...flow, place: flow.place === 'note' ? 'note' : 'cell', quotes: 0, lists: 0, opening: {} }
  const rows = node.children.map((row, index) => tableRow(row, index < node.headRows, node.align, widths, inside))
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  return `${caption}<w:tbl>${properties(node, widths, indent)}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function tableCaption(node: Table, flow: Flow): string {
  if (node.caption === undefined) return ''
  const { template } = flow.file.context
  const label = template.labels.tableNumbers ? captionLabel('Table', ++flow.file.tables, flow) : ''
  return paragraph(inBox('TableCaption', flow), label + inlines(node.caption, flow), flow, inList(flow))
}

/** `w:tblPr` in the order of the schema (ISO/IEC 29500-1, 17.4.59, CT_TblPr). */
function properties(node: Table, widths: readonly number[], indent: number): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return [
    '<w:tblPr><w:tblStyle w:val="ArticleTable"/>',
    `<w:tblW w:w="${total}" w:type="dxa"/>`,
    indent > 0 ? `<w:tblInd w:w="${indent}" w:type="dxa"/>` : '',
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblLook w:val="${node.headRows ? '0620' : '0600'}" w:firstRow="${node.headRows}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    node.alt ? `<w:tblDescription w:val="${toAttribute(node.alt)}"/>` : '',
    '</w:tblPr>',
  ].join('')
}

/** Rows are never broken over pages; a head row is repeated on each (17.4.6, 17.4.49). */
function tableRow(
  row: TableRow,
  isHead: boolean,
  align: readonly Align[],
  widths: readonly number[],
  flow: Flow,
): string {
  const cells = widths.map((width, column) =>
    tableCell(row.children[column], isHead, align[column] ?? null, width, flow),
  )
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

/** A cell is never without a paragraph: Word calls such a file corrupt (17.4.65). */
function tableCell(cell: TableCell | undefined, isHead: boolean, align: Align, width: number, flow: Flow): string {
  const children = cell?.children ?? []
  const inside = isHead ? { ...flow, marks: { ...flow.marks, boldAround: true } } : flow
  const growing = cell !== undefined && holds(cell, 'inlineImage')
  const text = paragraph(isHead ? 'TableHeading' : 'TableText', inlines(children, inside), inside, {
    ...(align && { align: physical(align, flow.file.rtl) }),
    ...(growing && { growing }),
  })
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`
}

/** A column's left is the page's left; Word's left is the line's start. */
function physical(align: 'left' | 'center' | 'right', rtl: boolean): 'left' | 'center' | 'right' {
  if (!rtl || align === 'center') return align
  return align === 'left' ? 'right' : 'left'
}
