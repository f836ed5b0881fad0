import type { Breakable } from './column-ways.js'
import { measure } from './measures.js'

/** Returns a list once for each figure named from a vert on that may stand across the columns, with it set so. */
export function* withFloatAcross(list: Breakable, from: number): Generator<Breakable> {
  const { verts, grid } = list.text
  // A heading is not to end the columns where the figure below it went.
  const end = verts.findLastIndex(vert => vert.t === 'box')
  for (let at = from; at < end; at++) {
    const vert = verts[at]!
    const float = vert.t === 'float' ? vert.across?.() : undefined
    if (float) yield { ...list, text: measure(verts.with(at, { t: 'wide', float }), grid) }
  }
}
