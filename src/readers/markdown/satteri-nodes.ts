import type { Nodes } from 'mdast'
import type { Arena } from './satteri-arena.js'

/** A node, its children yet to come. */
export type Made = { type: string; position: Nodes['position']; children?: Made[]; data?: unknown }

const references = ['shortcut', 'collapsed', 'full'] as const
const columns = [null, 'left', 'right', 'center'] as const

const plain = (type: string) => (node: Arena) => ({ type, position: node.position, children: none })
const valued = (type: string) => (node: Arena) => ({ type, position: node.position, value: node.text(0) })
const named = (type: string) => (node: Arena) => ({
  type,
  position: node.position,
  name: node.text(0),
  attributes: attributesOf(node),
  children: none,
})

/** Stands where children will. */
const none: Made[] = []

/** What is made of each kind of node that satteri has a number for; of kinds that it was not asked for there are none. */
export const makers: { readonly [kind: number]: (node: Arena) => Made } = {
  0: plain('root'),
  1: plain('paragraph'),
  2: node => ({ type: 'heading', position: node.position, depth: node.byte(0), children: none }),
  3: ({ position }) => ({ type: 'thematicBreak', position }),
  4: plain('blockquote'),
  5: node => {
    const ordered = node.byte(4) !== 0
    const start = ordered ? node.number(0) : null
    return { type: 'list', position: node.position, ordered, start, spread: node.byte(5) !== 0, children: none }
  },
  6: node => {
    const checked = node.byte(0) === 2 ? null : node.byte(0) === 1
    return { type: 'listItem', position: node.position, spread: node.byte(1) !== 0, checked, children: none }
  },
  7: valued('html'),
  8: node => ({
    type: 'code',
    position: node.position,
    lang: node.textOrNull(0),
    meta: node.textOrNull(8),
    value: node.text(16),
  }),
  9: node => ({
    type: 'definition',
    position: node.position,
    url: node.text(0),
    title: node.textOrNull(8),
    identifier: node.text(16),
    label: node.text(24),
  }),
  10: valued('text'),
  11: plain('emphasis'),
  12: plain('strong'),
  13: valued('inlineCode'),
  14: ({ position }) => ({ type: 'break', position }),
  15: node => ({
    type: 'link',
    position: node.position,
    url: node.text(0),
    title: node.textOrNull(8),
    children: none,
  }),
  16: node => ({
    type: 'image',
    position: node.position,
    url: node.text(0),
    alt: node.text(8),
    title: node.textOrNull(16),
  }),
  17: node => ({
    type: 'linkReference',
    position: node.position,
    identifier: node.text(0),
    label: node.text(8),
    referenceType: references[node.byte(16)],
    children: none,
  }),
  18: node => ({
    type: 'imageReference',
    position: node.position,
    identifier: node.text(0),
    label: node.text(8),
    referenceType: references[node.byte(16)],
    alt: node.text(20),
  }),
  19: node => ({
    type: 'footnoteDefinition',
    position: node.position,
    identifier: node.text(0),
    label: node.text(8),
    children: none,
  }),
  20: node => ({
    type: 'footnoteReference',
    position: node.position,
    identifier: node.text(0),
    label: node.text(8),
  }),
  21: node => {
    const align = Array.from({ length: node.number(0) }, (_, column) => columns[node.byte(4 + column)] ?? null)
    return { type: 'table', position: node.position, align, children: none }
  },
  22: plain('tableRow'),
  23: plain('tableCell'),
  24: plain('delete'),
  30: named('containerDirective'),
  31: named('leafDirective'),
  32: named('textDirective'),
}

function attributesOf(node: Arena): { [name: string]: string } {
  const attributes: { [name: string]: string } = {}
  const count = node.number(8)
  for (let at = 16; at < 16 * (count + 1); at += 16) attributes[node.text(at)] = node.text(at + 8)
  return attributes
}
