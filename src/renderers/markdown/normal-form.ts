import type {
  Article,
  ArticleNode,
  Block,
  Comment,
  Deletion,
  Inline,
  Insertion,
  Json,
  List,
  PullQuote,
  Quote,
  Table,
} from '../../article/article.js'
import { groups } from '../../article/spec.js'
import { mapArticle } from '../../article/walk.js'
import { cleanText } from '../../readers/clean-text.js'
import { tidyRun, tidyText } from './grammar.js'
import type { State } from './state.js'

/**
 * Returns the article as a text can hold it: no control characters, neighbouring texts as one, no white space at the ends of
 * a run, no marks around nothing, no lists without items. What goes has no words; whole blocks that go are reported.
 */
export function normalForm(article: Article, state: Pick<State, 'report'>): Article {
  const cleaned = mapArticle(article, node => clean(node, state))
  // What is empty goes first: a break beside it may stand at the end of its run then, and a run of breaks is empty too.
  const marked = mapArticle(cleaned, node => (blockTypes.has(node.type) ? node : withoutNothing(joinCode(node), state)))
  tidyText(marked.children)
  const whole = mapArticle(marked, node => withoutNothing(joinCode(node), state))
  const image = whole.meta.image
  if (!image?.caption) return whole
  const { caption, ...rest } = image
  const run = tidyRun(caption)
  return { ...whole, meta: { ...whole.meta, image: run.length > 0 ? { ...rest, caption: run } : rest } }
}

const blockTypes: ReadonlySet<string> = new Set(groups.block)

/** Returns words on one line. */
const line = (words: string): string => cleanText(words).replace(/\s+/g, ' ').trim()

function clean(node: ArticleNode, state: Pick<State, 'report'>): ArticleNode | ArticleNode[] {
  switch (node.type) {
    case 'text':
    case 'raw':
      return withCleanValue(node, state)
    case 'inlineCode': {
      const { value } = withCleanValue(node, state)
      return { ...node, value: value.replace(/\n/g, ' ') }
    }
    case 'code':
      return withLines(withCleanValue(node, state), 'lang')
    case 'quote':
    case 'pullQuote':
      return withAttribution(node)
    case 'box':
      return withLines({ ...node, kind: line(node.kind) || 'box' }, 'title')
    case 'embed':
      return withLines(node, 'title', 'provider')
    case 'inlineImage':
      return { ...node, alt: line(node.alt) }
    case 'insertion':
    case 'deletion':
      return withAuthor(node)
    case 'comment':
      return line(node.text) === '' ? node.children : withAuthor(withLines(node, 'text'))
    case 'figure':
      return withLines({ ...node, images: node.images.map(withLineAlt) as typeof node.images }, 'credit', 'rights')
    case 'table':
      return withLines(node, 'alt')
    case 'link':
      return withLines(node, 'title')
    case 'extension':
      return { ...node, attributes: Object.fromEntries(Object.entries(node.attributes).map(withCleanAttribute)) }
    case 'list': {
      const { start, ...rest } = node
      return {
        ...rest,
        ...(node.ordered && start !== undefined && start !== 1 && { start }),
        tight: Boolean(node.tight),
      }
    }
    default:
      return node
  }
}

function withCleanValue<Node extends ArticleNode & { value: string }>(node: Node, state: Pick<State, 'report'>): Node {
  const value = cleanText(node.value)
  if (/[^\t\n\P{Cc}]/u.test(node.value.replaceAll('\r\n', '\n')) || /\p{Surrogate}/u.test(node.value))
    state.report('characters that no text can hold were left out', 'markdown-characters', node)
  return { ...node, value }
}

const withCleanAttribute = ([name, value]: [string, Json]): [string, Json] => [
  name,
  typeof value === 'string' ? cleanText(value) : value,
]

/** A colon before a space ends the name of who signs a mark, so none stands there or at its ends. */
function withAuthor<Node extends Insertion | Deletion | Comment>(node: Node): Node {
  const author = node.author?.replace(/:(?=\s)|^[\s:]+|[\s:]+$/g, '')
  return withLines({ ...node, ...(author !== undefined && { author }) }, 'author')
}

const withLineAlt = <Picture extends { alt: string }>(image: Picture): Picture => ({ ...image, alt: line(image.alt) })

