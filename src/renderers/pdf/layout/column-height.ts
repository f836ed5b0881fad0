import type { Progress } from './column-ways.js'
import { heightBetween, type Measures } from './measures.js'

/** Returns the height of a column: the floats that waited for it at its head, then text with those named in it. */
export function heightOf(text: Measures, from: Progress, to: number, set: number): number {
  if (text.floatsBefore[to] === from.float) return heightBetween(text, from.text, to)
  const waited = Math.min(set, text.floatsBefore[from.text]!)
  const opening = openingFloats(text, from.text, to)
  // Floats that open a column and wait on leave its head to what follows them.
  const begin =
    opening > 0 && set <= waited ? text.floatAt[text.floatsBefore[from.text]! + opening - 1]! + 1 : from.text
  const words = heightBetween(text, begin, to)
  if (set === from.float) return words
  const head = text.floatsAtHead[waited]! - text.floatsAtHead[from.float]!
  const here = text.floatsAbove[set]! - text.floatsAbove[waited]!
  // At a column's head, and under what waited for it, the space above a float falls away.
  const firsts = (waited > from.float ? [from.float] : []).concat(opening > 0 && set > waited ? [waited] : [])
  const above = firsts.reduce((sum, float) => sum + text.floats[float]!.before, 0)
  const last = text.floats[set - 1]!
  const below = to === from.text ? last.gap : endsWithFloat(text, to) ? last.after : 0
  return words + head + here - above - below
}

/** Returns how many floats are named in a column before anything else stands in it. */
export function openingFloats({ wordsAt, floatsBefore }: Measures, from: number, to: number): number {
  return floatsBefore[Math.min(to, wordsAt[from]!)]! - floatsBefore[from]!
}

/** Returns whether nothing stands between a float and the place before which a column ends. */
export function endsWithFloat({ verts }: Measures, to: number): boolean {
  let at = to - 1
  while (verts[at]?.t === 'wide' || verts[at]?.t === 'break') at--
  return verts[at]?.t === 'float'
}
