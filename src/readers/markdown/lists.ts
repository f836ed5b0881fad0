import type { List as MdastList, ListItem as MdastListItem } from 'mdast'
import type { Block, ListItem } from '../../article/article.js'
import { readBlocks } from './blocks.js'
import { placedAt, type Reading } from './reading.js'

/** A list of one item above the days of a month, or any list that begins with a year: `1945. That was the year.` */
const isSentence = (start: number, items: number): boolean =>
  (items === 1 && start > 31) || (start >= 1000 && start < 3000)

/** Reads a list. It is tight where no blank line stands between its items or inside them. */
export function readList(node: MdastList, reading: Reading): Block[] {
  const start = node.ordered ? (node.start ?? 1) : 1
  if (isSentence(start, node.children.length))
    reading.report('list-year', `\`${start}.\` at the start of a paragraph was read as a numbered list`, node)
  const ordered = Boolean(node.ordered)
  const tight = !node.spread && node.children.every(item => !item.spread || item.children.length < 2)
  const children = node.children.map(item => readItem(item, reading))
  const list: Block =
    start === 1 ? { type: 'list', ordered, tight, children } : { type: 'list', ordered, start, tight, children }
  return [placedAt(list, node)]
}

function readItem(node: MdastListItem, reading: Reading): ListItem {
  const children = readBlocks(node.children, reading)
  const { checked } = node
  const item: ListItem =
    typeof checked === 'boolean' ? { type: 'listItem', checked, children } : { type: 'listItem', children }
  return placedAt(item, node)
}
