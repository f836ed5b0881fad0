import type { Block, List, ListItem } from '../../article/article.js'
import { renderEach } from './blocks.js'
import type { State } from './state.js'

/** Returns a list. `other`: the list directly before has the same kind of marker, so this one takes the other. */
export function renderList(node: List, other: boolean, state: State): string {
  const tight =
    Boolean(node.tight) &&
    node.children.every(item => item.children.every((_, at) => at === 0 || joins(item.children, at)))
  if (Boolean(node.tight) !== tight)
    state.report('the items of a tight list stand apart: one of them holds several blocks', 'markdown-spacing', node)
  const first = node.start ?? 1
  const items = node.children.map((item, at) => {
    const marker = node.ordered ? `${first + at}${other ? ')' : '.'}` : other ? '*' : '-'
    return renderItem(item, marker, tight, state)
  })
  return items.join(tight ? '\n' : '\n\n')
}

function renderItem(item: ListItem, marker: string, tight: boolean, state: State): string {
  const content = renderEach(item.children, state)
  const box = taskBox(item, content[0] ?? '', state)
  const text = box + content.join(tight ? '\n' : '\n\n')
  const indent = ' '.repeat(marker.length + 1)
  const lines = text.split('\n').map((line, at) => (at === 0 || line === '' ? line : indent + line))
  return text === '' ? marker : `${marker} ${lines.join('\n')}`
}

/** GFM 5.3: the box of a task stands before the words of its first paragraph. */
function taskBox(item: ListItem, first: string, state: State): string {
  if (item.checked === undefined) return ''
  if (item.children[0]?.type === 'paragraph' && first !== '') return item.checked ? '[x] ' : '[ ] '
  state.report('a task without a paragraph of its own lost its box', 'markdown-task', item)
  return ''
}

/** Whether a block may follow the one before it without a blank line and still be read as a block of its own. */
function joins(blocks: readonly Block[], at: number): boolean {
  const [before, block] = [blocks[at - 1]!, blocks[at]!]
  if (before.type !== 'paragraph') return false
  // CommonMark 5.3: only a list that starts at 1 with words can interrupt a paragraph.
  if (block.type === 'list')
    return (
      (!block.ordered || (block.start ?? 1) === 1) &&
      Boolean(block.tight) &&
      block.children[0]?.children[0]?.type === 'paragraph'
    )
  return block.type === 'code'
}
