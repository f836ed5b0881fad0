import type { Paragraph as MdastParagraph } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Block, Inline, Json } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { cleanText } from '../clean-text.js'
import { nearestName } from '../nearest-name.js'
import { named } from './alerts.js'
import { toAttribution } from './attribution.js'
import { type FlowNode, readBlocks, readFlow } from './blocks.js'
import { lastLineIn, wordsAfter, wordsAtEnd } from './directive-line.js'
import { providerOf } from './embeds.js'
import { completeFigure, unwrapped } from './figures.js'
import { readInlines } from './inlines.js'
import { linkUrl } from './links.js'
import { inOneRun } from './one-run.js'
import { reportPlain } from './plain-title.js'
import { takeAttribution } from './quotes.js'
import { placed, type Reading } from './reading.js'

type Directive = ContainerDirective | LeafDirective

/** A directive taken apart: its label's words apart from its content. */
interface Parts {
  node: Directive
  label: Inline[]
  content: readonly FlowNode[]
  attributes: { [name: string]: string }
}

/** What each name means. A handler names the attributes that it understands. */
const directives: {
  readonly [name: string]: { attributes: readonly string[]; read(parts: Parts, reading: Reading): Block[] }
} = {
  pullquote: { attributes: ['by', 'role', 'url', 'line'], read: readPullQuote },
  quote: { attributes: ['by', 'role', 'url', 'line'], read: readQuoteDirective },
  box: {
    attributes: ['kind', 'title'],
    read: (parts, reading) => readBox(parts, parts.attributes.kind || 'box', reading),
  },
  'key-points': { attributes: ['title'], read: (parts, reading) => readBox(parts, 'key-points', reading) },
  'fact-box': { attributes: ['title'], read: (parts, reading) => readBox(parts, 'fact-box', reading) },
  timeline: { attributes: ['title'], read: (parts, reading) => readBox(parts, 'timeline', reading) },
  aside: { attributes: ['title'], read: (parts, reading) => readBox(parts, 'aside', reading) },
  table: { attributes: ['alt'], read: readTableDirective },
  figure: { attributes: ['credit', 'rights'], read: readFigureDirective },
  embed: { attributes: ['url', 'title', 'provider'], read: readEmbedDirective },
  // As GitHub's alerts, which Docusaurus and others write so.
  ...Object.fromEntries(
    ['note', 'tip', 'info', 'important', 'warning', 'caution', 'danger'].map(kind => [
      kind,
      { attributes: ['title'], read: (parts: Parts, reading: Reading) => readAdmonition(parts, kind, reading) },
    ]),
  ),
}

const otherNames: { readonly [name: string]: string } = {
  'pull-quote': 'pullquote',
  keypoints: 'key-points',
  factbox: 'fact-box',
}

/** Reads `:::name[label]{attributes}` with its content, or `::name` on a line of its own. */
export function readDirective(given: Directive, reading: Reading): Block[] {
  // One of the parsers takes a tab, and what follows it, for part of the name.
  const [name = ''] = given.name.split('\t')
  const node = name === given.name ? given : { ...given, name }
  const after = node.type === 'containerDirective' ? wordsAtEnd(node, reading.source) : ''
  if (after === '') warnOfOpenEnd(node, reading)
  const blocks = readWhole(node, reading)
  if (after === '') return blocks
  reading.report('directive-stray', `the words behind the end of \`:::${node.name}\` were kept`, {
    ...placed(node),
    hint: 'close it with a line of `:::` alone',
  })
  return [...blocks, { type: 'paragraph', children: [{ type: 'text', value: cleanText(after) }], ...placed(node) }]
}

function readWhole(node: Directive, reading: Reading): Block[] {
  const parts = toParts(node, reading)
  const name = otherNames[node.name] ?? node.name
  const extension = reading.extensionNames.find(known => known.replace(':', '-') === node.name)
  if (extension) return readExtension(parts, extension, reading)
  if (!Object.hasOwn(directives, name)) return readUnknown(parts, reading)
  const directive = directives[name]!
  warnOfAttributes(parts, directive.attributes, reading)
  return directive.read(parts, reading)
}

function toParts(node: Directive, reading: Reading): Parts {
  const attributes: { [name: string]: string } = {}
  for (const [name, value] of Object.entries(node.attributes ?? {})) attributes[name] = cleanText(value ?? '')
  const parts: Parts =
    node.type === 'leafDirective'
      ? { node, label: readInlines(node.children, reading), content: [], attributes }
      : { node, ...labelAndContent(node, reading), attributes }
  const words = wordsAfter(node, reading.source)
  return words ? withWords(parts, words, reading) : parts
}

