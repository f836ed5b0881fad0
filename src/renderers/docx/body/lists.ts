import type { Block, List, ListItem } from '../../../article/article.js'
import { deepestLevel, type ListKind } from '../parts/numbering.js'
import { blocks, keepLast, textStyle } from './blocks.js'
import type { Flow } from './flow.js'
import { paragraph, takeOpening } from './paragraph.js'
import type { Piece } from './pieces.js'

/** Returns a list. It has numbers of its own; deeper than Word's nine levels it stays on the ninth. */
export function list(node: List, flow: Flow): Piece[] {
  const level = Math.min(flow.lists, deepestLevel)
  const ids = new Map<ListKind, number>()
  const pieces: Piece[] = []
  let before = takeOpening(flow).runs ?? ''
  for (const [index, item] of node.children.entries()) {
    const kind = kindOf(node, item, flow)
    const id = ids.get(kind) ?? flow.file.numbering.add(kind, level, node.start)
    ids.set(kind, id)
    const inside: Flow = {
      ...flow,
      lists: flow.lists + 1,
      tight: node.tight ?? false,
      opening: {
        numbering: `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`,
        runs: before + (item.checked === undefined ? '' : taskBox(item.checked)),
      },
    }
    before = ''
    // No item stands alone before or after a page's end.
    if (index === 1 || (index > 1 && index === node.children.length - 1)) keepLast(pieces)
    pieces.push(...beforeItem(item, inside), ...blocks(item.children, inside))
  }
  return pieces
}

function kindOf(node: List, item: ListItem, flow: Flow): ListKind {
  if (item.checked !== undefined) return 'task'
  if (node.ordered) return flow.box === undefined ? 'ordered' : 'boxOrdered'
  return flow.box === undefined ? 'bullet' : 'boxBullet'
}

/** The box is a letter of the text: programs that know no check boxes show it all the same. */
function taskBox(checked: boolean): string {
  return `<w:r><w:t>${checked ? '☑' : '☐'}</w:t></w:r><w:r><w:tab/></w:r>`
}

/** What an item may begin with: a paragraph that can bear the item's mark. */
const bearers: ReadonlySet<Block['type']> = new Set([
  'paragraph',
  'heading',
  'quote',
  'code',
  'embed',
  'separator',
  'pullQuote',
])

/** An item that is empty, or begins with a list or a table, has its mark on a line of its own. */
function beforeItem(item: ListItem, flow: Flow): Piece[] {
  const [first] = item.children
  return first && bearers.has(first.type) ? [] : [paragraph(textStyle(flow, false), '', flow)]
}
