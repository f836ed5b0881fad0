import type {
  Block,
  Box,
  CodeBlock,
  Embed,
  Extension,
  Heading,
  Inline,
  Paragraph,
  RawBlock,
} from '../../article/article.js'
import { type BlockHandlers, handle } from '../renderer.js'
import { fencedCode } from './code.js'
import { container, isAttributeName, isDirectiveName, leaf } from './directives.js'
import { renderFigure } from './figures.js'
import { datelineIn, isTableCaption, providerOf, splitLines } from './grammar.js'
import { renderLines, renderWords } from './inlines.js'
import { renderList } from './lists.js'
import { literally, withoutSpeakers } from './literal.js'
import { renderPullQuote, renderQuote } from './quotes.js'
import { inHeading, inLabel, inParagraph, type State } from './state.js'
import { renderTable } from './tables.js'

/** A block's surroundings. */
interface Flow {
  state: State
  before: Block | undefined
  after: Block | undefined
  /** The list takes the other kind of marker, since one of its kind stands directly before it. */
  otherMarker: boolean
  /** The block closes a quotation that names no speaker: a dash before its last line would name one. */
  closesQuote: boolean
}

/** Returns blocks that stand together, a blank line between them. */
export function renderBlocks(blocks: readonly Block[], state: State, inQuote = false): string {
  return renderEach(blocks, state, inQuote).join('\n\n')
}

/** Returns every block for itself; those that hold nothing are left out. */
export function renderEach(blocks: readonly Block[], state: State, inQuote = false): string[] {
  let otherMarker = false
  const texts = blocks.map((block, at) => {
    const before = blocks[at - 1]
    otherMarker = block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered && !otherMarker
    const closesQuote = inQuote && at === blocks.length - 1
    return handle<Flow, string>(handlers, block, { state, before, after: blocks[at + 1], otherMarker, closesQuote })
  })
  return texts.filter(text => text !== '')
}

const handlers: BlockHandlers<Flow, string> = {
  paragraph: (node, flow) => paragraph(node, flow),
  heading: (node, { state }) => heading(node, state),
  quote: (node, { state }) => renderQuote(node, state),
  pullQuote: (node, { state }) => renderPullQuote(node, state),
  list: (node, { state, otherMarker }) => renderList(node, otherMarker, state),
  figure: (node, { state }) => renderFigure(node, state),
  table: (node, { state, before }) => renderTable(node, before, state),
  box: (node, { state }) => box(node, state),
  embed: node => embed(node),
  code: (node, { state }) => code(node, state),
  // `---` after a line of text would underline it; `***` would be an item's bullet.
  separator: () => '___',
  raw: (node, { state }) => raw(node, state),
  extension: (node, { state }) => extension(node, state),
}

function paragraph(node: Paragraph, { state, before, after, closesQuote }: Flow): string {
  const words = node === state.lede && datelineIn(node) ? { ...node, children: literally(node.children, state) } : node
  const plain = withoutSpeakers(withoutCaption(words, before, after, state), before, closesQuote, state)
  if (splitLines(plain.children).some(isOnlyPictures))
    state.report('a picture alone on a line of text comes back as a figure', 'markdown-picture', node)
  return renderLines(plain.children, inParagraph, state)
}

/** A paragraph beside a table that begins like a caption is none: the table would have it already. */
function withoutCaption(node: Paragraph, before: Block | undefined, after: Block | undefined, state: State): Paragraph {
  const besideTable = [before, after].some(block => block?.type === 'table')
  return besideTable && isTableCaption(node) ? { ...node, children: literally(node.children, state) } : node
}

const isOnlyPictures = (line: readonly Inline[]): boolean =>
  line.some(isPicture) && line.every(node => isPicture(node) || isSpace(node))

const isSpace = (node: Inline): boolean => node.type === 'text' && node.value.trim() === ''

/** A picture, or a link around nothing else. */
const isPicture = (node: Inline): boolean =>
  node.type === 'inlineImage' || (node.type === 'link' && isOnlyPictures(node.children))

/** The language is the first word after the fence; braces and what follows them decorate it. */
function code(node: CodeBlock, state: State): string {
  const lang = node.lang?.replace(/^[{.\s]+|[\s{},].*$/gu, '')
  if (lang !== node.lang)
    state.report(`the language \`${node.lang}\` of a code block is more than one word`, 'markdown-code', node)
  return fencedCode({ value: node.value, ...(lang && { lang }) })
}

/** The title is the page's only `#`; Markdown has five ranks below it. */
function heading(node: Heading, state: State): string {
  if (node.rank === 6)
    state.report('Markdown has no sixth rank below the title: the heading took the fifth', 'markdown-heading', node)
  const id = state.writtenIds.has(node.id) ? ` {#${renderWords(node.id, inHeading)}}` : ''
  const words = renderLines(node.children, inHeading, state).replace(/(^|\s)(#+)$/, '$1\\$2') + id
  return `${'#'.repeat(Math.min(6, node.rank + 1))} ${words}`.trimEnd()
}

/** Boxes that have a short name. */
const shortNames = ['key-points', 'fact-box', 'timeline', 'aside']

function box({ kind, title, children }: Box, state: State): string {
  const label = title === undefined ? '' : renderWords(title, inLabel)
  const content = renderBlocks(children, state)
  if (shortNames.includes(kind)) return container(kind, label, {}, content)
  return container('box', label, { kind: kind === 'box' ? undefined : kind }, content)
}

/** The reader finds out the provider by the address. */
function embed({ url, title, provider }: Embed): string {
  if (title === undefined && provider !== undefined && provider === providerOf(url) && /^https?:[^\s<>]+$/.test(url))
    return `<${url}>`
  return leaf('embed', { url, title, provider: provider === providerOf(url) ? undefined : provider })
}

/** HTML is part of Markdown; other formats' markup is not. */
function raw(node: RawBlock, state: State): string {
  state.report(`markup for \`${node.format}\` does not come back from Markdown as it was`, 'markdown-raw', node)
  return node.format === 'html' ? node.value.replace(/\n\s*\n/g, '\n').trim() : ''
}

function extension(node: Extension, state: State): string {
  const content = renderBlocks(node.children, state)
  const name = node.name.replace(':', '-')
  if (!isDirectiveName(name)) {
    state.report(`\`${node.name}\` cannot name a directive: its content was kept`, 'markdown-extension', node)
    return content
  }
  const given: { [name: string]: string } = {}
  for (const [key, value] of Object.entries(node.attributes)) {
    if (typeof value !== 'string' || !isAttributeName(key))
      state.report(
        `the attribute \`${key}\` of \`${node.name}\` is no text: it comes back as text`,
        'markdown-extension',
        node,
      )
    if (isAttributeName(key)) given[key] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  return container(name, '', given, content)
}
