import type { Nodes, Root } from 'mdast'
import type { ArticleNode, Block } from '../../article/article.js'
import { childrenOf } from '../../article/walk.js'

/** Returns a node that stands deeper than `most`, if any does. A parser may return a tree that is deeper than the call stack. */
export function firstDeeperThan(tree: Root, most: number): Nodes | undefined {
  return firstBelow<Nodes>([tree], most, node => ('children' in node ? node.children : none))
}

/** Returns a node of an article's body that stands deeper than `most`, if any does. */
export function firstNodeDeeperThan(children: readonly Block[], most: number): ArticleNode | undefined {
  return firstBelow<ArticleNode>(children, most - 1, childrenOf)
}

const none: readonly never[] = []

/** Returns a node more than `levels` below the given ones, looking at the last ones first; it goes down no further than that. */
function firstBelow<Node>(
  nodes: readonly Node[],
  levels: number,
  childrenIn: (node: Node) => readonly Node[],
): Node | undefined {
  if (levels < 0) return nodes.at(-1)
  for (let at = nodes.length - 1; at >= 0; at--) {
    const inside = childrenIn(nodes[at]!)
    if (inside.length === 0) continue
    const found = firstBelow(inside, levels - 1, childrenIn)
    if (found) return found
  }
  return undefined
}
