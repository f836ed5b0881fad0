import { withFloatAcross } from './across-columns.js'
import { crossing, withoutBands } from './bands.js'
import { breakColumns, breakEvenly, searches } from './break-columns.js'
import type { Breakable, Even, Fill, Room } from './column-ways.js'
import { featheredBy, reachOf } from './feather.js'
import type { Measures } from './measures.js'
import { withOtherLines } from './other-lines.js'
import type { Relaxed } from './page-plan.js'
import { withSmallerPictures } from './smaller-pictures.js'
import { type Float, isSeparator, type Panel, type Vert } from './vertical.js'

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

/** Sizes at which pictures on a last page are tried where its columns do not come out even, and settings that are tried so. */
const SCALES = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6]
const SCALED_SETTINGS = 6
/** Pictures of a last page of which each is tried alone. */
const SCALED_ALONE = 3
/** Settings in which paragraphs of the last page are set a line longer or shorter, and how many of them. */
const RESET_SETTINGS = 6
const RESET_TOGETHER = 3

/**
 * Makes the columns of the last page about equally long, in the first of several settings in which they come out within a
 * line of each other; where none does, with paragraphs a line longer or shorter there, or with smaller pictures; where that does not
 * help, in the best. Returns that setting's fills.
 */
export function balanceColumns(list: Breakable, settings: Iterable<readonly Fill[]>, pages: ColumnPages): Balanced {
  let best: Setting | undefined
  let first: (readonly Fill[])[] = []
  for (const fills of settings) {
    const setting = balanceLastPage(list, fills, pages)
    const better = !best || setting.score < best.score
    if (better) best = setting
    if (setting.score < 1) return setting
    first = better ? [fills, ...first.slice(0, SCALED_SETTINGS - 1)] : first
    if (!better && first.length < SCALED_SETTINGS) first.push(fills)
  }
  for (const fills of pages.atTheEnd ? first : []) {
    const setting = balanceLastPage(list, fills, pages, list, 'thoroughly')
    if (setting.score < 1) return setting
    if (best && setting.score < best.score) best = setting
  }
  const loose = { ...list, text: { ...list.text, loose: true } }
  for (const looser of pages.atTheEnd ? [list, loose] : [list]) {
    for (const fills of first.slice(0, pages.atTheEnd ? RESET_SETTINGS : 1)) {
      const setting = withParagraphsReset(looser, fills, pages)
      if (setting.score < 1) return setting
      if (best && setting.score < best.score) best = setting
    }
  }
  for (const scale of SCALES) {
    for (const fills of first) {
      for (const some of scaledTogether(list.text.floats.slice(fills[firstOfLastPage(fills, pages)]!.from.float))) {
        const smaller = { ...list, text: withSmallerPictures(list.text, some, scale) }
        const setting = balanceLastPage(list, fills, pages, smaller)
        if (setting.score < 1) return setting
      }
    }
  }
  for (const fills of pages.atTheEnd ? first : []) {
    const setting = withFigureAcross(list, fills, pages)
    if (setting && setting.score < 1) return setting
  }
  return best ?? { fills: [], list }
}

/** Sets a figure that a last page names across its columns, which end above it or begin below it. */
function withFigureAcross(list: Breakable, fills: readonly Fill[], pages: ColumnPages): Setting | undefined {
  const first = firstOfLastPage(fills, pages)
  const { from, bands } = fills[first]!
  const start = { ...from, wide: bands.from }
  const { columns } = pages
  let best: Setting | undefined
  for (const across of withFloatAcross(list, from.text)) {
    for (const end of breakColumns(across, start, column => pages.roomOf(first + column), columns, searches.end)) {
      if (end.length > columns || crossing(across, end, columns).length > 0) continue
      const setting = balanceLastPage(across, [...fills.slice(0, first), ...end], pages)
      if (setting.score < (best?.score ?? Number.POSITIVE_INFINITY)) best = setting
      if (setting.score < 1) return setting
    }
  }
  return best
}

/** Sets one paragraph of the last page a line longer or shorter, and another, as long as each of them helps: the one that helps most. */
function withParagraphsReset(list: Breakable, fills: readonly Fill[], pages: ColumnPages): Setting {
  let best = balanceLastPage(list, fills, pages)
  const { from } = fills[firstOfLastPage(fills, pages)]!
  for (let round = 0; round < RESET_TOGETHER; round++) {
    const before = best
    for (const other of withOtherLines(before.list, from.text)) {
      const setting = balanceLastPage(list, fills, pages, other, 'thoroughly')
      if (setting.score < 1) return setting
      if (setting.score < best.score) best = setting
    }
    if (best === before) break
  }
  return best
}

