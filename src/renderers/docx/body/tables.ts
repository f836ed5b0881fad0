import type { Align, Table, TableCell, TableRow } from '../../../article/article.js'
import { holds, inlineText } from '../../../article/text.js'
import { isTurnedFigure, settingOf } from '../../table-figures.js'
import { twips } from '../measure.js'
import { textBlock } from '../parts/page-size.js'
import { toAttribute } from '../xml-text.js'
import { mayStandAcross } from './across.js'
import { inList } from './blocks.js'
import { columnWidths, spareWidth } from './column-widths.js'
import { captionLabel } from './figures.js'
import type { Flow } from './flow.js'
import { inlines } from './inlines.js'
import type { Marks } from './marks.js'
import { inBox, paragraph } from './paragraph.js'
import { type Piece, toMarkup } from './pieces.js'

/** How a table is set: what all its rows share. Lengths in twips. */
interface Grid {
  widths: readonly number[]
  align: readonly Align[]
  /** Columns of figures that do not say how they are aligned, and that do not stand at the right as all text does. */
  figures: readonly boolean[]
  indent: number
  /** Space between the panel's edges and the outer columns, where the table stands in a box. */
  inset: { left: number; right: number }
  /** Space beside a cell's text where the style's own would make words break: a table of many columns. */
  gap: { left: number; right: number } | undefined
}

/** The least space between the words of two columns, twips. */
const leastGap = 80
/** Points: of the letters of a table whose template names no size. */
const usualSize = 9

/** Returns a table under its caption; across all columns of text where one would cut its words. */
export function table(node: Table, flow: Flow): Piece[] {
  const caption = tableCaption(node, flow)
  if (node.align.length === 0 || node.children.length === 0) return caption
  const { textWidth, styles, context } = flow.file
  const wide =
    mayStandAcross(flow) && spareWidth(node, twips(textWidth), styles.looks.table.size ?? usualSize) < leastGap
  const grid = gridOf(node, flow, wide ? textBlock(context.template.page).width : textWidth)
  const inside: Flow = { ...flow, place: flow.place === 'note' ? 'note' : 'cell', quotes: 0, lists: 0, opening: {} }
  const rows = node.children.map((row, index) =>
    tableRow(row, { isHead: index < node.headRows, keeps: keepsNext(index, node) }, grid, inside),
  )
  const columns = grid.widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')
  const markup = `<w:tbl>${properties(node, grid, flow)}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`
  const pieces = [...caption, { table: markup, boxed: flow.box !== undefined, captioned: caption.length > 0 }]
  return wide ? pieces.map(piece => ({ ...piece, wide })) : pieces
}

function tableCaption(node: Table, flow: Flow): Piece[] {
  if (node.caption === undefined) return []
  const { template } = flow.file.context
  const label = template.labels.tableNumbers ? captionLabel('Table', ++flow.file.tables, flow) : ''
  return [paragraph(inBox('TableCaption', flow), label + inlines(node.caption, flow), flow, inList(flow))]
}

function gridOf(node: Table, flow: Flow, width: number): Grid {
  const { table: look, box } = flow.file.styles.looks
  const indent = twips(inList(flow).indent ?? 0)
  const left = twips(look.padding?.left ?? 0)
  const right = twips(look.padding?.right ?? 0)
  const inset =
    flow.box === undefined
      ? { left: 0, right: 0 }
      : { left: twips(box.padding?.left ?? 0), right: twips(box.padding?.right ?? 0) }
  const room = twips(width) - indent - inset.left - inset.right
  const size = look.size ?? usualSize
  const padding = Math.min(left + right, Math.max(leastGap, Math.floor(spareWidth(node, room, size))))
  const narrowed = padding < left + right
  const leftGap = narrowed ? Math.round((left / (left + right)) * padding) : left
  const widths = columnWidths(node, room, size, padding)
  widths[0]! += inset.left
  widths[widths.length - 1]! += inset.right
  const gap = narrowed ? { left: leftGap, right: padding - leftGap } : undefined
  const figures = node.align.map(
    (given, column) => given === null && !flow.file.rtl && settingOf(column, node).align === 'right',
  )
  return { widths, align: node.align, figures, indent, inset, gap }
}

