import { openingFloats } from './column-height.js'
import type { Progress, Room } from './column-ways.js'
import type { Copyfit } from './copyfit.js'
import type { Measures } from './measures.js'

/**
 * Costs, on the scale of `WIDOW_COST`. An empty column costs `EMPTY`, a partly empty one the square of its share and more: a
 * column short by two fifths is better than a widow, one short by half is worse.
 */
const EMPTY = 24_000
/** What a column costs besides of which it is seen that it ends early: a few such columns are better than many. */
const SHORT = 300
/** Part of a page, three lines of text. */
const SHORT_SHARE = 0.06
/** And what it costs to leave so much that it gapes: rather are several columns short by two lines than one by six. */
const HOLE = 2_000
const HOLE_SHARE = { begins: 0.05, gapes: 0.13 }
/** Pictures as small as they may become: better than a page that ends a sixth early. */
const SQUEEZED = 600
/** A paragraph set a line closer, and one set a line looser, which is seen more: better than a column that is two lines short. */
export const COPYFIT = { '-1': 60, 1: 120 }
/** What no column has room for: it is taken where nothing else is left. */
export const TOO_TALL = 50_000
/** Pull quotes right under one another at a column's head: as bad as a widow, however many, or a row of them filled no page. */
export const QUOTES_MEET = 6_000
/** Running text that waits for another page: a reader of the file's text would find it out of its order. Dearer than any hole. */
const WORDS_LEAVE = 30_000

/** Returns what it costs to leave a column empty. */
export function emptyCost(room: Room): number {
  return EMPTY * (room.text / room.page) ** 2
}

/** Returns what it costs that so much stays empty under a column, points. */
export function emptiness(free: number, room: Room): number {
  const share = Math.max(0, free) / room.page
  const hole = Math.max(0, Math.min(1, (share - HOLE_SHARE.begins) / (HOLE_SHARE.gapes - HOLE_SHARE.begins)))
  return EMPTY * share * share + SHORT * Math.min(1, share / SHORT_SHARE) + HOLE * hole
}

/** Returns what it costs that paragraphs of a column are set closer or looser. */
export function copyfitCost(fit: Copyfit | undefined): number {
  return fit ? COPYFIT[fit.more] * fit.paragraphs.length : 0
}

/** Returns what it costs that the pictures of a column are lower than they should be. */
export function squeezeCost(text: Measures, from: Progress, set: number, squeezed: number): number {
  return squeezed === 0 ? 0 : (SQUEEZED * squeezed) / (text.floatsGive[set]! - text.floatsGive[from.float]!)
}

/** Returns what it costs that the floats from `set` on, named before `to`, stand in a later column. */
export function waitingCost(text: Measures, to: number, set: number, room: Room): number {
  const { floats, floatsBefore, floatsWaiting } = text
  const named = floatsBefore[to]!
  let leaving = 0
  if (room.last) for (let at = set; at < named; at++) if (floats[at]!.words) leaving += WORDS_LEAVE
  return floatsWaiting[named]! - floatsWaiting[set]! + leaving
}

/**
 * Returns whether a pull quote stands right under another at the head of a column that ends at `to` and sets the floats before
 * `set`: they waited for it, or are named there.
 */
export function quotesMeet(text: Measures, from: Progress, to: number, set: number): boolean {
  const { floats, floatsBefore } = text
  if (set < from.float + 2) return false
  const heads = Math.min(set, floatsBefore[from.text]! + openingFloats(text, from.text, to))
  for (let at = from.float + 1; at < heads; at++) if (floats[at - 1]!.roams && floats[at]!.roams) return true
  return false
}