function labelAndContent({ children }: ContainerDirective, reading: Reading): Pick<Parts, 'label' | 'content'> {
  const [first, ...others] = children
  const labelled = first?.type === 'paragraph' && (first as MdastParagraph).data?.directiveLabel === true
  if (!labelled) return { label: [], content: children }
  return { label: readInlines((first as MdastParagraph).children, reading), content: others }
}

/** Where the label names a speaker: nobody is one on a guess. */
const ofSpeakers: ReadonlySet<string> = new Set(['quote', 'pullquote', 'pull-quote'])

/** Words behind a name are its label, as other programs have it; where there is one, or it would be a speaker, they begin the content. */
function withWords(parts: Parts, words: string, reading: Reading): Parts {
  const { node, label, content, attributes } = parts
  reading.report('directive-stray', `the words behind \`:::${node.name}\` were kept: \`${words.slice(0, 60)}\``, {
    ...placed(node),
    hint: `write its label in brackets: \`:::${node.name}[${words.slice(0, 60)}]\``,
  })
  const text = { type: 'text' as const, value: words, ...placed(node) }
  if (label.length === 0 && !attributes.title && !ofSpeakers.has(node.name))
    return { ...parts, label: [{ type: 'text', value: cleanText(words), ...placed(node) }] }
  return { ...parts, content: [{ type: 'paragraph', children: [text] }, ...content] }
}

function readPullQuote(parts: Parts, reading: Reading): Block[] {
  const quote = quoteWith(parts, reading)
  const children = inOneRun(quote.children)
  if (children.length === 0) return readEmpty(parts, reading)
  const { attribution } = quote
  return [{ type: 'pullQuote', ...(attribution && { attribution }), children, ...placed(parts.node) }]
}

function readQuoteDirective(parts: Parts, reading: Reading): Block[] {
  const quote = quoteWith(parts, reading)
  return quote.children.length > 0 ? [quote] : readEmpty(parts, reading)
}

/** The speaker stands in the label, in `by`, or on a last line with a dash. */
function quoteWith(parts: Parts, reading: Reading): Extract<Block, { type: 'quote' }> {
  const quote: Extract<Block, { type: 'quote' }> = {
    type: 'quote',
    children: readFlow(parts.content, reading),
    ...placed(parts.node),
  }
  const { by, role, line } = parts.attributes
  const label = inlineText(parts.label)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[—–―]{1,2}|--)\s*/u, '')
  if (label) quote.attribution = toAttribution(label, linkIn(parts.label))
  else if (by) {
    const url = parts.attributes.url && linkUrl(parts.attributes.url, parts.node, reading)
    quote.attribution = { name: by, ...(role && { role }), ...(url && { url }), ...(line && { text: line }) }
  } else takeAttribution(quote, reading)
  return quote
}

const linkIn = (nodes: readonly Inline[]): string | undefined =>
  nodes.find((node): node is Extract<Inline, { type: 'link' }> => node.type === 'link')?.url

function readBox(parts: Parts, kind: string, reading: Reading): Block[] {
  reportPlain(parts.label, 'title of the box', parts.node, reading)
  const title = inlineText(parts.label).replace(/\s+/g, ' ').trim() || parts.attributes.title
  const children = readBlocks(parts.content, reading)
  if (children.length === 0 && !title) return readEmpty(parts, reading)
  return [{ type: 'box', kind, ...(title && { title }), children, ...placed(parts.node) }]
}

/** Without a title it has that of its kind. */
function readAdmonition(parts: Parts, kind: string, reading: Reading): Block[] {
  const title = parts.attributes.title || named(kind)
  return readBox({ ...parts, attributes: { ...parts.attributes, title } }, kind, reading)
}

/** `:::table[Caption]{alt="What it shows"}` around a table gives it what Markdown has no place for. */
function readTableDirective(parts: Parts, reading: Reading): Block[] {
  const { alt } = parts.attributes
  const caption = parts.label
  return withLoneCaption(readBlocks(parts.content, reading), 'table', parts, reading).map(block =>
    block.type === 'table' ? { ...block, ...(caption.length > 0 && { caption }), ...(alt && { alt }) } : block,
  )
}

