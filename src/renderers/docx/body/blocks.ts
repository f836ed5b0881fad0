import type { Block, CodeBlock, Embed, Heading, Paragraph } from '../../../article/article.js'
import { holds, inlineText } from '../../../article/text.js'
import { CROSSHEAD_SPACE, goesOn, introduces, isCrosshead } from '../../crosshead.js'
import { type BlockHandlers, handle } from '../../renderer.js'
import { twips } from '../measure.js'
import { toAttribute, toText } from '../xml-text.js'
import { box } from './boxes.js'
import { datelineBefore } from './dateline.js'
import { dropCapBefore } from './drop-cap.js'
import { extension } from './extension.js'
import { figure } from './figures.js'
import type { Flow } from './flow.js'
import { addressTarget, inlines } from './inlines.js'
import { list } from './lists.js'
import { inBox, paragraph } from './paragraph.js'
import { asPanel, isTable, type Piece } from './pieces.js'
import { pullQuote, quote, quoteDepth } from './quotes.js'
import { run, styledText, textRuns } from './runs.js'
import { table } from './tables.js'
import { updateLine } from './updates.js'

/** Returns the paragraphs and tables of blocks. Text after anything but text begins anew, without an indent. */
export function blocks(nodes: readonly Block[], flow: Flow): Piece[] {
  const pieces: Piece[] = []
  let previous: Block | undefined
  for (const node of nodes) {
    if (previous && introduces(previous, node)) keepLast(pieces)
    if (node.type === 'paragraph') pieces.push(...text(node, flow, previous))
    else {
      if (node.type === 'list' && previous?.type === 'list' && flow.lists === 0) partLists(pieces, flow)
      for (const piece of handle(handlers, node, flow)) pieces.push(piece)
    }
    previous = node
  }
  return pieces
}

/** Keeps the last paragraph on the page of the next (ISO/IEC 29500-1, 17.3.1.15). */
export function keepLast(pieces: Piece[]): void {
  const last = pieces.at(-1)
  if (last && !isTable(last)) last.direct.keepNext = '<w:keepNext/>'
}

/**
 * Items of one style stand close, and two lists that follow each other are of one style: the last item before the second
 * says its space itself.
 */
function partLists(pieces: Piece[], flow: Flow): void {
  const last = pieces.at(-1)
  if (!last || isTable(last) || last.style !== 'Compact') return
  const after = twips(flow.file.styles.look(last.style).after ?? 0)
  const spacing = `<w:spacing w:before="0" w:after="${after}"/>`
  const direct = { ...last.direct, spacing, contextual: '<w:contextualSpacing w:val="0"/>' }
  pieces[pieces.length - 1] = { ...last, direct }
}

const handlers: BlockHandlers<Flow, Piece[]> = {
  paragraph: (node, flow) => text(node, flow),
  heading,
  quote,
  pullQuote,
  list,
  figure,
  table,
  box,
  embed,
  code,
  separator: (_node, flow) => [paragraph(inBox('SceneBreak', flow), '', flow)],
  raw(node, flow) {
    flow.file.context.report(`markup for \`${node.format}\` was left out: a Word file cannot hold it`, 'word-raw', node)
    return []
  },
  extension,
}

/** A paragraph that shows nothing is none: blank ones are read aloud. */
function text(node: Paragraph, flow: Flow, previous?: Block): Piece[] {
  const begun = dropCapBefore(node, flow)
  if (begun) return [begun.cap, ...text(begun.text, flow, previous)]
  const growing = flow.file.inlinePictures && holds(node, 'inlineImage')
  const words = datelineBefore(node, flow) + inlines(node.children, flow)
  if (words === '' && !isAwaited(flow)) return []
  const style = textStyle(flow, goesOn(node, previous))
  const crosshead = isCrosshead(node)
  const justified = flow.file.styles.look(style).align === 'justify'
  const ragged = justified && (crosshead || unbreakable.test(inlineText(node.children)))
  const before = crosshead && previous?.type === 'paragraph' ? crossheadSpace(style, flow) : 0
  const extras = { ...(growing && { growing }), ...(ragged && { align: 'left' as const }), before }
  // The line begins at the panel's edge, its words at the tab, which is where the item's stand.
  if (goesOnInBox(flow)) return [paragraph(style, `<w:r><w:tab/></w:r>${words}`, flow, { ...extras, ...inList(flow) })]
  return [paragraph(style, words, flow, extras)]
}

