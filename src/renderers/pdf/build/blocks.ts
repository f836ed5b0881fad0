import type {
  Block,
  Box,
  CodeBlock,
  Embed,
  Extension,
  Figure,
  Heading,
  Paragraph,
  RawBlock,
  Separator,
} from '../../../article/article.js'
import { inlineText } from '../../../article/text.js'
import { boxTitle } from '../../../locale/box-title.js'
import type { Style, StyleName } from '../../../templates/template.js'
import { introduces } from '../../crosshead.js'
import { type BlockHandlers, handle } from '../../renderer.js'
import type { Flow, PanelFlow, TextFlow } from '../layout/flow.js'
import { mayMove } from '../layout/movable.js'
import type { EdgeRule } from '../layout/vertical.js'
import { addElement, addObjectSlot, addSlot, type Role } from '../tag/structure.js'
import type { Span } from '../text/span.js'
import { type BlockState, languageOfLongWords, makeSpan } from './build-state.js'
import { figureFlows } from './figures.js'
import { flushNotes } from './footnotes.js'
import { toSpans } from './inlines.js'
import { listFlows } from './lists.js'
import { isTooLong, tooLong } from './long-address.js'
import { paragraphFlows } from './paragraphs.js'
import { pullQuoteFlows, quoteFlows } from './quotes.js'
import { tableFlows } from './tables.js'
import { updateLine } from './updates.js'

/** A plugin's handler for a node of its own in this format: returns the blocks to set in its place. */
export type PdfExtension = (node: Extension) => readonly Block[]

/** Returns blocks as the layout takes them, their elements made in reading order on the way. */
export function toFlows(blocks: readonly Block[], state: BlockState): Flow[] {
  const flows: Flow[] = []
  let before = state.before
  const { columns = 1 } = state.document.sheet.template.page
  // The block from which a paragraph goes on: around what may stand elsewhere.
  let text = state.before
  for (const block of blocks) {
    const introduction = before && introduces(before, block) ? flows.at(-1) : undefined
    if (introduction) introduction.keepWithNext = true
    const set = handle(blockHandlers, block, { ...state, before: text })
    for (const flow of set) flows.push(flow)
    before = block
    if (!mayMove(set[0], columns)) text = block
  }
  return flows
}

const blockHandlers: BlockHandlers<BlockState, Flow[]> = {
  paragraph: paragraphFlows,
  heading: headingFlows,
  quote: quoteFlows,
  pullQuote: pullQuoteFlows,
  list: listFlows,
  figure: floatingFigure,
  table: tableFlows,
  box: boxFlows,
  embed: embedFlows,
  code: codeFlows,
  separator: separatorFlows,
  raw: rawFlows,
  extension: extensionFlows,
}

/** A figure of the running text may float; one in a panel or a list stays in it. */
function floatingFigure(node: Figure, state: BlockState): Flow[] {
  const children = figureFlows(node, state)
  if (state.place !== 'body' || state.listDepth > 0 || children.length === 0) return children
  return [{ t: 'float', children, before: 0, after: 0 }]
}

/** Makes a paragraph in a style, from runs made before. */
export function textFlow(spans: Span[], style: Style, state: { rtl: boolean }, more: Partial<TextFlow> = {}): TextFlow {
  const hyphenate = more.hyphenate ?? languageOfLongWords(spans)
  return {
    t: 'text',
    spans,
    leading: style.leading ?? 15,
    align: alignOf(style, spans),
    indentStart: style.indentStart ?? 0,
    indentEnd: style.indentEnd ?? 0,
    firstLine: style.firstLine ?? 0,
    balance: style.balance ?? false,
    rtl: state.rtl,
    before: style.before ?? 0,
    after: style.after ?? 0,
    keepWithNext: style.keepWithNext ?? false,
    ...(hyphenate ? { hyphenate } : {}),
    ...more,
  }
}

/** Without spaces between words there is next to nothing to share: some paragraphs could be justified and their neighbours not. */
const spaceless = /^(?:th|lo|km|my)\b/i

