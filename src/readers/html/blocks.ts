import type { Nodes } from 'mdast'
import type { Block, Heading, Inline, Paragraph, Position, Separator } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { cleanText } from '../clean-text.js'
import { type FlowNode, readBlock } from '../markdown/blocks.js'
import { providerOf } from '../markdown/embeds.js'
import { toFigure } from '../markdown/figures.js'
import { linkUrl } from '../markdown/links.js'
import { reportPlain } from '../markdown/plain-title.js'
import type { Reading } from '../markdown/reading.js'
import { languageOf, noteComment, noteDropped, noteUnwrapped, textOf } from './context.js'
import { readFigureElement } from './figure-element.js'
import { inLanguage } from './in-language.js'
import { leavesIn, toInlines } from './inlines.js'
import { readListElement } from './list-element.js'
import { mediaTitle, mediaUrl } from './media-element.js'
import { parseHtmlAmong } from './parse.js'
import { readBlockquoteElement } from './quote-element.js'
import { readTableElement } from './table-element.js'
import { droppedTags, isBlockTag, silentTags } from './tags.js'
import type { HtmlChild, HtmlComment, HtmlElement } from './tree.js'

/** Reads Markdown blocks among which HTML stands. */
export function readBlockHtml(nodes: readonly FlowNode[], reading: Reading): Block[] {
  return toBlocks(parseHtmlAmong(nodes as readonly Nodes[]), reading)
}

/** Reads pieces of HTML as blocks: what stands in no block of its own becomes a paragraph. */
export function toBlocks(children: readonly HtmlChild[], reading: Reading): Block[] {
  const blocks: Block[] = []
  let run: HtmlChild[] = []
  const endRun = (): void => {
    blocks.push(...paragraphOf(run, reading))
    run = []
  }
  for (const child of children) {
    if (isLineContent(child)) run.push(child)
    else {
      endRun()
      for (const block of readChild(child, reading)) blocks.push(block)
    }
  }
  endRun()
  return blocks
}

/** Text and elements that stand in a line, unless an element holds a block. */
function isLineContent(child: HtmlChild): boolean {
  if (child.kind === 'text') return true
  if (child.kind !== 'element') return false
  if (droppedTags.has(child.tag)) return !holdsLeaf(child)
  return !isBlockTag(child.tag) && !child.children.some(inner => !isLineContent(inner) && inner.kind !== 'comment')
}

const holdsLeaf = (element: HtmlElement): boolean => !element.closed && leavesIn(element.children).length > 0

/** Returns a run of line content as a figure or a paragraph; white space alone is nothing. */
export function paragraphOf(run: readonly HtmlChild[], reading: Reading, position?: Position): Block[] {
  const children = toInlines(run, reading)
  if (isBlank(children)) return []
  const at = position ?? children.find(child => child.position)?.position
  const placed = at ? { position: at } : {}
  return [toFigure(children, [], placed, reading) ?? { type: 'paragraph', children, ...placed }]
}

const isBlank = (nodes: readonly Inline[]): boolean =>
  nodes.every(node => node.type === 'lineBreak' || (node.type === 'text' && node.value.trim() === ''))

function readChild(child: HtmlChild, reading: Reading): Block[] {
  if (child.kind === 'leaf') return readBlock(child.node as FlowNode, reading)
  if (child.kind === 'comment') return readComment(child, reading)
  if (child.kind !== 'element') return []
  const read = Object.hasOwn(elements, child.tag) ? elements[child.tag]! : unwrap
  return inLanguage(read(child, reading), languageOf(child))
}

/** `<!--more-->` ends what is free to read; it travels as a marked separator until the body is complete. */
function readComment(comment: HtmlComment, reading: Reading): Block[] {
  if (comment.value.trim().toLowerCase() !== 'more') {
    noteComment(comment.position, reading)
    return []
  }
  const mark: Separator = { type: 'separator', data: { more: true } as Separator['data'] & object }
  return [mark]
}

const placeOf = (element: HtmlElement) => (element.position ? { position: element.position } : {})

const elements: { readonly [tag: string]: (element: HtmlElement, reading: Reading) => Block[] } = {
  p: (element, reading) => paragraphs(element, reading),
  summary: (element, reading) => paragraphs(element, reading),
  blockquote: readBlockquoteElement,
  figure: readFigureElement,
  ul: readListElement,
  ol: readListElement,
  menu: readListElement,
  table: readTableElement,
  hr: element => [{ type: 'separator', ...placeOf(element) }],
  pre: readPre,
  a: readCard,
  aside: (element, reading) => readBox('aside', element, reading),
  details: (element, reading) => readBox('details', element, reading),
  dl: readDefinitions,
  iframe: readMedia,
  video: readMedia,
  audio: readMedia,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map(depth => [
      `h${depth}`,
      (element: HtmlElement, reading: Reading) => readHeadingElement(depth as Heading['rank'], element, reading),
    ]),
  ),
}

