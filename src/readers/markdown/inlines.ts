import type { Text as MdastText, PhrasingContent } from 'mdast'
import type { Inline, Text } from '../../article/article.js'
import { cleanLine, cleanText } from '../clean-text.js'
import { endBareAddress } from './bare-address.js'
import { readCriticMarkup } from './critic-markup.js'
import { imageUrl, linkUrl } from './links.js'
import { withLiteralMark } from './literal.js'
import { readNote } from './notes.js'
import { placed, placedAt, type Reading } from './reading.js'

/** Reads a run of mdast phrasing. Line ends of the source stay in the text as `\n`; `tidy.ts` makes spaces of them. */
export function readInlines(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  if (reading.html && nodes.some(node => node.type === 'html')) return reading.html.readInlineHtml(nodes, reading)
  const run = runOf(nodes, reading)
  return reading.editorsMarks ? readCriticMarkup(run, reading) : run
}

function runOf(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  const first = nodes[0]
  // Most runs are one text.
  if (nodes.length === 1 && first!.type === 'text') return [readText(first!, reading)]
  const run: Inline[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.type === 'text') run.push(readText(node, reading))
    else run.push(...readInline(node, reading))
  }
  return run
}

/** satteri's types name nodes that it makes only where it is asked to, and it is not. */
type NeverMade = 'superscript' | 'subscript' | 'inlineMath' | 'mdxJsxTextElement' | 'mdxTextExpression'

type Handlers = {
  [Type in Exclude<PhrasingContent['type'], NeverMade>]: (
    node: Extract<PhrasingContent, { type: Type }>,
    reading: Reading,
  ) => Inline[]
}

const handlers: Handlers = {
  text: (node, reading) => [readText(node, reading)],
  emphasis: (node, reading) => wrap('emphasis', node, reading),
  strong: (node, reading) => wrap('strong', node, reading),
  delete: (node, reading) => {
    warnOfSingleTilde(node, reading)
    return wrap('strike', node, reading)
  },
  inlineCode: node => [{ type: 'inlineCode', value: cleanText(node.value), ...placed(node) }],
  break: node => [{ type: 'lineBreak', ...placed(node) }],
  link: (node, reading) => {
    const parts = endBareAddress(node, reading)
    // Most are the link alone.
    if (parts[0] === node) return readLink(node, node.url, node.title, reading)
    return parts.flatMap(each =>
      each.type === 'link' ? readLink(each, each.url, each.title, reading) : readInline(each, reading),
    )
  },
  linkReference: (node, reading) => {
    const definition = reading.definitions.get(node.identifier)
    return readLink(node, definition?.url ?? '', definition?.title, reading)
  },
  image: (node, reading) => readImage(node, node.url, node.alt, reading),
  imageReference: (node, reading) =>
    readImage(node, reading.definitions.get(node.identifier)?.url ?? '', node.alt, reading),
  footnoteReference: (node, reading) => readNote(node, reading),
  // Inline HTML is paired with its closing tag before single nodes are read.
  html: () => [],
  // The parser makes no directives in running text: see `parse-satteri.ts`.
  textDirective: (node, reading) => readInlines(node.children, reading),
}

/** Reads one node of a run. */
export function readInline(node: PhrasingContent, reading: Reading): Inline[] {
  const handler = (handlers as { [type: string]: unknown })[node.type] as
    | ((node: PhrasingContent, reading: Reading) => Inline[])
    | undefined
  return handler ? handler(node, reading) : []
}

function readText(node: MdastText, reading: Reading): Text {
  const value = reading.clean ? node.value : cleanText(node.value)
  const { position } = node
  return position ? withLiteralMark({ type: 'text', value, position }, reading) : { type: 'text', value }
}

function wrap(
  type: 'emphasis' | 'strong' | 'strike',
  node: Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>,
  reading: Reading,
): Inline[] {
  const children = readInlines(node.children, reading)
  return children.length > 0 ? [placedAt<Inline>({ type, children }, node)] : []
}

/** `H~2~O` means a subscript to many; GFM strikes the 2 out. */
function warnOfSingleTilde(node: Extract<PhrasingContent, { type: 'delete' }>, reading: Reading): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined || reading.source.startsWith('~~', start)) return
  reading.report('single-tilde', `\`${reading.source.slice(start, end)}\` was read as struck-out text`, node)
}

function readLink(
  node: Extract<PhrasingContent, { type: 'link' | 'linkReference' }>,
  address: string,
  title: string | null | undefined,
  reading: Reading,
): Inline[] {
  const children = readInlines(node.children, reading)
  const url = linkUrl(address, node, reading)
  if (url === undefined) return children
  const hint = title ? cleanLine(title) : ''
  return [placedAt<Inline>(hint ? { type: 'link', url, title: hint, children } : { type: 'link', url, children }, node)]
}

function readImage(
  node: Extract<PhrasingContent, { type: 'image' | 'imageReference' }>,
  address: string,
  words: string | null | undefined,
  reading: Reading,
): Inline[] {
  const alt = cleanLine(words ?? '')
  const url = imageUrl(address, node, reading)
  if (url === undefined) return alt ? [{ type: 'text', value: alt, ...placed(node) }] : []
  if (alt.trim() === '') reading.report('image-alt', `the picture \`${url}\` has no alternative text`, node)
  return [{ type: 'inlineImage', url, alt, ...placed(node) }]
}
