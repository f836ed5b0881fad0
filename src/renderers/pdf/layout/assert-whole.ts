import type { Breakable, Fill, Progress } from './column-ways.js'

/** Throws where not every vert, note and float reaches a page, once and in order: the breaker is at fault, not the article. */
export function assertWhole({ text, cited }: Breakable, fills: readonly Fill[], note: number): void {
  let at: Progress = { text: 0, note, float: 0, wide: 0 }
  for (const { from, to, bands } of fills) {
    if (bands.to !== to.wide || (from.wide !== at.wide && bands.from !== at.wide))
      throw new Error('a float was set twice or never')
    if (from.text !== at.text || from.note !== at.note || from.float !== at.float)
      throw new Error('a block was set twice or never')
    at = to
  }
  const end = text.verts.length
  if (at.text !== end || at.float !== text.floats.length || at.wide !== text.wides.length || at.note < cited.end[end]!)
    throw new Error('a block did not reach a page')
}
