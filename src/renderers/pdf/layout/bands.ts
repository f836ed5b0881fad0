import type { Breakable, Fill, Progress, Room } from './column-ways.js'
import { heightBetween, type Measures, TOLERANCE } from './measures.js'
import type { WideFloat } from './vertical.js'

/** Floats as wide as the page that one page sets: from `from` on at its head, from `foot` on at its foot, up to `to`. */
export interface Bands {
  from: number
  foot: number
  to: number
  /** Heights that they take from the columns, points. */
  headHeight: number
  footHeight: number
  cost: number
}

/** How many floats may stand at a page's head and foot. */
const PLACES: readonly (readonly [head: number, foot: number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
]
/** Part of a page that columns keep between the bands, and that the bands may take. */
const LEAST_COLUMNS = 0.12
const MOST_BANDS = 0.75

/** Costs, on the scale of `WIDOW_COST`, small beside that of a page left short: a foot is a little worse than a head. */
const AT_FOOT = 60
const BEFORE_SECTION = 150
const MOVED = 200
/** Worse than a widow. What crosses its section is set in its place in the end, between columns that end there. */
const CROSSED = 8_000

/** Returns the ways to set floats on a page that begins at a progress, none at all among them. */
export function bandsOn(list: Breakable, from: Progress, room: Room, columns: number): Bands[] {
  const { text } = list
  const none = noBands(from.wide)
  if (from.wide === text.wides.length) return [none]
  const fresh = room.text > room.page - TOLERANCE
  const ways = PLACES.flatMap(([head, foot]): Bands[] => {
    const middle = from.wide + head
    const to = middle + foot
    if (to > text.wides.length || !mayStand(text, from, middle, to, fresh)) return []
    const headHeight = sumOf(text.wides.slice(from.wide, middle), ({ height, after }) => height + after)
    const footHeight = sumOf(text.wides.slice(middle, to), ({ before, height }) => before + height)
    const bands = headHeight + footHeight
    if (bands > room.page * MOST_BANDS || room.text - bands < room.page * LEAST_COLUMNS) return []
    const last = text.wideAt[to - 1]!
    if (to > from.wide && heightBetween(text, from.text, last) > columns * (room.text - bands)) return []
    let cost = foot * AT_FOOT
    for (let wide = from.wide; wide < middle; wide++) {
      if (from.text >= text.wideFrom[wide]!) continue
      if (text.wides[wide]!.headed) return []
      cost += BEFORE_SECTION
    }
    return [{ from: from.wide, foot: middle, to, headHeight, footHeight, cost }]
  })
  return ways.length > 0 ? ways : [none]
}

/** Only what opens the columns stands above them on a page that has begun, and it stands nowhere else. */
function mayStand(
  { wides, wideAt, breaks, nextBreak }: Measures,
  from: Progress,
  foot: number,
  to: number,
  fresh: boolean,
) {
  if (wides.slice(foot, to).some(({ opens }) => opens)) return false
  return wides
    .slice(from.wide, foot)
    .every(({ opens }, index) => (opens ? wideAt[from.wide + index]! <= breaks[nextBreak[from.text]!]! : fresh))
}

/** Returns that a page sets no floats, after those before it. */
export function noBands(wide: number): Bands {
  return { from: wide, foot: wide, to: wide, headHeight: 0, footHeight: 0, cost: 0 }
}

/** Returns the room that bands leave to a column. */
export function withoutBands(room: Room, { headHeight, footHeight }: Bands): Room {
  const bands = headHeight + footHeight
  return bands === 0 ? room : { ...room, text: room.text - bands, total: room.total - bands }
}

/** Returns what it costs to end a page there; nothing where that may not be: a float stands on no page before its name. */
export function closeBands({ text }: Breakable, bands: Bands, to: Progress): number | undefined {
  const named = text.widesBefore[to.text]!
  if (bands.to > named) return undefined
  let cost = 0
  for (let wide = bands.foot; wide < named; wide++) {
    const waits = wide >= bands.to
    if (waits) cost += MOVED
    if (to.text > text.wideEnd[wide]! || (waits && hasLeft(text, wide, to.text))) cost += CROSSED
  }
  return cost
}

/** Returns the floats that stand behind the end of their section, or on another page where they may not leave theirs. */
export function crossing({ text }: Breakable, fills: readonly Fill[], columns: number): number[] {
  const found: number[] = []
  for (let start = 0; start < fills.length; start += columns) {
    const { bands, from } = fills[start]!
    const { to } = fills[Math.min(start + columns, fills.length) - 1]!
    for (let wide = bands.from; wide < bands.to; wide++) {
      const edge = wide < bands.foot ? from.text : to.text
      if (hasLeft(text, wide, from.text) || edge > text.wideEnd[wide]!) found.push(wide)
    }
  }
  return found
}

/** The part of a page that columns may leave empty above a float at its foot: all of them together, and one of them. */
const HOLE = { mean: 0.08, one: 0.12 }

/** Returns the floats at the foot of a page under columns that end far above them: in its place such a float has text below it. */
export function underHoles({ text }: Breakable, fills: readonly Fill[], columns: number, page: number): number[] {
  const found: number[] = []
  for (let start = 0; start + columns < fills.length; start += columns) {
    const beside = fills.slice(start, start + columns)
    const { bands } = beside[0]!
    const empty = beside.map(({ free }) => Math.max(0, free) / page)
    const mean = empty.reduce((sum, part) => sum + part, 0) / columns
    if (bands.foot === bands.to || (mean < HOLE.mean && Math.max(...empty) < HOLE.one)) continue
    for (let wide = bands.foot; wide < bands.to; wide++)
      if (text.wideAt[wide]! >= beside[0]!.from.text) found.push(wide)
  }
  return found
}

/** Returns whether a float that may not leave the page of its name does so on one that begins at a vert: words of the text stand between. */
function hasLeft(text: Measures, wide: number, begins: number): boolean {
  return text.wides[wide]!.stays && begins > text.breaks[text.nextBreak[text.wideAt[wide]!]!]!
}

function sumOf(floats: readonly WideFloat[], height: (float: WideFloat) => number): number {
  return floats.reduce((sum, float) => sum + height(float), 0)
}