/** `w:tblPr` in the order of the schema (ISO/IEC 29500-1, 17.4.59, CT_TblPr). */
function properties(node: Table, { widths, indent, gap }: Grid, flow: Flow): string {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const head = node.headRows > 0
  return [
    `<w:tblPr><w:tblStyle w:val="${flow.box === undefined ? 'ArticleTable' : 'BoxTable'}"/>`,
    flow.file.rtl ? '<w:bidiVisual/>' : '',
    `<w:tblW w:w="${total}" w:type="dxa"/>`,
    indent > 0 ? `<w:tblInd w:w="${indent}" w:type="dxa"/>` : '',
    '<w:tblLayout w:type="fixed"/>',
    gap
      ? `<w:tblCellMar><w:left w:w="${gap.left}" w:type="dxa"/><w:right w:w="${gap.right}" w:type="dxa"/></w:tblCellMar>`
      : '',
    `<w:tblLook w:val="${head ? '0620' : '0600'}" w:firstRow="${head ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    node.alt ? `<w:tblDescription w:val="${toAttribute(node.alt)}"/>` : '',
    '</w:tblPr>',
  ].join('')
}

/** A table of so many rows stays on one page; of a longer one no row at its ends stands alone. */
const shortTable = 10

/** Returns whether a row stays with the one below it. */
function keepsNext(index: number, { children, headRows }: Table): boolean {
  const last = children.length - 1
  return index < last && (children.length <= shortTable || index <= headRows || index === last - 1)
}

/** What all cells of a row share. */
interface RowKind {
  isHead: boolean
  keeps: boolean
}

/** Rows are never broken over pages; a head row is repeated on each (17.4.6, 17.4.49). */
function tableRow(row: TableRow, kind: RowKind, grid: Grid, flow: Flow): string {
  const cells = grid.widths.map((_, column) => tableCell(row.children[column], kind, column, grid, flow))
  return `<w:tr><w:trPr><w:cantSplit/>${kind.isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

/** A cell is never without a paragraph: Word calls such a file corrupt (17.4.65). */
function tableCell(cell: TableCell | undefined, kind: RowKind, column: number, grid: Grid, flow: Flow): string {
  const { isHead, keeps } = kind
  const align = grid.align[column]
  // Such a figure's whole paragraph runs from the left, which LibreOffice too obeys.
  const leftToRight = flow.file.rtl && !isHead && cell !== undefined && isTurnedFigure(inlineText(cell.children).trim())
  const marks: Marks = { ...flow.marks, boldAround: true, ...(leftToRight && { direction: 'ltr' }) }
  const inside = { ...flow, marks }
  const style = cellStyle(isHead, grid.figures[column] === true, flow)
  const text = paragraph(style, inlines(cell?.children ?? [], inside), inside, {
    ...(leftToRight ? { leftToRight, align: align ?? 'right' } : align && { align: physical(align, flow.file.rtl) }),
    ...(cell && flow.file.inlinePictures && holds(cell, 'inlineImage') && { growing: true }),
    ...(keeps && { keepsNext: true }),
  })
  const width = `<w:tcW w:w="${grid.widths[column]}" w:type="dxa"/>`
  return `<w:tc><w:tcPr>${width}${outerMargins(column, grid)}</w:tcPr>${toMarkup([text])}</w:tc>`
}

/** By a style and not by itself, so that what comes back from Word is no more than what the author said. */
function cellStyle(isHead: boolean, figures: boolean, { file }: Flow): string {
  const style = isHead ? 'TableHeading' : 'TableText'
  return figures ? file.styles.variant(style, 'Figures', () => ({ align: 'end' })) : style
}

/** In a box the outer columns keep the panel's own distance, so that its tint reaches its edges. */
function outerMargins(column: number, { widths, inset }: Grid): string {
  const left = column === 0 && inset.left > 0 ? `<w:left w:w="${inset.left}" w:type="dxa"/>` : ''
  const right = column === widths.length - 1 && inset.right > 0 ? `<w:right w:w="${inset.right}" w:type="dxa"/>` : ''
  return left || right ? `<w:tcMar>${left}${right}</w:tcMar>` : ''
}

/** A column's left is the page's left; Word's left is the line's start. */
function physical(align: 'left' | 'center' | 'right', rtl: boolean): 'left' | 'center' | 'right' {
  if (!rtl || align === 'center') return align
  return align === 'left' ? 'right' : 'left'
}
