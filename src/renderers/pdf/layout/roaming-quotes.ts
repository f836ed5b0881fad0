import type { Breakable } from './column-ways.js'
import { measure } from './measures.js'
import { citedBy } from './notes.js'
import { FORBIDDEN, floatAbove, type Vert } from './vertical.js'

/** Returns a list once for each pull quote named from a vert on, and each other place between paragraphs of its section. */
export function* withQuotesElsewhere(list: Breakable, from: number): Generator<Breakable> {
  const { text, spots, cited } = list
  const { verts, grid, loose } = text
  for (let at = from; at < verts.length; at++) {
    const quote = verts[at]!
    const end = verts[at + 1]
    if (quote.t !== 'float' || !quote.roams || end?.t !== 'break' || end.cost > 0) continue
    // Its space above was settled with what it would leave.
    if (floatAbove(verts, at)) continue
    for (const place of placesFor(verts, at, from)) {
      const moved = verts.toSpliced(at, 2)
      moved.splice(place > at ? place - 2 : place, 0, quote, end)
      yield {
        ...list,
        text: { ...measure(moved, grid), loose },
        cited: citedBy(moved, spots, cited.end[0], cited.lastStart[0]),
      }
    }
  }
}

/** Returns the verts before which a pull quote may stand: paragraphs of its section that follow another. */
function placesFor(verts: readonly Vert[], at: number, from: number): number[] {
  const places: number[] = []
  const begin = Math.max(from, verts.findLastIndex(({ t }, index) => index < at && t === 'section') + 1)
  for (let place = begin; place < verts.length && verts[place]!.t !== 'section'; place++)
    if (followsParagraph(verts, place) && !isBeside(verts, place, at)) places.push(place)
  return places
}

/** Returns whether a paragraph of the running text begins there that a column may begin with, and another ends there. */
function followsParagraph(verts: readonly Vert[], at: number): boolean {
  const vert = verts[at]!
  const first = vert.t === 'snap' ? verts[at + 1]! : vert
  if (first.t !== 'box' || !first.paragraph?.across || (vert === first && verts[at - 1]?.t === 'snap')) return false
  let before = at - 1
  while (verts[before]?.t === 'skip') before--
  const end = verts[before]
  if (end?.t !== 'break' || end.cost >= FORBIDDEN) return false
  while (verts[before]?.t === 'skip' || verts[before]?.t === 'break') before--
  return verts[before]?.t === 'box'
}

/** It stands there already. */
function isBeside(verts: readonly Vert[], place: number, at: number): boolean {
  return verts.slice(Math.min(place, at) + 1, Math.max(place, at)).every(({ t }) => t === 'skip' || t === 'break')
}
