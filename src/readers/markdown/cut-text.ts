import type { Inline } from '../../article/article.js'
import { inlineText } from '../../article/text.js'

/** Returns the part of a run whose words (`inlineText`) lie between two offsets; nodes without words stay with what is before them. */
export function cutText(nodes: readonly Inline[], start: number, end: number): Inline[] {
  const kept: Inline[] = []
  let at = 0
  for (const node of nodes) {
    const length = inlineText([node]).length
    const from = Math.max(0, start - at)
    const to = Math.min(length, end - at)
    if (length === 0 ? at > start && at <= end : from < to) kept.push(cutNode(node, from, to, length))
    at += length
  }
  return kept
}

function cutNode(node: Inline, from: number, to: number, length: number): Inline {
  if (from === 0 && to === length) return node
  if (node.type === 'text' || node.type === 'inlineCode') return { ...node, value: node.value.slice(from, to) }
  if ('children' in node && node.type !== 'note') {
    return { ...node, children: cutText(node.children, from, to) } as Inline
  }
  return node
}
