import type { ArticleNode, Block } from '../article/article.js'
import { inlineText } from '../article/text.js'

/** Characters: what is longer is text that was set in bold, a lede mostly. */
const LONGEST = 160

/** Returns whether a paragraph stands as a small heading: all of it is bold, as a crosshead or an interviewer's question is. */
export function isCrosshead(node: ArticleNode | undefined): boolean {
  if (node?.type !== 'paragraph' || node.children.length === 0) return false
  const words = node.children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  return words.length > 0 && words.every(({ type }) => type === 'strong') && inlineText(words).length <= LONGEST
}

/** What a colon at the end of a paragraph can announce. */
const announced: ReadonlySet<Block['type']> = new Set(['table', 'list', 'code', 'quote', 'figure', 'box', 'embed'])

/**
 * Returns whether a block belongs on the page of the next one: a crosshead to its text, a paragraph that ends in a colon to
 * what it announces.
 */
export function introduces(before: ArticleNode, block: Block): boolean {
  if (before.type !== 'paragraph') return false
  if (isCrosshead(before)) return !isCrosshead(block)
  const last = before.children.findLast(child => child.type !== 'note')
  return announced.has(block.type) && last !== undefined && /[:\uff1a]\s*$/.test(inlineText([last]))
}

/** Returns whether a paragraph goes on from the one before it, from which its indent parts it. */
export function goesOn(paragraph: ArticleNode, before: ArticleNode | undefined): boolean {
  return before?.type === 'paragraph' && !isCrosshead(before) && !isCrosshead(paragraph)
}

/** Space above a crosshead between two paragraphs, in lines: where indents part those, nothing else would part it. */
export const CROSSHEAD_SPACE = 0.5
