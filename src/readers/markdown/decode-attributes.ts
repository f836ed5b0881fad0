import type { Root } from 'mdast'
import { eachNode } from './each-node.js'

/** Decodes the character references in directives' attributes, which satteri leaves as they are written. */
export function decodeAttributes(tree: Root, source: string): Root {
  if (!source.includes('::')) return tree
  eachNode(tree, node => {
    if (!('attributes' in node) || !node.attributes) return
    for (const [name, value] of Object.entries(node.attributes)) {
      if (typeof value === 'string' && value.includes('&'))
        Object.assign(node.attributes, { [name]: decodeReferences(value) })
    }
  })
  return tree
}

/** The references that quoting needs: by number, and those that XML has names for. */
function decodeReferences(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/gi,
    (written, decimal, hex, name) => {
      if (name) return named[(name as string).toLowerCase()] ?? written
      const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}

const named: { readonly [name: string]: string } = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00A0' }
