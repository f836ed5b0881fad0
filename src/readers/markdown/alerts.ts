import type { Blockquote, Paragraph } from 'mdast'
import type { Block } from '../../article/article.js'
import { readBlocks } from './blocks.js'
import { placed, type Reading } from './reading.js'

/** GitHub's `[!NOTE]`; Obsidian and Hugo let a sign say whether it is folded, and a title follow. */
const mark = /^\[!([a-z][a-z-]*)\][+-]?[ \t]*([^\n]*)(?:\n|$)/i

/** Reads a quotation that begins with an alert's mark as a box of that kind; undefined where it is a quotation. */
export function readAlert(node: Blockquote, reading: Reading): Block[] | undefined {
  const [first, ...others] = node.children
  const words = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || words?.type !== 'text') return undefined
  const found = mark.exec(words.value)
  // A bracket that is escaped is a word.
  if (!found || reading.source[words.position?.start.offset ?? 0] === '\\') return undefined
  const [, kind, title] = found as unknown as [string, string, string]
  const rest = restOf(first, found[0].length)
  const children = readBlocks([...(rest ? [rest] : []), ...others], reading)
  return [{ type: 'box', kind: kind.toLowerCase(), title: title.trim() || named(kind), children, ...placed(node) }]
}

/** The paragraph behind the mark. */
function restOf(paragraph: Paragraph, length: number): Paragraph | undefined {
  const [words, ...others] = paragraph.children
  const value = words?.type === 'text' ? words.value.slice(length) : ''
  const children = [...(value && words ? [{ ...words, value } as typeof words] : []), ...others]
  return children.length > 0 ? { ...paragraph, children } : undefined
}

/** Returns the title of an alert that has none of its own. */
export const named = (kind: string): string =>
  kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase().replaceAll('-', ' ')
