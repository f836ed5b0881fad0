import type { Nodes, Root } from 'mdast'
import { MOST_OF_A_RULE } from '../messages.js'
import { placeAt } from '../place.js'
import type { Reading } from './reading.js'
import { sign } from './signs.js'

const mark = /(?<!\\)\[\^([^\]\s]{1,100})\]/g

/** Reports marks such as `[^4]` for which there is no note: Markdown leaves them in the text. */
export function reportMissingNotes(tree: Root, reading: Reading): void {
  if ((reading.signs.seen & sign.note) === 0 || !reading.source.includes('[^')) return
  let found = 0
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') found += reportIn(node.position, reading)
    if (found > MOST_OF_A_RULE) return
    if ('children' in node) for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at]!)
  }
}

/** Reports the marks in one text; returns how many there are, at most as many as are shown. */
function reportIn(position: Nodes['position'], reading: Reading): number {
  const { start, end } = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return 0
  const text = reading.source.slice(start.offset, end.offset)
  let count = 0
  for (const found of text.matchAll(mark)) {
    const reason = `there is no note \`[^${found[1]}]\`: its mark was left in the text`
    const { line, column } = placeAt(text, found.index).start
    const point = { line: start.line + line - 1, column: line === 1 ? start.column + column - 1 : column }
    reading.report('note-missing', reason, { position: { start: point, end: point } })
    if (++count > MOST_OF_A_RULE) break
  }
  return count
}
