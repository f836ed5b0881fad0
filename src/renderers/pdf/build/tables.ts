import type { Table, TableRow } from '../../../article/article.js'
import { inlineText } from '../../../article/text.js'
import type { Style } from '../../../templates/template.js'
import { isFigure, settingOf } from '../../table-figures.js'
import type { CellFlow, Flow, TableFlow, TextFlow } from '../layout/flow.js'
import { addElement, addSlot, type StructNode } from '../tag/structure.js'
import type { Span } from '../text/span.js'
import { edgeRule, textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'
import { flushNotes } from './footnotes.js'
import { toSpans } from './inlines.js'

/** A table with its caption above it. */
export function tableFlows(node: Table, state: BlockState): Flow[] {
  const { document } = state
  const { sheet } = document
  const style = sheet.style('table')
  const head = { ...style, ...letters(sheet.template.styles.tableHead) }
  const element = addElement(state.parent, 'Table', node.alt ? { attributes: { summary: node.alt } } : {})
  const notesBefore = document.notes.length
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
  const settings = node.align.map((_, column) => settingOf(column, node))
  const flow: TableFlow = {
    t: 'table',
    rows,
    headRows: Math.min(node.headRows, rows.length),
    align: settings.map(({ align }) => align),
    decimals: settings.map(({ decimal }) => decimal),
    ...(caption ? { caption, continued: continuedSpans(node, state) } : {}),
    turns: state.place === 'body' && state.listDepth === 0 && document.notes.length === notesBefore,
    report: how => reportWidth(how, node, state),
    leading: style.leading ?? 12,
    padding: style.padding ?? { top: 4, right: 10, bottom: 4, left: 0 },
    top: edgeRule(style.border?.top, state),
    bottom: edgeRule(style.border?.bottom, state),
    headRule: edgeRule(sheet.template.styles.tableHead?.border?.bottom ?? style.rowRule, state),
    rowRule: edgeRule(style.rowRule, state),
    headBackground: undefined,
    rtl: state.rtl,
    hyphenate: state.language,
    before: caption ? caption.before : (style.before ?? 0),
    after: style.after ?? 0,
  }
  return [flow]
}

function reportWidth(how: number | 'turned', node: Table, { document }: BlockState): void {
  const set = how === 'turned' ? 'on a page turned sideways' : `in ${how} parts below each other`
  document.context.report(
    `a table of ${node.align.length} columns is too wide for the page: it was set ${set}`,
    'pdf-table-wide',
    node,
  )
}

function letters(style: Style | undefined): Style {
  const { border: _, padding: __, rowRule: ___, ...rest } = style ?? {}
  return rest
}

function captionFlow(node: Table, element: StructNode, state: BlockState): TextFlow | undefined {
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

/** Words of a caption that are said again over the further parts of its table. */
const SHORT_CAPTION = 40

/** "Table 2 (continued)", or the first words of a caption without a number. */
function continuedSpans(node: Table, state: BlockState): Span[] {
  const { document } = state
  const { sheet, labels } = document
  const text = sheet.text(sheet.style('tableCaption'), state.language)
  const numbered = sheet.template.labels.tableNumbers
  const name = numbered ? `${labels.table} ${document.tables}` : firstWords(inlineText(node.caption ?? []))
  return [
    makeSpan(name, numbered ? sheet.over(text, 'captionLabel') : text, 'Layout', document),
    makeSpan(` (${labels.continued})`, text, 'Layout', document),
  ]
}

function firstWords(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= SHORT_CAPTION) return words.replace(/[.:]$/, '')
  return `${words.slice(0, words.lastIndexOf(' ', SHORT_CAPTION) + 1 || SHORT_CAPTION).trim()}…`
}

/** A figure is written from the left in any script: its sign would else stand behind it (UAX 9, rule W4 joins no first sign). */
function fromTheLeft(spans: readonly Span[]): Span[] {
  return spans.map(span => ({ ...span, direction: 'ltr' }))
}

/** Rows shorter than the table are filled up: every row of the tree has as many cells (ISO 14289-1 7.5). */
function rowCells(
  row: TableRow,
  parent: StructNode,
  head: boolean,
  style: Style,
  columns: number,
  state: BlockState,
): CellFlow[] {
  const element = addElement(parent, 'TR')
  const text = state.document.sheet.text(style, state.language)
  const cells: CellFlow[] = []
  for (let column = 0; column < columns; column++) {
    const children = row.children[column]?.children ?? []
    // An empty head cell heads nothing.
    const words = inlineText(children).trim()
    const isHeader = head && words !== ''
    const cell = addElement(element, isHeader ? 'TH' : 'TD', isHeader ? { attributes: { scope: 'Column' } } : {})
    const whole = !head && isFigure(words)
    const spans = toSpans(children, text, cell, state)
    cells.push({ spans: whole && state.rtl ? fromTheLeft(spans) : spans, whole })
  }
  return cells
}