function alignOf({ align = 'start' }: Style, [first]: readonly Span[]): TextFlow['align'] {
  return align === 'justify' && first && spaceless.test(first.style.language) ? 'start' : align
}

/** Makes a panel in a style. */
export function panelFlow(children: Flow[], style: Style, state: BlockState, more: Partial<PanelFlow> = {}): PanelFlow {
  const { sheet } = state.document
  const background = style.background && style.background !== 'none' ? sheet.colour(style.background) : undefined
  return {
    t: 'panel',
    children,
    indentStart: style.indentStart ?? 0,
    indentEnd: style.indentEnd ?? 0,
    padding: mirrored(style.padding ?? { top: 0, right: 0, bottom: 0, left: 0 }, state),
    ...(background ? { background } : {}),
    border: mirrored(bordersOf(style, state), state),
    rtl: state.rtl,
    before: style.before ?? 0,
    after: style.after ?? 0,
    ...more,
  }
}

/** Left and right in a template are those of a text that runs from the left. */
function mirrored<Sides extends { left?: unknown; right?: unknown }>(sides: Sides, { rtl }: BlockState): Sides {
  return rtl ? { ...sides, left: sides.right, right: sides.left } : sides
}

function bordersOf(style: Style, state: BlockState): PanelFlow['border'] {
  const border: PanelFlow['border'] = {}
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const rule = edgeRule(style.border?.[side], state)
    if (rule) border[side] = rule
  }
  return border
}

/** Returns a template's rule with its colour looked up; nothing where it has no width. */
export function edgeRule(rule: EdgeRule | undefined, state: BlockState): EdgeRule | undefined {
  return rule && rule.width > 0 ? { width: rule.width, colour: state.document.sheet.colour(rule.colour) } : undefined
}

/** Makes an element and the runs inside it, then the notes that they cite, after it. */
export function taggedSpans(
  node: { children: Paragraph['children'] },
  role: Role,
  style: Style,
  state: BlockState,
): Span[] {
  const element = addElement(state.parent, role)
  const spans = toSpans(node.children, state.document.sheet.text(style, state.language), element, state)
  flushNotes(state.parent, state.document)
  return spans
}

/** The title is H1. A level is never skipped on the way down (ISO 14289-1 7.4.2). */
function headingFlows(node: Heading, state: BlockState): Flow[] {
  const { document } = state
  const level = Math.min(node.rank + 1, document.level + 1, 6)
  document.level = level
  const style = document.sheet.style(`heading${node.rank}` as StyleName)
  const spans = taggedSpans(node, `H${level}` as Role, style, state)
  if (state.place === 'body')
    document.outline.push({ level, title: inlineText(node.children).replace(/\s+/g, ' ').trim(), place: node.id })
  const update = document.updates.under.get(node)
  return [
    textFlow(spans, { ...style, align: style.align ?? 'start' }, state, {
      keepWithNext: true,
      ...(state.place === 'body' ? { section: node.rank } : {}),
      places: [node.id],
      firstLine: 0,
      together: true,
    }),
    ...(update ? [updateLine(update, state)] : []),
  ]
}

/** A box reads as a section of its own; its title is a heading below the one around it. */
function boxFlows(node: Box, state: BlockState): Flow[] {
  const { document } = state
  const around = document.level
  const section = addElement(state.parent, 'Sect')
  const inside: BlockState = {
    ...state,
    parent: section,
    base: document.sheet.style('boxBody'),
    place: 'box',
    listDepth: 0,
    before: undefined,
  }
  const children: Flow[] = []
  const title = boxTitle(node, document.labels)
  if (title) {
    const style = document.sheet.style('boxTitle')
    document.level = Math.min(around + 1, 6)
    const element = addElement(section, `H${document.level}` as Role)
    const span = makeSpan(title, document.sheet.text(style, state.language), addSlot(element), document)
    children.push(textFlow([span], style, state, { keepWithNext: true, firstLine: 0, together: true }))
  }
  children.push(...toFlows(node.children, inside))
  document.level = around
  const moves = state.place === 'body' && state.listDepth === 0
  return children.length > 0 ? [panelFlow(children, document.sheet.style('box'), state, { moves })] : []
}

