import type { Inline, Link } from '../../article/article.js'
import { holds } from '../../article/text.js'
import { handle, type InlineHandlers } from '../renderer.js'
import { attributes } from './attributes.js'
import { codeSpan } from './code.js'
import { marked, remark } from './critic-markup.js'
import { chooseDelimiters, type Delimiter } from './delimiters.js'
import { destination, escapeText, linkTitle } from './escape.js'
import { encodeEdges, escapeLineStarts } from './line-start.js'
import { asReference, isLiteral } from './literal.js'
import { pictureMarkup } from './pictures.js'
import type { Place, State } from './state.js'
import { edgeOf, type Mark, type Token } from './tokens.js'

/** Returns a run of text as Markdown, without what its first line might begin (`startOfBlock`). */
export function renderInlines(nodes: readonly Inline[], place: Place, state: State): string {
  const tokens = toTokens(nodes, place, state)
  return writeTokens(tokens, place)
}

/** Returns a run that begins a block of its own: whatever would begin another kind of block is escaped. */
export function renderLines(nodes: readonly Inline[], place: Place, state: State): string {
  return escapeLineStarts(encodeEdges(renderInlines(nodes, place, state)))
}

/** Returns words without any markup, escaped. */
export function renderWords(words: string, place: Place): string {
  const { bracketed, linked, cell } = place
  return escapeText(words.replace(/\s+/g, ' '), { before: '', after: '', bracketed, linked, cell })
}

interface Run {
  tokens: Token[]
  place: Place
  state: State
}

function toTokens(nodes: readonly Inline[], place: Place, state: State): Token[] {
  const run: Run = { tokens: [], place, state }
  for (const node of nodes) handle<Run, void>(handlers, node, run)
  return run.tokens
}

const handlers: InlineHandlers<Run, void> = {
  text: ({ value, data }, run) => {
    const [reference, rest] = isLiteral(data) ? asReference(value) : ['', value]
    markup(reference, run)
    addWords(rest, run)
  },
  emphasis: ({ children }, run) => mark('emphasis', children, run),
  strong: ({ children }, run) => mark('strong', children, run),
  strike: ({ children }, run) => mark('strike', children, run),
  superscript: ({ children }, run) => tag('sup', '', children, run),
  subscript: ({ children }, run) => tag('sub', '', children, run),
  inlineCode: ({ value }, run) => markup(code(value, run.place), run),
  link: (node, run) => link(node, run),
  note: (node, { state, tokens }) => {
    if (state.inNote) state.report('a note within a note comes back in brackets', 'markdown-nesting', node)
    const { number, call } = state.cited.cite(node, state.notes.length + 1)
    if (call === 1) state.notes.push(node)
    tokens.push({ kind: 'markup', text: `[^${number}]` })
  },
  lineBreak: (_node, { tokens }) => {
    tokens.push({ kind: 'break' })
  },
  inlineImage: (node, run) => markup(pictureMarkup(node, run.place), run),
  span: ({ language, direction, children }, run) =>
    tag('span', attributes({ lang: language, dir: direction }), children, run),
  insertion: (node, run) =>
    between(
      marked('++', node, words => renderWords(words, run.place)),
      node.children,
      run,
    ),
  deletion: (node, run) =>
    between(
      marked('--', node, words => renderWords(words, run.place)),
      node.children,
      run,
    ),
  comment: (node, run) => {
    if (node.children.length > 0) between(['{==', '==}'], node.children, run)
    markup(
      remark(node, words => renderWords(words, run.place)),
      run,
    )
  },
}

/** The label of a directive ends at a bracket even inside backticks, where none can be escaped. */
function code(value: string, place: Place): string {
  if (!place.label || !/[[\]]/.test(value)) return codeSpan(value, place.cell)
  const { bracketed, linked, cell } = place
  const words = escapeText(value, { before: '', after: '', bracketed, linked, cell })
  return `<code>${words}</code>`
}

function addWords(text: string, { tokens, place }: Run): void {
  const last = tokens.at(-1)
  const words = text.replace(/\s*\n\s*/g, ' ')
  if (words === '') return
  if (last?.kind === 'words' && last.linked === place.linked) last.text += words
  else tokens.push({ kind: 'words', text: words, bracketed: place.bracketed, linked: place.linked })
}

