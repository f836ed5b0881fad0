import type { List as MdastList, ListItem as MdastListItem } from 'mdast'
import type { Block, ListItem } from '../../article/article.js'
import { readBlocks } from './blocks.js'
import { placed, type Reading } from './reading.js'

/** No month is longer: a list of one item that starts above it began as a sentence (`1945. That was the year.`). */
const HIGHEST_LIKELY_START = 31

/** Reads a list. It is tight where no blank line stands between its items or inside them. */
export function readList(node: MdastList, reading: Reading): Block[] {
  const start = node.ordered ? (node.start ?? 1) : 1
  if (node.children.length === 1 && start > HIGHEST_LIKELY_START)
    reading.report(
      'list-year',
      `\`${start}.\` at the start of a paragraph was read as a numbered list of one item`,
      node,
    )
  const children = node.children.map(item => readItem(item, reading))
  return [
    {
      type: 'list',
      ordered: Boolean(node.ordered),
      ...(start !== 1 && { start }),
      tight: !node.spread && node.children.every(item => !item.spread),
      children,
      ...placed(node),
    },
  ]
}

function readItem(node: MdastListItem, reading: Reading): ListItem {
  const checked = typeof node.checked === 'boolean' ? { checked: node.checked } : {}
  return { type: 'listItem', ...checked, children: readBlocks(node.children, reading), ...placed(node) }
}
