import type { Heading as MdastHeading } from 'mdast'
import type { Block, Heading, Inline } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { readInlines } from './inlines.js'
import { placedAt, type Reading } from './reading.js'

/**
 * Reads a heading at its Markdown depth and without an id: ranks and ids follow from all headings together
 * (`outline.ts`, `transforms/heading-ids.ts`).
 */
export function readHeading(node: MdastHeading, reading: Reading): Block[] {
  const children = readInlines(node.children, reading)
  const { id, words } = endsInId(node, reading) ? takeId(children) : { id: '', words: children }
  if (inlineText(words).trim() === '' && words.every(child => child.type === 'text' || child.type === 'lineBreak')) {
    reading.report('heading-empty', 'a heading without words was left out', node)
    return []
  }
  warnOfUnderlinedSentence(node, children, reading)
  reading.headings++
  return [placedAt<Block>({ type: 'heading', rank: node.depth, id, children: words }, node)]
}

/** Whether the heading's last brace begins an id, and is no word: an escape says that it is. */
function endsInId(node: MdastHeading, reading: Reading): boolean {
  const source = reading.source.slice(node.position?.start.offset, node.position?.end.offset)
  const [, escapes] = /(\\*)\{#[^{]*$/.exec(source) ?? []
  return escapes !== undefined && escapes.length % 2 === 0
}

/** `## Method {#how}`: the id that Pandoc, Hugo and kramdown let a writer give. */
function takeId(children: Inline[]): { id: string; words: Inline[] } {
  const last = children.at(-1)
  const found =
    last?.type === 'text' && last.value.includes('{#') ? /\{#([^\s{}]+)[^{}]*\}\s*$/.exec(last.value) : undefined
  if (last?.type !== 'text' || !found) return { id: '', words: children }
  const value = last.value.slice(0, found.index).trimEnd()
  return { id: found[1]!, words: [...children.slice(0, -1), ...(value ? [{ ...last, value }] : [])] }
}

/** A line directly above `---` becomes a heading, which few who want a rule expect. */
function warnOfUnderlinedSentence(node: MdastHeading, children: Heading['children'], reading: Reading): void {
  if (node.depth !== 2) return
  const source = reading.source.slice(node.position?.start.offset, node.position?.end.offset)
  if (!/-[ \t]*$/.test(source) || !/[\r\n]/.test(source)) return
  const words = inlineText(children).trim()
  if (/[.。؟:;,]$/.test(words) || words.length > 120)
    reading.report('heading-underline', `the line above \`---\` was read as a heading: \`${words.slice(0, 60)}\``, node)
}
