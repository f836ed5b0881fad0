import type { Block, ListItem } from '../../article/article.js'
import type { Reading } from '../markdown/reading.js'
import { toBlocks } from './blocks.js'
import type { HtmlChild, HtmlElement } from './tree.js'

/** Reads `<ul>` and `<ol>`; what stands between the items becomes an item, so that no word is lost. */
export function readListElement(element: HtmlElement, reading: Reading): Block[] {
  const children = element.children.flatMap((child): ListItem[] => readItem(child, reading))
  if (children.length === 0) return []
  const start = Number(/^\d{1,9}$/.exec(element.attributes.start ?? '')?.[0] ?? 1)
  const ordered = element.tag === 'ol'
  return [
    {
      type: 'list',
      ordered,
      ...(ordered && start !== 1 && { start }),
      tight: true,
      children,
      ...(element.position && { position: element.position }),
    },
  ]
}

function readItem(child: HtmlChild, reading: Reading): ListItem[] {
  const isItem = child.kind === 'element' && child.tag === 'li'
  const children = toBlocks(isItem ? child.children : [child], reading)
  if (children.length === 0 && !isItem) return []
  const box = isItem
    ? child.children.find((inner): inner is HtmlElement => inner.kind === 'element' && inner.tag === 'input')
    : undefined
  const checked = box?.attributes.type === 'checkbox' ? { checked: 'checked' in box.attributes } : {}
  const position = isItem && child.position ? { position: child.position } : {}
  return [{ type: 'listItem', ...checked, children, ...position }]
}
