import type { Breakable } from './column-ways.js'
import { heightBetween, type Measures, TOLERANCE } from './measures.js'
import type { Relaxed } from './page-plan.js'
import { WIDOW_COST } from './vertical.js'

/** Costs, on the scale of `WIDOW_COST`. */
const NOTE_SPLIT = 2_500
const NOTE_MOVED = 11_000

/** How far the notes of a column are set, how high they are with their rule, and what that costs. */
export interface SettledNotes {
  to: number
  height: number
  cost: number
  relaxed: readonly Relaxed[]
}

/** Those of a column that cites none. */
export const noNotes: SettledNotes = { to: 0, height: 0, cost: 0, relaxed: [] }

/** Returns how far notes are set in a column that ends at `to`; nothing where the first of them would find no room. */
export function settleNotes(
  { notes, cited, noteHead }: Breakable,
  from: number,
  to: number,
  room: number,
): SettledNotes | undefined {
  const wanted = cited.end[to]!
  if (wanted <= from) return { ...noNotes, to: from }
  const whole = heightBetween(notes, from, wanted) + noteHead
  if (whole <= room + TOLERANCE) return { to: wanted, height: whole, cost: 0, relaxed: noNotes.relaxed }
  const end = furthestBreak(notes, from, room - noteHead)
  if (end === undefined) return undefined
  const height = heightBetween(notes, from, end) + noteHead
  return end > cited.lastStart[to]!
    ? { to: end, height, cost: NOTE_SPLIT, relaxed: ['note-split'] }
    : { to: end, height, cost: NOTE_MOVED, relaxed: ['note-moved'] }
}

/** Returns the height of the least that may be set of a note, its rule left aside: without room for it none is. Points. */
export function leastNote(notes: Measures, from: number): number {
  let at = notes.nextBreak[from]!
  while (notes.costs[at]! >= WIDOW_COST) at++
  return heightBetween(notes, from, notes.breaks[at]!)
}

/** Returns the last place in the room where a note may be divided: two lines stand on each side. */
function furthestBreak(notes: Measures, from: number, room: number): number | undefined {
  let best: number | undefined
  for (let at = notes.nextBreak[from]!; at < notes.breaks.length; at++) {
    const end = notes.breaks[at]!
    if (heightBetween(notes, from, end) > room + TOLERANCE) break
    if (notes.costs[at]! < WIDOW_COST) best = end
  }
  return best
}
