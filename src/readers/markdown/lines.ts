import type { Inline } from '../../article/article.js'
import { withoutLiteralMark } from './literal.js'

/** Nodes whose children are the running text of the line they stand in. */
type Wrapper = Extract<Inline, { children: Inline[] }>

/**
 * Splits a run of text into its lines, at hard breaks and at line ends of the source alike. Emphasis and links that reach
 * over a line end are closed there and opened again.
 */
export function splitLines(nodes: readonly Inline[]): Inline[][] {
  // Most are one text on one line.
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text' && only.value !== '' && !only.value.includes('\n')) return [[only]]
  const lines: Inline[][] = [[]]
  for (const node of nodes) {
    const [first = [], ...others] = partsOf(node)
    lines.at(-1)!.push(...first)
    for (const other of others) lines.push([...other])
  }
  return lines
}

function partsOf(node: Inline): Inline[][] {
  if (node.type === 'lineBreak') return [[], []]
  if (node.type === 'text')
    return node.value
      .split('\n')
      .map((value, at) => (value ? [{ ...(at === 0 ? node : withoutLiteralMark(node)), value }] : []))
  if ('children' in node && node.type !== 'note') {
    const wrapper: Wrapper = node
    return splitLines(wrapper.children).map(children =>
      children.length > 0 ? [{ ...wrapper, children } as Inline] : [],
    )
  }
  return [[node]]
}

/** Joins lines again, each line end as in the source. */
export function joinLines(lines: readonly Inline[][]): Inline[] {
  if (lines.length === 1) return [...lines[0]!]
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'text', value: '\n' } as Inline, ...line]))
}