/** Returns the sets of floats whose pictures are tried smaller: each of the first alone, and all. */
function scaledTogether(floats: readonly Float[]): (readonly Float[])[] {
  return [...floats.slice(0, SCALED_ALONE).map(float => [float]), ...(floats.length > 1 ? [floats] : [])]
}

interface Setting extends Balanced {
  score: number
}

function firstOfLastPage(fills: readonly Fill[], { columns }: ColumnPages): number {
  return Math.floor((fills.length - 1) / columns) * columns
}

/**
 * The least height in which the last page holds everything is found by halving; of that and a few greater ones the best is
 * taken. Columns that nothing else makes even may divide a note.
 */
function balanceLastPage(
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

/** What a setting lacks: rules broken weigh most, then columns that differ by more than a line. */
function scoreOf(list: Breakable, fills: readonly Fill[], columns: number, leading: number): number {
  const relaxed = fills
    .flatMap(fill => fill.relaxed)
    .reduce((sum, each) => sum + (each === 'note-split' ? NOTE_SPLIT : BROKEN), 0)
  const lines = spreadOf(list, fills, columns) / leading
  return relaxed + (lines > 1 + UNSEEN / leading ? 10 + lines : lines / 2)
}

/** Returns by how much the columns differ when they have become as equal as they may. Points. */
function spreadOf({ text }: Breakable, fills: readonly Fill[], columns: number): number {
  const ends = fills.map(fill => endOf(text, fill))
  if (fills.length < columns) return Math.max(...ends.map(end => end.end))
  return Math.max(0, Math.max(...ends.map(end => end.least)) - Math.min(...ends.map(end => end.most)))
}

/** Returns by how much each of the last columns is to become longer, or shorter, so that they end side by side. Points. */
export function evenedBy(text: Measures, fills: readonly Fill[]): number[] {
  const ends = fills.map(fill => endOf(text, fill))
  const tallest = Math.max(...ends.map(({ end }) => end))
  const wanted = Math.max(Math.min(tallest, ...ends.map(({ most }) => most)), ...ends.map(({ least }) => least))
  return ends.map(({ end }) => wanted - end)
}

/** Where a column ends to the eye, and at least and at most when its spaces shrink and grow. Points from its top. */
interface End {
  end: number
  least: number
  most: number
}

function endOf(text: Measures, fill: Fill): End {
  const { height, free } = fill
  const { growth, shrinking } = reachOf(featheredBy(text, fill))
  const end = height - emptyBelow(text, fill)
  return { end, least: end - shrinking, most: end + Math.min(growth, Math.max(0, free)) }
}

/** Returns the empty height under what stands last in a column; a panel that is broken there has its edge below it. */
function emptyBelow({ verts, floats, headOf }: Measures, { from, to }: Fill): number {
  if (headOf[to.text]! > 0) return -ruleBelow(openAt(verts, to.text), false)
  if (to.text > from.text) return belowLetters(verts, to.text)
  const last = floats[to.float - 1]?.verts ?? []
  return belowLetters(last, last.length)
}

/** How far letters reach below their line, as a part of their size. */
const DESCENT = 0.22

/**
 * Returns the empty height under the letters of the last line before a vert, also where a separator is all that follows it. A
 * picture or a panel has none.
 */
function belowLetters(verts: readonly Vert[], to: number): number {
  let below = 0
  for (let at = to - 1; at >= 0; at--) {
    const vert = verts[at]!
    if (vert.t === 'skip') below += vert.height
    else if (vert.t === 'float') return below + belowLetters(vert.verts, vert.verts.length)
    else if (vert.t === 'box') {
      const text = vert.ops.find(op => op.k === 'text')
      if (text?.k === 'text') {
        const { rows, to: end } = text.placed
        return below + vert.height - text.y - DESCENT * rows.span[end - 1]!.style.size
      }
      if (!isSeparator(vert)) return below
      below += vert.height
    } else if (vert.t === 'close' && isSeen(vert.panel)) return below - ruleBelow(vert.panel, true)
    else if (vert.t === 'strut') return below
  }
  return 0
}

/** Returns whether a panel has an edge: an indented quotation ends with its letters. */
function isSeen({ background, left, right, bottom }: Panel): boolean {
  return (background ?? left ?? right ?? bottom) !== undefined
}

/** Returns how far the rule under a panel reaches below it. Points. */
function ruleBelow(panel: Panel | undefined, ends: boolean): number {
  return panel?.bottom && (ends || panel.closed) ? panel.bottom.width / 2 : 0
}

/** Returns the innermost panel that is open before a vert. */
function openAt(verts: readonly Vert[], to: number): Panel | undefined {
  let closed = 0
  for (let at = to - 1; at >= 0; at--) {
    const vert = verts[at]!
    if (vert.t === 'close') closed++
    else if (vert.t === 'open' && closed-- === 0) return vert.panel
  }
  return undefined
}
