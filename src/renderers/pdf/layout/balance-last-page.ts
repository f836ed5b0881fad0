import { withoutBands } from './bands.js'
import { breakEvenly } from './break-columns.js'
import { quotesMeet } from './column-costs.js'
import { spreadOf } from './column-ends.js'
import type { Breakable, Even, Fill, Room } from './column-ways.js'
import type { Relaxed } from './page-plan.js'

/** Heights tried above the least one, half a line apart. */
const TRIED = 9
/** Points of difference that nobody sees. */
const UNSEEN = 0.5

/** What balancing needs to know of the pages. */
export interface ColumnPages {
  /** Of each page. */
  columns: number
  /** The whole text ends there: there more is done for even columns than above a full-width block. */
  atTheEnd: boolean
  roomOf(column: number): Room
  /** Distance of baselines, points. */
  leading: number
}

/** How pages were filled, and with what: on the last one paragraphs may have become longer, and pictures smaller. */
export interface Balanced {
  fills: Fill[]
  list: Breakable
}

/** Pages whose last one is balanced, and what it still lacks: under 1 its columns are even, and no rule is broken. */
export interface Setting extends Balanced {
  score: number
}

/** Returns the number of the last page's first column. */
export function firstOfLastPage(fills: readonly Fill[], { columns }: ColumnPages): number {
  return Math.floor((fills.length - 1) / columns) * columns
}

/**
 * The least height in which the last page holds everything is found by halving; of that and a few greater ones the best is
 * taken. Columns that nothing else makes even may divide a note.
 */
export function balanceLastPage(
  whole: Breakable,
  fills: readonly Fill[],
  pages: ColumnPages,
  list = whole,
  how: Even = 'quickly',
): Setting {
  const { columns, leading } = pages
  const first = firstOfLastPage(fills, pages)
  const last = fills.slice(first)
  const asFilled = list === whole ? scoreOf(list, last, columns, leading) : Number.POSITIVE_INFINITY
  let best = { fills: last, score: asFilled }
  const shortest = last.reduce((sum, fill) => sum + fill.height, 0) / (list === whole ? columns : 2 * columns)
  const tallest = Math.max(...last.map(fill => fill.height)) + (list === whole ? 0 : leading)
  for (const borne of [[], ['note-split']] as Relaxed[][]) {
    if (best.score < 1) break
    const attempt = (height: number) => evenly(list, last[0]!, first, pages, height, how)
    const least = leastHeight(attempt, shortest, tallest, borne)
    for (let tried = 0; tried <= TRIED && best.score >= 1; tried++) {
      attempt(least + (tried * leading) / 2).forEach((even, rank) => {
        const score = scoreOf(list, even, columns, leading) + tried / 200 + rank / 1000
        if (score < best.score) best = { fills: even, score }
      })
    }
  }
  const unbalanced = spreadOf(list, best.fills, columns) > leading + UNSEEN
  const marked = best.fills.map((fill, index) =>
    unbalanced && index === 0 ? { ...fill, relaxed: [...fill.relaxed, 'unbalanced' as const] } : fill,
  )
  return { fills: [...fills.slice(0, first), ...marked], score: best.score, list }
}

type Attempt = (height: number) => Fill[][]

/** Returns the least height, to half a point, in which everything fits, no rule broken but those; the tallest where none does. */
function leastHeight(attempt: Attempt, low: number, high: number, borne: readonly Relaxed[]): number {
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (attempt(middle)[0]?.every(fill => fill.relaxed.every(each => borne.includes(each)))) high = middle
    else low = middle
  }
  return high
}

function evenly(
  list: Breakable,
  start: Fill,
  first: number,
  { columns, roomOf }: ColumnPages,
  height: number,
  how: Even,
): Fill[][] {
  const room = (column: number): Room => {
    const whole = withoutBands(roomOf(first + column), start.bands)
    return { ...whole, text: Math.min(height, whole.text) }
  }
  return breakEvenly(list, start.from, room, columns, how).map(fills =>
    fills.map(fill => ({ ...fill, bands: start.bands })),
  )
}

const BROKEN = 100
/** Rather than columns that differ by two lines. */
const NOTE_SPLIT = 11

/** A pull quote right under another: worse than columns a line apart, better than what is seen at once. */
const QUOTES_MEET = 9

/** What a setting lacks: rules broken weigh most, then columns that differ by more than a line. */
function scoreOf(list: Breakable, fills: readonly Fill[], columns: number, leading: number): number {
  const relaxed = fills
    .flatMap(fill => fill.relaxed)
    .reduce((sum, each) => sum + (each === 'note-split' ? NOTE_SPLIT : BROKEN), 0)
  const meeting = fills.filter(({ from, to }) => quotesMeet(list.text, from, to.text, to.float)).length
  const lines = spreadOf(list, fills, columns) / leading
  return relaxed + meeting * QUOTES_MEET + (lines > 1 + UNSEEN / leading ? 10 + lines : lines / 2)
}
