import type { Nodes, Root } from 'mdast'
import { placeAt } from '../place.js'
import type { Reading } from './reading.js'

const mark = /(?<!\\)\[\^([^\]\s]{1,100})\]/g

/** Reports marks such as `[^4]` for which there is no note: Markdown leaves them in the text. */
export function reportMissingNotes(tree: Root, reading: Reading): void {
  if (!reading.source.includes('[^')) return
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') reportIn(node.position, reading)
    if ('children' in node) for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at]!)
  }
}

function reportIn(position: Nodes['position'], reading: Reading): void {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return
  for (const found of reading.source.slice(start.offset, end.offset).matchAll(mark)) {
    const reason = `there is no note \`[^${found[1]}]\`: its mark was left in the text`
    reading.report('note-missing', reason, { position: placeAt(reading.source, start.offset + found.index) })
  }
}
