import type { Nodes } from 'mdast'
import type { Position } from '../../article/article.js'
import { closedBy, isBlockTag, voidTags } from './tags.js'

/** A piece of an article's source: HTML, or a Markdown node that stands among HTML. */
export type HtmlChild = HtmlElement | HtmlText | HtmlComment | HtmlLeaf

export interface HtmlElement {
  kind: 'element'
  tag: string
  attributes: { readonly [name: string]: string }
  children: HtmlChild[]
  /** Whether its closing tag was there. */
  closed: boolean
  position: Position | undefined
}
export interface HtmlText {
  kind: 'text'
  value: string
  position: Position | undefined
}
export interface HtmlComment {
  kind: 'comment'
  value: string
  position: Position | undefined
}
/** A node of the Markdown tree. */
export interface HtmlLeaf {
  kind: 'leaf'
  node: Nodes
}

/** Elements open at once; what is deeper stays in the deepest one. Nobody nests deeper by intent. */
const MOST_OPEN = 40

/** Builds a tree from tags as they come. */
export interface TreeBuilder {
  readonly children: HtmlChild[]
  open(tag: string, attributes: HtmlElement['attributes'], selfClosing: boolean, position: Position | undefined): void
  close(tag: string): void
  add(child: HtmlText | HtmlComment | HtmlLeaf): void
}

/**
 * Returns a builder that is linear whatever the tags: unlike a browser's it moves no formatting into later paragraphs, so
 * that a few thousand unclosed tags cannot multiply. A closing tag closes the innermost element of its name and all in it.
 */
export function treeBuilder(): TreeBuilder {
  const children: HtmlChild[] = []
  const stack: HtmlElement[] = []
  const into = (): HtmlChild[] => stack.at(-1)?.children ?? children
  const closeDownTo = (at: number): void => {
    stack.length = at
  }
  const impliedEnds = (tag: string): void => {
    const at = stack.findLastIndex(element => closedBy(element.tag, tag))
    const barrier = stack.findLastIndex(element => isBarrier(element.tag, tag))
    if (at > barrier) closeDownTo(at)
  }
  return {
    children,
    open(tag, attributes, selfClosing, position) {
      impliedEnds(tag)
      const isVoid = voidTags.has(tag)
      const element: HtmlElement = {
        kind: 'element',
        tag,
        attributes,
        children: [],
        closed: isVoid || selfClosing,
        position,
      }
      into().push(element)
      if (!element.closed && stack.length < MOST_OPEN) stack.push(element)
    },
    close(tag) {
      const at = stack.findLastIndex(element => element.tag === tag)
      if (at === -1) return
      stack[at]!.closed = true
      closeDownTo(at)
    },
    add(child) {
      // A Markdown block ends a paragraph, as any block does.
      if (child.kind === 'leaf' && blockLeaves.has(child.node.type)) impliedEnds('div')
      into().push(child)
    },
  }
}

/** Blocks of Markdown that may stand among HTML. */
export const blockLeaves: ReadonlySet<string> = new Set<Nodes['type']>([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'table',
  'code',
  'thematicBreak',
  'containerDirective',
  'leafDirective',
])

/** A list in a list item keeps that item open, a table in a cell keeps the cell open, a box keeps what is around it open. */
function isBarrier(open: string, tag: string): boolean {
  if (tag === 'li') return open === 'ul' || open === 'ol' || open === 'menu'
  if (tag === 'dt' || tag === 'dd') return open === 'dl'
  if (tag === 'rt' || tag === 'rp') return open === 'ruby'
  if (['tr', 'td', 'th', 'thead', 'tbody', 'tfoot', 'caption'].includes(tag)) return open === 'table'
  return isBlockTag(open) && open !== 'p'
}
