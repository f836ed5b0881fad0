import { type Order, orderOf } from '../../../ooxml/schema-order.js'
import { type RawElement, rawElements, rawInside } from './raw-xml.js'

/**
 * Returns markup with the children of each element where the schema has them, and once where it has them once. Word opens
 * its own and LibreOffice's files; Pandoc's `reference.docx` has properties in an order that Word puts up with only by luck.
 */
export function inSchemaOrder(markup: string): string {
  let written = ''
  let at = 0
  for (const element of rawElements(markup)) {
    const start = markup.indexOf(element.raw, at)
    written += markup.slice(at, start) + elementInOrder(element)
    at = start + element.raw.length
  }
  return written + markup.slice(at)
}

function elementInOrder({ name, raw }: RawElement): string {
  const inside = rawInside(raw)
  if (inside === '') return raw
  const order = orderOf(name)
  const end = raw.lastIndexOf('</')
  const settled = order ? settle(rawElements(inside), order) : inSchemaOrder(inside)
  return raw.slice(0, end - inside.length) + settled + raw.slice(end)
}

/** What the schema does not know of, an extension's element, stays behind the one before it. */
function settle(children: readonly RawElement[], order: Order): string {
  let place = -1
  const seen = new Set<string>()
  const placed = children.flatMap(child => {
    const known = order.place.get(child.name)
    place = known ?? place
    if (known !== undefined && !order.repeated.has(child.name) && seen.has(child.name)) return []
    seen.add(child.name)
    return [{ place, markup: elementInOrder(child) }]
  })
  return placed
    .sort((one, other) => one.place - other.place)
    .map(({ markup }) => markup)
    .join('')
}
