import type { OutlineItem } from '../build/build-state.js'
import { type CosDocument, type CosValue, type PDFRef, textString } from '../cos.js'

interface OutlineNode {
  item: OutlineItem
  ref: PDFRef
  children: OutlineNode[]
}

/**
 * Writes the bookmarks as a tree by level and returns its root, nothing where there are none (ISO 32000-1 12.3.3). Those of
 * the second level on are shown closed where there are many.
 */
export function writeOutline(items: readonly OutlineItem[], document: CosDocument): PDFRef | undefined {
  if (items.length === 0) return undefined
  const roots: OutlineNode[] = []
  const path: OutlineNode[] = []
  for (const item of items) {
    while (path.length > 0 && path.at(-1)!.item.level >= item.level) path.pop()
    const node: OutlineNode = { item, ref: document.reserve(), children: [] }
    ;(path.at(-1)?.children ?? roots).push(node)
    path.push(node)
  }
  const open = items.length <= 30
  const root = document.reserve()
  writeOutlineLevel(roots, root, open, document)
  document.add(
    { Type: 'Outlines', First: roots[0]!.ref, Last: roots.at(-1)!.ref, Count: open ? items.length : roots.length },
    root,
  )
  return root
}

function writeOutlineLevel(nodes: readonly OutlineNode[], parent: PDFRef, open: boolean, document: CosDocument): void {
  nodes.forEach((node, index) => {
    const entry: { [key: string]: CosValue } = {
      Title: textString(node.item.title || ' '),
      Parent: parent,
      Dest: textString(node.item.place),
    }
    if (index > 0) entry.Prev = nodes[index - 1]!.ref
    if (index < nodes.length - 1) entry.Next = nodes[index + 1]!.ref
    if (node.children.length > 0) {
      entry.First = node.children[0]!.ref
      entry.Last = node.children.at(-1)!.ref
      entry.Count = open ? countAll(node.children) : -node.children.length
    }
    document.add(entry, node.ref)
    writeOutlineLevel(node.children, node.ref, open, document)
  })
}

function countAll(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + 1 + countAll(node.children), 0)
}