/** Third-party content in print: its title, and the address to look it up. */
function embedFlows(node: Embed, state: BlockState): Flow[] {
  const { sheet } = state.document
  const style = sheet.style('embed')
  const text = sheet.text(style, state.language)
  const paragraph = addElement(state.parent, 'P')
  const long = isTooLong(node.url)
  if (long) state.document.context.report(tooLong(node.url), 'pdf-link', node)
  const element = long ? paragraph : addElement(paragraph, 'Link')
  const linked = long
    ? {}
    : { link: { to: { url: node.url }, contents: node.title ?? node.url, slot: addObjectSlot(element) } }
  const slot = addSlot(element)
  const address = node.url.replace(/^https?:\/\//, '')
  const title = makeSpan(node.title ?? address, { ...text, weight: 600 }, slot, state.document, {
    ...linked,
    verbatim: true,
  })
  const children: Flow[] = [textFlow([title], { ...style, before: 0, after: 0 }, state, { keepWithNext: true })]
  if (node.title || node.provider) {
    const grey = { ...text, size: text.size * 0.92, colour: sheet.colour('grey') }
    const words = [node.provider, node.title ? address : undefined].filter(Boolean).join(' · ')
    children.push(
      textFlow(
        [makeSpan(words, grey, slot, state.document, { ...linked, verbatim: true })],
        { ...style, before: 0, after: 0 },
        state,
      ),
    )
  }
  return [panelFlow(children, style, state, { together: true })]
}

/** Each line of code is a line; one too long goes on after a mark, in from the edge. */
function codeFlows(node: CodeBlock, state: BlockState): Flow[] {
  const { sheet } = state.document
  const style = sheet.style('code')
  const text = { ...sheet.text(style, state.language), features: [] }
  const slot = addSlot(addElement(addElement(state.parent, 'P'), 'Code'))
  const hang = text.size * 1.8
  const mark = makeSpan('\u21aa', { ...text, colour: sheet.colour('grey') }, 'Layout', state.document)
  const lines = node.value.replace(/\n$/, '').split('\n')
  // Code is written from the left in any story.
  const direction = { direction: 'ltr' } as const
  const children = lines.map(line =>
    textFlow(
      [
        makeSpan(keepSpaces(line), text, slot, state.document, { verbatim: true, ...direction }),
        makeSpan('', text, slot, state.document, { kind: 'lineBreak', ...direction }),
      ],
      { ...style, before: 0, after: 0 },
      state,
      { align: 'start', indentStart: hang, firstLine: -hang, wrapMark: [mark], rtl: false },
    ),
  )
  keepEnds(children)
  return [panelFlow(children, style, state)]
}

/** Two lines of code stand together at least, as those of a paragraph do. */
function keepEnds(lines: Flow[]): void {
  for (const line of [lines[0], lines.at(-2)]) if (line && lines.length > 1) line.keepWithNext = true
}

/** Spaces that stand first or side by side mean something in code: they neither fall away nor end a line. */
function keepSpaces(line: string): string {
  return line
    .replace(/\t/g, '    ')
    .replace(/^ +/, spaces => '\u00a0'.repeat(spaces.length))
    .replace(/ {2,}/g, spaces => `${'\u00a0'.repeat(spaces.length - 1)} `)
}

function separatorFlows(_: Separator, state: BlockState): Flow[] {
  const style = state.document.sheet.style('separator')
  return [
    {
      t: 'rule',
      colour: state.document.sheet.colour(style.colour ?? 'grey'),
      before: style.before ?? 14,
      after: style.after ?? 14,
    },
  ]
}

function rawFlows(node: RawBlock, state: BlockState): Flow[] {
  state.document.context.report(`markup meant for \`${node.format}\` was left out of the PDF`, 'pdf-raw', node)
  return []
}

function extensionFlows(node: Extension, state: BlockState): Flow[] {
  const handler = state.document.context.extension(node.name)
  if (typeof handler === 'function') return toFlows((handler as PdfExtension)(node), state)
  return toFlows(node.children, state)
}