/** `:::figure[Caption]{credit="Jane Doe" rights="…"}` around pictures; the caption may also be a paragraph below them. */
function readFigureDirective(parts: Parts, reading: Reading): Block[] {
  const { credit, rights } = parts.attributes
  const blocks = withLoneCaption(readBlocks(parts.content, reading), 'figure', parts, reading)
  return captionedBelow(blocks, parts).map(block => {
    if (block.type !== 'figure') return block
    if (parts.label.length > 0 && block.caption) {
      const reason = `\`${inlineText(block.caption)}\` was dropped: the caption in brackets takes its place`
      reading.report('image-title', reason, block)
    }
    const figure = parts.label.length > 0 ? completeFigure(block, parts.label, credit) : block
    return { ...figure, ...(credit && { credit }), ...(rights && { rights }) }
  })
}

/** A caption stays as words where nothing is there that it could stand with. */
function withLoneCaption(blocks: Block[], type: 'figure' | 'table', parts: Parts, reading: Reading): Block[] {
  const { node, label } = parts
  if (blocks.length === 0 && label.length === 0) return readEmpty(parts, reading)
  if (label.length === 0 || blocks.some(block => block.type === type)) return blocks
  const what = type === 'figure' ? 'picture' : 'table'
  reading.report('directive-empty', `\`${node.name}\` holds no ${what}: its caption was kept as text`, node)
  return [{ type: 'paragraph', children: label, ...placed(node) }, ...blocks]
}

/** Makes a paragraph the caption of the one figure above it, which has none of its own. */
function captionedBelow(blocks: Block[], { label, attributes }: Parts): Block[] {
  const [figure, words, ...more] = blocks
  if (figure?.type !== 'figure' || words?.type !== 'paragraph' || more.length > 0) return blocks
  if (label.length > 0 || figure.caption) return blocks
  return [completeFigure(figure, unwrapped(words.children), attributes.credit)]
}

function readEmbedDirective(parts: Parts, reading: Reading): Block[] {
  const title = parts.attributes.title || inlineText(parts.label).trim()
  const url = linkUrl(parts.attributes.url ?? '', parts.node, reading)
  const content = readBlocks(parts.content, reading)
  if (!url)
    return title
      ? [{ type: 'paragraph', children: [{ type: 'text', value: title }], ...placed(parts.node) }, ...content]
      : content
  const provider = parts.attributes.provider || providerOf(url)
  const embed: Block = {
    type: 'embed',
    url,
    ...(title && { title }),
    ...(provider && { provider }),
    ...placed(parts.node),
  }
  return [embed, ...content]
}

function readExtension(parts: Parts, name: string, reading: Reading): Block[] {
  const label = inlineText(parts.label).trim()
  const attributes: { [key: string]: Json } = { ...parts.attributes, ...(label && { label }) }
  return [{ type: 'extension', name, attributes, children: readBlocks(parts.content, reading), ...placed(parts.node) }]
}

/** Nobody knows the name: its label and content stay as they stand. */
function readUnknown(parts: Parts, reading: Reading): Block[] {
  const known = [...Object.keys(directives), ...reading.extensionNames.map(name => name.replace(':', '-'))]
  const near = nearestName(parts.node.name, known)
  const fence = parts.node.type === 'leafDirective' ? '::' : ':::'
  reading.report(
    'directive-unknown',
    `there is no directive \`${fence}${parts.node.name}\`: its content was kept as plain text`,
    {
      ...placed(parts.node),
      ...(near && { hint: `did you mean \`${fence}${near}\`?` }),
    },
  )
  const label: Block[] =
    parts.label.length > 0 ? [{ type: 'paragraph', children: parts.label, ...placed(parts.node) }] : []
  return [...label, ...readBlocks(parts.content, reading)]
}

function readEmpty(parts: Parts, reading: Reading): Block[] {
  reading.report('directive-empty', `\`${parts.node.name}\` has no content: it was left out`, parts.node)
  return []
}

function warnOfAttributes(parts: Parts, known: readonly string[], reading: Reading): void {
  for (const name of Object.keys(parts.attributes)) {
    if (known.includes(name)) continue
    const near = nearestName(name, known)
    const hint = near ? { hint: `did you mean \`${near}\`?` } : {}
    reading.report('directive-attribute', `\`${parts.node.name}\` takes no attribute \`${name}\`: it was left out`, {
      ...placed(parts.node),
      ...hint,
    })
  }
}

/** A container that nothing closes takes in the rest of the article. */
function warnOfOpenEnd(node: Directive, reading: Reading): void {
  if (node.type !== 'containerDirective' || !node.position) return
  const source = reading.source.slice(node.position.start.offset, node.position.end.offset)
  const line = lastLineIn(source)
  const last = source.slice(line).trim()
  if (line === 0 || last.length > 200 || !/:{3,}$/.test(last) || !/^[\s>]*:{3,}$/.test(last))
    reading.report('directive-open', `nothing closes \`:::${node.name}\`: it holds everything to the end`, node)
}