/** Word adds the spaces that meet, where a template says that the larger counts. */
function crossheadSpace(style: string, { file }: Flow): number {
  const { leading = 0, before = 0, after = 0 } = file.styles.look(style)
  const space = leading * CROSSHEAD_SPACE - after
  return space > before ? space : 0
}

/** A word, an address mostly, that goes to the next line whole: the line before it would be torn apart to the full measure. */
const unbreakable = /\S{45}/

/** Returns the style of running text where it stands. */
export function textStyle(flow: Flow, afterText: boolean): string {
  if (flow.place === 'note') return 'FootnoteText'
  if (flow.quotes > 0) return inBox(`Quote${quoteDepth(flow.quotes)}`, flow)
  const marked = flow.opening?.numbering !== undefined
  if (flow.lists > 0 && !marked) return continuedItem(flow)
  if (flow.box !== undefined) return inBox(marked ? 'BoxList' : 'BoxText', flow)
  if (marked) return flow.tight ? 'Compact' : 'ListParagraph'
  return afterText ? 'BodyText' : 'FirstParagraph'
}

/** In a panel it looks as the panel's text does, and has the name by which it is read back. */
function continuedItem(flow: Flow): string {
  const { styles } = flow.file
  const style = `ListContinue${flow.lists === 1 ? '' : Math.min(flow.lists, 9)}`
  if (flow.box === undefined) return style
  return styles.variant(style, '', () => styles.look('BoxText'), { name: `${flow.box} ${styles.nameOf(style)}` })
}

/** Whether a further paragraph of a list item stands in a panel: its border would follow an indent of the first line. */
function goesOnInBox(flow: Flow): boolean {
  return flow.box !== undefined && flow.lists > 0 && flow.quotes === 0 && flow.opening?.numbering === undefined
}

function isAwaited({ opening }: Flow): boolean {
  return opening?.numbering !== undefined || opening?.runs !== undefined
}

function heading(node: Heading, flow: Flow): Piece[] {
  const words = inlines(node.children, { ...flow, marks: { ...flow.marks, boldAround: true } })
  if (words === '' && !isAwaited(flow)) return []
  const name = flow.file.bookmarks.of(node.id)
  const id = flow.file.nextId()
  const marked =
    name === undefined
      ? words
      : `<w:bookmarkStart w:id="${id}" w:name="${toAttribute(name)}"/>${words}<w:bookmarkEnd w:id="${id}"/>`
  return [paragraph(inBox(`Heading${node.rank}`, flow), marked, flow), ...updateLine(node, flow)]
}

/** One paragraph, lines broken inside it, so that it stays one block for every reader. */
function code(node: CodeBlock, flow: Flow): Piece[] {
  const lines = node.value.split(/\r\n?|\n/).map(codeLine)
  const style = inBox(codeStyle(node, flow), flow)
  return asPanel([paragraph(style, run(lines.join('<w:br/>'), flow), flow, { ...inList(flow), leftToRight: true })])
}

/** The name of a style is the one place where Word keeps what language code is in: "Source Code (python)". */
function codeStyle({ lang = '' }: CodeBlock, { file }: Flow): string {
  return codeLanguage.test(lang) ? file.styles.variant('SourceCode', `(${lang})`, () => ({})) : 'SourceCode'
}

/** Word compares names of styles without case. */
const codeLanguage = /^[a-z\d][a-z\d+#._-]{0,30}$/

function codeLine(line: string): string {
  return line
    .split('\t')
    .map(part => (part === '' ? '' : `<w:t xml:space="preserve">${toText(part)}</w:t>`))
    .join('<w:tab/>')
}

/** A block of its own style inside a list item stands where the item's text stands. */
export function inList(flow: Flow): { indent?: number } {
  return flow.lists > 0 ? { indent: Math.min(flow.lists, 9) * flow.file.numbering.step(flow.box !== undefined) } : {}
}

/** Title, then provider and address: what a reader on paper can use. */
function embed(node: Embed, flow: Flow): Piece[] {
  const address = node.url.replace(/^https?:\/\//, '')
  const below = [node.provider, node.title === undefined ? undefined : address].filter(Boolean).join(' · ')
  const target = addressTarget(node.url, flow)
  const title = textRuns(node.title ?? address, flow, { ...flow.marks, style: 'Strong' })
  const words = target ? `<w:hyperlink ${target} w:history="1">${title}</w:hyperlink>` : title
  const second = below ? run('<w:br/>', flow) + styledText(below, 'Credit', flow) : ''
  return asPanel([paragraph(inBox('Embed', flow), words + second, flow, inList(flow))])
}