function paragraphs(element: HtmlElement, reading: Reading): Block[] {
  return element.children.every(isLineContent)
    ? paragraphOf(element.children, reading, element.position)
    : toBlocks(element.children, reading)
}

function readHeadingElement(rank: Heading['rank'], element: HtmlElement, reading: Reading): Block[] {
  const children = toInlines(element.children, reading)
  if (inlineText(children).trim() === '') return []
  const id = cleanText(element.attributes.id ?? '').replace(/\s+/g, '-')
  reading.headings++
  return [{ type: 'heading', rank, id, children, ...placeOf(element) }]
}

function readPre(element: HtmlElement): Block[] {
  const code = element.children.find((child): child is HtmlElement => child.kind === 'element' && child.tag === 'code')
  const name = `${element.attributes.class ?? ''} ${code?.attributes.class ?? ''}`
  const lang = /\blang(?:uage)?-([\w+#-]+)/.exec(name)?.[1]
  const value = cleanText(textOf(element.children)).replace(/^\n/, '').replace(/\n$/, '')
  return [{ type: 'code', value, ...(lang && { lang }), ...placeOf(element) }]
}

function readBox(kind: string, element: HtmlElement, reading: Reading): Block[] {
  const summary = element.children.find(
    (child): child is HtmlElement => child.kind === 'element' && child.tag === 'summary',
  )
  const words = summary ? toInlines(summary.children, reading) : []
  reportPlain(words, 'title of the box', placeOf(element), reading)
  const title = inlineText(words).replace(/\s+/g, ' ').trim()
  const children = toBlocks(
    element.children.filter(child => child !== summary),
    reading,
  )
  return children.length > 0 || title
    ? [{ type: 'box', kind, ...(title && { title }), children, ...placeOf(element) }]
    : []
}

/** A list of terms: each term in strong type, its explanations as paragraphs under it. */
function readDefinitions(element: HtmlElement, reading: Reading): Block[] {
  noteUnwrapped('dl', element.position, reading)
  return element.children.flatMap((child): Block[] => {
    if (child.kind !== 'element' || child.tag !== 'dt')
      return child.kind === 'element' ? toBlocks(child.children, reading) : readChild(child, reading)
    const children = toInlines(child.children, reading)
    return isBlank(children) ? [] : [{ type: 'paragraph', children: [{ type: 'strong', children }], ...placeOf(child) }]
  })
}

/** Something that plays: its address stands for it, or else what the page shows where it cannot play. */
function readMedia(element: HtmlElement, reading: Reading): Block[] {
  const url = mediaUrl(element, reading)
  if (url === undefined) {
    noteDropped(element.tag, element.position, reading)
    return toBlocks(element.tag === 'iframe' ? leavesIn(element.children) : element.children, reading)
  }
  const title = mediaTitle(element)
  const provider = providerOf(url)
  return [
    { type: 'embed', url, ...(title && { title }), ...(provider && { provider }), ...placeOf(element) },
    ...toBlocks(leavesIn(element.children), reading),
  ]
}

/** A link around blocks, as cards have it: the first heading or paragraph in it without a link of its own becomes one. */
function readCard(element: HtmlElement, reading: Reading): Block[] {
  const blocks = toBlocks(element.children, reading)
  const { href } = element.attributes
  const url = href === undefined ? undefined : linkUrl(href, placeOf(element), reading)
  const first = blocks.findIndex(
    block => (block.type === 'paragraph' || block.type === 'heading') && !block.children.some(holdsLink),
  )
  const words = blocks[first]
  if (url === undefined || !words) {
    if (url !== undefined) noteUnwrapped('a', element.position, reading)
    return blocks
  }
  const { children } = words as Paragraph
  return blocks.with(first, {
    ...(words as Paragraph),
    children: [{ type: 'link', url, children, ...placeOf(element) }],
  })
}

const holdsLink = (node: Inline): boolean =>
  node.type === 'link' || ('children' in node && (node.children as readonly Inline[]).some(holdsLink))

function unwrap(element: HtmlElement, reading: Reading): Block[] {
  if (droppedTags.has(element.tag)) {
    noteDropped(element.tag, element.position, reading)
    return element.closed ? [] : toBlocks(leavesIn(element.children), reading)
  }
  if (!silentTags.has(element.tag)) noteUnwrapped(element.tag, element.position, reading)
  return toBlocks(element.children, reading)
}
