import type { List, ListItem } from '../../../article/article.js'
import type { Style } from '../../../templates/template.js'
import type { Flow, ItemFlow } from '../layout/flow.js'
import { addElement, addSlot } from '../tag/structure.js'
import { toFlows } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'

const bullets = ['\u2022', '\u2013', '\u00b7']

/** A list in the setting of the text around it; lists in its items are lists in their bodies. */
export function listFlows(node: List, state: BlockState): Flow[] {
  const { document } = state
  const style = document.sheet.style('list')
  const list = addElement(state.parent, 'L', { attributes: { listNumbering: node.ordered ? 'Decimal' : 'Disc' } })
  const last = (node.start ?? 1) + node.children.length - 1
  const size = state.base.size ?? 10.5
  const indent = node.ordered
    ? Math.max(style.indentStart ?? 15, String(last).length * size * 0.54 + 11)
    : indentOf(style, state)
  const nested = state.listDepth > 0
  const items = node.children.map((item, index): ItemFlow => {
    const flow = itemFlow(item, node, index, indent, {
      ...state,
      parent: list,
      base: itemBase(node, style, state),
      listDepth: state.listDepth + 1,
      before: undefined,
    })
    const tightness = gapOf(node, state)
    if (index > 0) flow.before = tightness
    else flow.before = nested ? tightness : state.place === 'body' ? (style.before ?? 0) : 0
    if (index === node.children.length - 1)
      flow.after = nested ? 0 : state.place === 'body' ? (style.after ?? 0) : (state.base.after ?? 0)
    return flow
  })
  // No item stands alone before or after a break.
  for (const item of [items[0], items.at(-2)]) if (item && items.length > 1) item.keepWithNext = true
  return items
}

function indentOf(style: Style, state: BlockState): number {
  const indent = style.indentStart ?? 15
  return state.place === 'body' ? indent : Math.min(indent, 12.5)
}

/** Space between items: in a panel its own, in text a little in a tight list and half a line in a loose one. */
function gapOf(node: List, state: BlockState): number {
  if (state.place === 'box') return Math.max(state.base.after ?? 0, 2)
  const leading = state.base.leading ?? 15
  return node.tight ? Math.round(leading * 0.14 * 10) / 10 : Math.round(leading * 0.4 * 10) / 10
}

function itemBase(node: List, _style: Style, state: BlockState): Style {
  const between = node.tight ? 0 : Math.round((state.base.leading ?? 15) * 0.3 * 10) / 10
  return { ...state.base, before: 0, after: between, firstLine: 0 }
}

function itemFlow(item: ListItem, node: List, index: number, indent: number, state: BlockState): ItemFlow {
  const { document } = state
  const element = addElement(state.parent, 'LI')
  const label = addElement(element, 'Lbl')
  const style = document.sheet.text({ ...state.base, numerals: 'lining' }, state.language)
  const task = item.checked !== undefined
  const text = task
    ? item.checked
      ? '\u2611'
      : '\u2610'
    : node.ordered
      ? `${(node.start ?? 1) + index}.`
      : bullet(state)
  const accent = state.place === 'box' && !node.ordered && !task
  const marker = makeSpan(
    text,
    accent ? { ...style, colour: document.sheet.colour('accent') } : style,
    addSlot(label),
    document,
  )
  const body = addElement(element, 'LBody')
  const children = toFlows(item.children, { ...state, parent: body })
  // The last block's own space would widen the gap to the next item.
  const last = children.at(-1)
  if (last?.t === 'text') last.after = 0
  return {
    t: 'item',
    marker: [marker],
    indent,
    markerAtEnd: node.ordered,
    children,
    rtl: state.rtl,
    before: 0,
    after: 0,
  }
}

/** Dashes in panels, bullets in text, and other signs the deeper a list lies. */
function bullet(state: BlockState): string {
  const depth = state.listDepth - 1 + (state.place === 'box' ? 1 : 0)
  return bullets[depth % bullets.length]!
}
