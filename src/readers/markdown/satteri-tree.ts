import type { Root } from 'mdast'
import { Arena } from './satteri-arena.js'
import type { Made } from './satteri-nodes.js'
import type { WideCharacters } from './signs.js'

/**
 * Makes the mdast tree of what satteri lays out flat, as its own `materializeMdastTree` does in four times as long: of every
 * story that is read a tenth of the time went there. The layout is that of the version that package.json names. `from` is where
 * in the source the text begins that was laid out; places are those in the source.
 */
export function satteriTree(flat: Uint8Array, source: string, from = 0, wide?: WideCharacters): Root {
  const arena = new Arena(flat, source, from, wide)
  const remarks = arena.remarks()
  const root = arena.make(0)
  if (root.position) root.position.start = { offset: 0, line: 1, column: 1 }
  const parents: Made[] = [root]
  const numbers = [0]
  // No call for each level: a tree may be deeper than the call stack.
  for (let at = 0; at < parents.length; at++) {
    const node = numbers[at]!
    const count = arena.childCount(node)
    const first = arena.firstChild(node)
    const children: Made[] = new Array(count)
    for (let index = 0; index < count; index++) {
      const number = arena.numberAt(first + index)
      const child = arena.make(number)
      if (remarks?.has(number)) child.data = remarks.get(number)
      if (child.children) {
        parents.push(child)
        numbers.push(number)
      }
      children[index] = child
    }
    parents[at]!.children = children
  }
  return root as unknown as Root
}