function markup(text: string, { tokens }: Run): void {
  if (text !== '') tokens.push({ kind: 'markup', text })
}

function children(nodes: readonly Inline[], run: Run, place = run.place): void {
  const inner = { ...run, place }
  for (const node of nodes) handle<Run, void>(handlers, node, inner)
}

function between([open, close]: readonly [string, string], nodes: readonly Inline[], run: Run): void {
  markup(open, run)
  children(nodes, run)
  markup(close, run)
}

/** A mark around nothing is not written: it has no words, and its signs would be read as words. */
function mark(type: Mark, nodes: readonly Inline[], run: Run): void {
  const at = run.tokens.length
  const open = { kind: 'open' as const, mark: type, close: 0 }
  run.tokens.push(open)
  children(nodes, run)
  if (run.tokens.length === at + 1) {
    run.tokens.pop()
    return
  }
  open.close = run.tokens.length
  run.tokens.push({ kind: 'close', open: at })
}

function tag(name: string, given: string, nodes: readonly Inline[], run: Run): void {
  between([`<${name}${given}>`, `</${name}>`], nodes, run)
}

function link(node: Link, run: Run): void {
  const { place, state } = run
  if (place.linked) {
    state.report(
      `the link to \`${node.url}\` stands in another link: its words were written without it`,
      'markdown-nesting',
      node,
    )
    return children(node.children, run)
  }
  const [only] = node.children
  if (!node.title && node.children.length === 1 && only?.type === 'text' && isAutolink(only.value, node.url))
    return markup(`<${only.value}>`, run)
  const [inside, notes] = apart(node)
  if (notes.length > 0)
    state.report('a note stands in the words of a link: its call was written after the link', 'markdown-nesting', node)
  markup('[', run)
  children(inside, run, { ...place, bracketed: true, linked: true })
  markup(`](${destination(node.url)}${linkTitle(node.title)})`, run)
  children(notes, run)
}

/** CommonMark 6.5: an address in angle brackets links to itself. */
function isAutolink(words: string, url: string): boolean {
  if (/[\s<>\u0000-\u0020\\]/.test(words)) return false
  return (
    (/^[a-z][a-z0-9+.-]{1,31}:/i.test(words) && words === url) ||
    (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(words) && `mailto:${words}` === url)
  )
}

/** Divides a link's children into those that may stand in it and the notes, which may not. */
function apart(node: Link): [Inline[], Inline[]] {
  if (!holds(node, 'note')) return [node.children, []]
  const notes: Inline[] = []
  const without = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap(each => {
      if (each.type === 'note') {
        notes.push(each)
        return []
      }
      return 'children' in each ? [{ ...each, children: without(each.children) } as Inline] : [each]
    })
  return [without(node.children), notes]
}

function writeTokens(tokens: readonly Token[], place: Place): string {
  const delimiters = chooseDelimiters(tokens)
  return tokens.map((_token, index) => writeToken(index, tokens, delimiters, place)).join('')
}

function writeToken(
  index: number,
  tokens: readonly Token[],
  delimiters: ReadonlyMap<number, Delimiter>,
  place: Place,
): string {
  const token = tokens[index]!
  switch (token.kind) {
    case 'markup':
      return token.text
    case 'break':
      return place.multiline && endsLine(tokens[index + 1]) ? '\\\n' : '<br>'
    case 'open':
      return delimiters.get(index)!.open
    case 'close':
      return delimiters.get(token.open)!.close
    case 'words': {
      const { text, bracketed, linked } = token
      const before = edgeOf(tokens[index - 1], 'last')
      return escapeText(text, { before, after: textAfter(tokens[index + 1]), bracketed, linked, cell: place.cell })
    }
  }
}

/** A backslash breaks a line only where words follow: at the end of a block, a link or a tag it would be a backslash. */
const endsLine = (next: Token | undefined): boolean =>
  next?.kind === 'open' || (next?.kind === 'words' && /^\S/.test(next.text))

/** What follows a run of words, as far as escaping looks: a link's or a picture's bracket matters after `!`. */
function textAfter(token: Token | undefined): string {
  return token?.kind === 'markup' ? token.text : edgeOf(token, 'first')
}
