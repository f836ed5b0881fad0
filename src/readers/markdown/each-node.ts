import type { Nodes } from 'mdast'

/** Calls `visitor` for every node, on a stack of its own: the tree may be deeper than the call stack. */
export function eachNode(tree: Nodes, visitor: (node: Nodes) => unknown): void {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visitor(node)
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
}
