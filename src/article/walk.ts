import type { Article, ArticleNode, Block, Inline, LeadImage } from './article.js'
import { nodeFields } from './spec.js'

/** The fields of each node type that hold nodes, in reading order: derived from the spec, so that a new one is never missed. */
const nodeLists: { readonly [type: string]: readonly string[] } = Object.fromEntries(
  Object.entries(nodeFields).map(([type, fields]) => [
    type,
    Object.entries(fields)
      .filter(([, field]) => field.shape.is === 'nodes')
      .map(([name]) => name),
  ]),
)

const none: readonly never[] = []

/** Returns the nodes directly inside a node, captions before children. */
export function childrenOf(node: ArticleNode): readonly ArticleNode[] {
  // Most nodes are texts, which every walk of an article comes by.
  if (node.type === 'text') return none
  const lists = nodeLists[node.type] ?? none
  if (lists.length === 0) return none
  const fields = node as unknown as { [name: string]: ArticleNode[] | undefined }
  return lists.length === 1 ? (fields[lists[0]!] ?? none) : lists.flatMap(name => fields[name] ?? [])
}

/** What a visitor may answer: `'skip'` leaves the node's children out. */
export type Visitor = (node: ArticleNode, ancestors: readonly ArticleNode[]) => 'skip' | void

/** Calls `visitor` for every node of the body in reading order, parents first, captions and notes included. */
export function visit(within: Article | ArticleNode | readonly ArticleNode[], visitor: Visitor): void {
  const ancestors: ArticleNode[] = []
  const enter = (node: ArticleNode): void => {
    if (visitor(node, ancestors) === 'skip') return
    const children = childrenOf(node)
    if (children.length === 0) return
    ancestors.push(node)
    // By index: an article has many thousands of nodes, and is walked several times.
    for (let at = 0; at < children.length; at++) enter(children[at]!)
    ancestors.pop()
  }
  for (const node of topOf(within)) enter(node)
}

function topOf(within: Article | ArticleNode | readonly ArticleNode[]): readonly ArticleNode[] {
  if (Array.isArray(within)) return within
  const one = within as Article | ArticleNode
  return one.type === 'article' ? one.children : [one]
}

/** Says what becomes of one node: itself, another, several, or none. Its children have been mapped already. */
export type Mapper = (node: ArticleNode) => ArticleNode | readonly ArticleNode[] | undefined

/** Returns a new article in which every node has passed through `mapper`, children first. The given one is not changed. */
export function mapArticle(article: Article, mapper: Mapper): Article {
  const meta = article.meta.image?.caption
    ? {
        ...article.meta,
        image: {
          ...article.meta.image,
          caption: mapNodes(article.meta.image.caption, mapper) as Inline[],
        } satisfies LeadImage,
      }
    : article.meta
  return { ...article, meta, children: mapNodes(article.children, mapper) as Block[] }
}

function mapNodes(nodes: readonly ArticleNode[], mapper: Mapper): ArticleNode[] {
  return nodes.flatMap(node => {
    const copy = { ...node } as ArticleNode & { [name: string]: unknown }
    for (const name of nodeLists[node.type] ?? []) {
      const inside = copy[name] as ArticleNode[] | undefined
      if (inside) copy[name] = mapNodes(inside, mapper)
    }
    const mapped = mapper(copy)
    return mapped === undefined ? [] : mapped
  })
}

/** Returns the article without any trace of where its nodes stood in a source. */
export function stripPositions(article: Article): Article {
  const { data: _places, ...rest } = mapArticle(article, node => {
    const { position: _position, ...bare } = node
    return bare as ArticleNode
  })
  return rest
}
