import type { Nodes, Root } from 'mdast'
import type { ArticleNode, Block } from '../../article/article.js'
import { childrenOf } from '../../article/walk.js'

/**
 * Returns the first node that stands deeper than `most`, if any does. It walks on a stack of its own: a parser may return a
 * tree that is deeper than the call stack.
 */
export function firstDeeperThan(tree: Root, most: number): Nodes | undefined {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    if (depth > most) return node
    if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 })
  }
  return undefined
}

/** Returns the first node of an article's body that stands deeper than `most`. */
export function firstNodeDeeperThan(children: readonly Block[], most: number): ArticleNode | undefined {
  const waiting: { node: ArticleNode; depth: number }[] = children.map(node => ({ node, depth: 1 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > most) return next.node
    for (const child of childrenOf(next.node)) waiting.push({ node: child, depth: next.depth + 1 })
  }
  return undefined
}
