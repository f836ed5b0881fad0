import type { Align, Table, TableRow } from '../../../article/article.js'
import { inlineText } from '../../../article/text.js'
import type { Style } from '../../../templates/template.js'
import type { Flow, TableFlow } from '../layout/flow.js'
import { addElement, addSlot, type StructNode } from '../tag/structure.js'
import type { Span } from '../text/span.js'
import { edgeRule, textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'
import { flushNotes } from './footnotes.js'
import { toSpans } from './inlines.js'

/** A cell that holds a figure: it is set under the others of its column, unit by unit. */
const figure =
  /^[\s(]*[-−–+~≈<>]?\s*[$€£¥]?\s*\d[\d\s.,'’\u00a0\u202f]*\s*(?:%|‰|[a-zA-Z°]{1,3})?[\s)*]*$|^\s*[-–—]\s*$|^\s*n\/?a\s*$/

/** A table with its caption above it. */
export function tableFlows(node: Table, state: BlockState): Flow[] {
  const { document } = state
  const { sheet } = document
  const style = sheet.style('table')
  const head = { ...style, ...letters(sheet.template.styles.tableHead) }
  const element = addElement(state.parent, 'Table', node.alt ? { attributes: { summary: node.alt } } : {})
  const caption = captionFlow(node, element, state)
  const rows: TableFlow['rows'] = []
  let body: StructNode | undefined
  // A head without a body is no head of the tree (ISO 32000-1 table 337), though it looks like one.
  const headElement =
    node.headRows > 0 && node.children.length > node.headRows ? addElement(element, 'THead') : undefined
  node.children.forEach((row, index) => {
    const isHead = index < node.headRows
    if (!isHead || !headElement) body ??= addElement(element, 'TBody')
    rows.push({
      cells: rowCells(row, (isHead && headElement) || body!, isHead, isHead ? head : style, node.align.length, state),
    })
  })
  flushNotes(state.parent, document)
  document.hyphenated.add(state.language)
  const flow: TableFlow = {
    t: 'table',
    rows,
    headRows: Math.min(node.headRows, rows.length),
    align: node.align.map((align, column) => alignOf(align, column, node)),
    leading: style.leading ?? 12,
    padding: style.padding ?? { top: 4, right: 10, bottom: 4, left: 0 },
    top: edgeRule(style.border?.top, state),
    bottom: edgeRule(style.border?.bottom, state),
    headRule: edgeRule(sheet.template.styles.tableHead?.border?.bottom ?? style.rowRule, state),
    rowRule: edgeRule(style.rowRule, state),
    headBackground: undefined,
    rtl: state.rtl,
    hyphenate: state.language,
    before: caption ? 0 : (style.before ?? 0),
    after: style.after ?? 0,
  }
  return caption ? [caption, flow] : [flow]
}

function letters(style: Style | undefined): Style {
  const { border: _, padding: __, rowRule: ___, ...rest } = style ?? {}
  return rest
}

function captionFlow(node: Table, element: StructNode, state: BlockState): Flow | undefined {
  const { document } = state
  if (!node.caption?.length) return undefined
  document.tables++
  const style = document.sheet.style('tableCaption')
  const text = document.sheet.text(style, state.language)
  const caption = addElement(element, 'Caption')
  const spans: Span[] = []
  if (document.sheet.template.labels.tableNumbers) {
    const label = `${document.labels.table} ${document.tables}. `
    spans.push(makeSpan(label, document.sheet.over(text, 'captionLabel'), addSlot(caption), document))
  }
  spans.push(...toSpans(node.caption, text, caption, state))
  return textFlow(spans, style, state, { firstLine: 0, keepWithNext: true, together: true })
}

/** Rows shorter than the table are filled up: every row of the tree has as many cells (ISO 14289-1 7.5). */
function rowCells(
  row: TableRow,
  parent: StructNode,
  head: boolean,
  style: Style,
  columns: number,
  state: BlockState,
): Span[][] {
  const element = addElement(parent, 'TR')
  const text = state.document.sheet.text(style, state.language)
  const cells: Span[][] = []
  for (let column = 0; column < columns; column++) {
    const children = row.children[column]?.children ?? []
    // An empty head cell heads nothing.
    const isHeader = head && inlineText(children).trim() !== ''
    const cell = addElement(element, isHeader ? 'TH' : 'TD', isHeader ? { attributes: { scope: 'Column' } } : {})
    cells.push(toSpans(children, text, cell, state))
  }
  return cells
}

/** A column that does not say how it is aligned and holds figures only stands at the right. */
function alignOf(align: Align, column: number, node: Table): 'left' | 'center' | 'right' {
  if (align) return align
  const words = node.children.slice(node.headRows).map(row => inlineText(row.children[column]?.children ?? []))
  const filled = words.filter(word => word.trim() !== '')
  return filled.length > 0 && filled.every(word => figure.test(word)) ? 'right' : 'left'
}