/** Returns the node with its named fields on one line each; a field without words goes. */
function withLines<Node extends object>(node: Node, ...names: (keyof Node & string)[]): Node {
  const copy = { ...node }
  for (const name of names) {
    const value = copy[name]
    if (typeof value !== 'string') continue
    const words = line(value)
    if (words === '') delete copy[name]
    else copy[name] = words as (typeof copy)[typeof name]
  }
  return copy
}

function withAttribution<Node extends Quote | PullQuote>(node: Node): Node {
  const { attribution, ...rest } = node
  if (!attribution) return node
  const cleaned = withLines(attribution, 'name', 'role', 'text')
  return (cleaned.name ? { ...node, attribution: cleaned } : rest) as Node
}

/** Neighbouring pieces of code are one: the backticks between them would be read as part of it. */
function joinCode<Node extends ArticleNode>(node: Node): Node {
  const copy = { ...node } as Node & { children?: ArticleNode[]; caption?: ArticleNode[] }
  if (copy.children) copy.children = joinedCode(copy.children)
  if (copy.caption) copy.caption = joinedCode(copy.caption)
  return copy
}

function joinedCode(run: readonly ArticleNode[]): ArticleNode[] {
  const joined: ArticleNode[] = []
  for (const node of run) {
    const last = joined.at(-1)
    if (node.type === 'inlineCode' && last?.type === 'inlineCode')
      joined[joined.length - 1] = { ...last, value: last.value + node.value }
    else joined.push(node)
  }
  return joined
}

/** Returns the node, or nothing where nothing is in it. Its children have been through this already. */
function withoutNothing(node: ArticleNode, state: Pick<State, 'report'>): ArticleNode | ArticleNode[] | undefined {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value === '' ? undefined : node
    case 'span':
      return node.language === undefined && node.direction === undefined ? node.children : filled(node)
    case 'emphasis':
    case 'strong':
    case 'strike':
    case 'superscript':
    case 'subscript':
    case 'link':
    case 'insertion':
    case 'deletion':
    case 'note':
      return filled(node)
    case 'paragraph':
      return isBlank(node.children) ? undefined : node
    case 'list':
      if (node.children.length === 0) return dropped(node, state)
      return { ...node, tight: Boolean(node.tight) || !hasGaps(node) }
    case 'heading':
    case 'pullQuote':
      return isBlank(node.children) ? dropped(node, state) : node
    case 'quote':
      return node.children.length > 0 || node.attribution ? node : dropped(node, state)
    case 'box':
      return node.children.length > 0 || node.title ? node : dropped(node, state)
    case 'table':
      if (node.align.length > 0 && node.children.length > 0) return emptied(withoutEmptyHead(node))
      dropped(node, state)
      return node.caption && !isBlank(node.caption) ? { type: 'paragraph', children: node.caption } : undefined
    case 'figure':
      return emptied(node)
    default:
      return node
  }
}

const filled = <Node extends { children: unknown[] }>(node: Node): Node | undefined =>
  node.children.length > 0 ? node : undefined

/** One item of one block has no place for the space that a loose list shows. */
const hasGaps = (node: List): boolean => node.children.length > 1 || node.children[0]!.children.length > 1

/** A head without words is none. */
function withoutEmptyHead(node: Table): Table {
  const [head, ...rows] = node.children
  if (node.headRows === 0 || rows.length === 0 || head!.children.some(cell => cell.children.length > 0)) return node
  return { ...node, headRows: 0, children: rows }
}

/** Leaves out a caption without words. */
function emptied<Node extends { caption?: Inline[] }>(node: Node): Node {
  if (!node.caption || node.caption.length > 0) return node
  const { caption: _caption, ...rest } = node
  return rest as Node
}

/** Whether a run has nothing but space and breaks in it, marked or not. */
const isBlank = (children: readonly ArticleNode[]): boolean =>
  children.every(child => {
    if (child.type === 'text') return child.value.trim() === ''
    return (
      child.type === 'lineBreak' || (marks.has(child.type) && isBlank((child as { children: ArticleNode[] }).children))
    )
  })

const marks = new Set<ArticleNode['type']>(['emphasis', 'strong', 'strike', 'superscript', 'subscript', 'span'])

function dropped(node: Block, state: Pick<State, 'report'>): undefined {
  state.report(`${nameOf(node)} with nothing in it was left out`, 'markdown-empty', node)
}

const nameOf = (node: Block): string => (node.type === 'pullQuote' ? 'a pull quote' : `a ${node.type}`)
