import type { ArticleNode, Block, Heading } from '../../article/article.js'
import { childrenOf } from '../../article/walk.js'
import type { Reading } from './reading.js'

/** Containers whose headings head a part of the section that the container stands in. */
const containers = new Set<ArticleNode['type']>(['quote', 'box', 'list', 'listItem', 'extension', 'note'])

/**
 * Turns Markdown depths into ranks. The outermost section has rank 1 whatever its depth, and a level that the source skips
 * is closed up, since a reader of the PDF or the Word file climbs the outline step by step (ISO 14289-1 7.4.2). Where none are
 * `nested` in other blocks, those are not looked into.
 */
export function closeUpRanks(children: readonly Block[], reading: Reading, nested = true): void {
  const outermost = children.some(block => block.type === 'heading' && block.rank === 1) ? 1 : 2
  rankWithin(children, { open: [], above: 0, expected: outermost }, reading, nested)
}

interface Level {
  /** Depths of the sections that are open here. */
  open: number[]
  /** Rank of the section that the container stands in. */
  above: number
  /** Depth that the first heading should have. */
  expected: number
}

function rankWithin(nodes: readonly ArticleNode[], level: Level, reading: Reading, nested = true): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.type === 'heading') rank(node, level, reading)
    else if (nested && containers.has(node.type)) {
      const above = Math.min(level.above + level.open.length, 5)
      rankWithin(childrenOf(node), { open: [], above, expected: 0 }, reading)
    }
  }
}

function rank(heading: Heading, level: Level, reading: Reading): void {
  const depth = heading.rank
  const before = level.open.at(-1)
  const deepest = before === undefined ? level.expected : before + 1
  if (deepest > 0 && depth > deepest && level.above === 0) warnOfSkip(heading, deepest, reading)
  while (level.open.length > 0 && level.open.at(-1)! >= depth) level.open.pop()
  level.open.push(depth)
  heading.rank = Math.min(level.above + level.open.length, 6) as Heading['rank']
}

function warnOfSkip(heading: Heading, deepest: number, reading: Reading): void {
  const [wrote, fits] = [heading.rank, deepest].map(depth => '#'.repeat(depth))
  reading.report('heading-skip', `\`${wrote}\` skips a level: it was read as \`${fits}\``, heading)
}
