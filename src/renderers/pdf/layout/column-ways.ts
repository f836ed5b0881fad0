import type { Bands } from './bands.js'
import {
  COPYFIT,
  copyfitCost,
  emptiness,
  emptyCost,
  QUOTES_MEET,
  quotesMeet,
  squeezeCost,
  TOO_TALL,
  waitingCost,
} from './column-costs.js'
import { endsWithFloat, heightOf } from './column-height.js'
import { noNotes, settleNotes } from './column-notes.js'
import { type Copyfit, copyfit, MOST_OVER } from './copyfit.js'
import type { Limits } from './frontier.js'
import { breakCost, heightBetween, type Measures, TOLERANCE } from './measures.js'
import type { Cited, NoteSpot } from './notes.js'
import type { Relaxed } from './page-plan.js'
import { FORBIDDEN, WIDOW_COST } from './vertical.js'

/** How columns of one length are sought: the cheapest ways alone, or one of each that differ in length. */
export type Even = 'quickly' | 'thoroughly'

/** What is to be broken into columns. */
export interface Breakable {
  text: Measures
  notes: Measures
  cited: Cited
  /** Where the notes stand in their list. */
  spots: ReadonlyMap<number, NoteSpot>
  /** Height of the rule over notes with the space around it, points. */
  noteHead: number
  /** The columns are wanted equally long, the last one too. */
  even?: Even
}

/** How far everything is set: index of the text's next vert, of the notes' next vert, of the next float in a column and across them. */
export interface Progress {
  text: number
  note: number
  float: number
  wide: number
}

/** Heights that a column offers, points. */
export interface Room {
  /** For text and floats alone. */
  text: number
  /** With the notes under them. */
  total: number
  /** Of an empty page: against it is measured how empty a column looks. */
  page: number
  /** It is the last column of its page: what waits there goes to another one. */
  last: boolean
}

/** A way to fill one column, from one progress to the next, and what it costs. */
export interface Way {
  from: Progress
  to: Progress
  /** Of text and floats, points. */
  height: number
  /** Room left under them, points. */
  free: number
  /** By how much the pictures of its floats are lower than they should be, points. */
  squeezed: number
  /** How its paragraphs are set so that it ends at its foot. */
  copyfit?: Copyfit | undefined
  relaxed: readonly Relaxed[]
  cost: number
}

/** What one column holds, with the floats across the columns of its page. */
export interface Fill extends Way {
  bands: Bands
}

/** Floats of one column that may wait for the next. */
const WAITING = 3
/** Ways that cost so much more than the best are not followed: somewhat more than a widow. */
export const HOPELESS = 7_000

/**
 * Returns the ways in which a column may be filled from a progress on that are worth following; outside the limits not all
 * of them. Without limits there is at least one.
 */
export function waysOn(list: Breakable, from: Progress, room: Room, limits: Limits): Way[] {
  if (isTextDone(list, from)) return [leaveEmpty(list.text, from, room)]
  const found: Found = { ways: [], least: Number.POSITIVE_INFINITY, limits, growsEmpty: false }
  const { text, cited } = list
  const waiting = text.floatsBefore[from.text]! - from.float
  const first = text.nextBreak[from.text]!
  // From the fullest column back, until so much stays empty that nothing can make up for it.
  const over = list.even ? 0 : MOST_OVER
  for (let at = lastFitting(text, from.text, first, room.text + over); at >= first; at--) {
    const to = text.breaks[at]!
    const named = text.floatsBefore[to]!
    const empty = addWay(found, list, from, to, named, room)
    for (let set = named - 1; set >= Math.max(from.float, named - WAITING); set--)
      addWay(found, list, from, to, set, room)
    if (empty > found.least + HOPELESS) break
    if (found.growsEmpty && empty > found.least && isUseless(found, empty, to)) break
  }
  if (waiting > 0 || from.note < cited.end[from.text]!) addWay(found, list, from, from.text, from.float + waiting, room)
  // Of two floats that fill a column each, one is set here and the other waits on.
  for (let set = from.float + waiting - 1; set > from.float; set--) addWay(found, list, from, from.text, set, room)
  if (found.least === Number.POSITIVE_INFINITY) found.ways.push(force(list, from, room))
  // Under a full-width block so little may be left that the next page is the better place.
  if (!list.even && room.text < room.page - TOLERANCE) found.ways.push(leaveEmpty(text, from, room))
  return found.ways.filter(way => way.cost <= found.least + HOPELESS || way.cost >= TOO_TALL)
}

interface Found {
  ways: Way[]
  /** What the cheapest costs. */
  least: number
  limits: Limits
  /** Ways that end before the last one looked at leave more room empty: no float is set there, and all notes are. */
  growsEmpty: boolean
}

function isUseless({ limits }: Found, cost: number, to: number): boolean {
  return cost > limits.cost && to < limits.text
}

/** Returns the last of the breaks, `first` or later, down to which text fits; the one before `first` where none does. */
function lastFitting(text: Measures, from: number, first: number, room: number): number {
  let low = first - 1
  let high = text.breaks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (heightBetween(text, from, text.breaks[middle]!) <= room + TOLERANCE) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Adds the way that ends at `to` and sets the floats before `set`, if it is possible and not hopeless. Returns what the
 * space that it leaves empty costs, where ways that end before it leave no less: with a note that is divided, or waits,
 * there may be more than under a shorter text with all its notes.
 * What it costs is reckoned in `PlainWays` once more, for columns of lines and notes alone: a new cost belongs there, too.
 */
function addWay(found: Found, list: Breakable, from: Progress, to: number, set: number, room: Room): number {
  const { text } = list
  found.growsEmpty = false
  if (!mayWait(text, to, set)) return 0
  const end = to === from.text ? 0 : breakCost(text, to)
  if (end > found.least + HOPELESS) return 0
  const full = heightOf(text, from, to, set)
  // A lone line is no better for a smaller picture.
  const squeezed = list.even || end >= WIDOW_COST ? 0 : squeezeOf(list, from, to, set, full, room)
  const ends = !list.even && from.wide === text.wides.length && isEnd(list, to, set, list.cited.end[to]!)
  const left = leftOf(list, from, to, full, room)
  // Where a column is well filled as it is, none is set looser.
  const fits = !list.even && !ends && squeezed === 0 && end < WIDOW_COST && (left < 0 || found.least > COPYFIT[1])
  const fit = fits ? copyfit(text, from.text, to, left) : undefined
  const height = full - squeezed + (fit?.height ?? 0)
  if (height > room.text + TOLERANCE) return 0
  const notes = list.cited.end[to]! <= from.note ? noNotes : settleNotes(list, from.note, to, room.total - height)
  if (!notes) return 0
  const note = notes === noNotes ? from.note : notes.to
  // Nothing is set. A sum, for what is seldom compared is unknown to the engine, which would make all of this anew.
  if (to - from.text + (set - from.float) + (note - from.note) === 0) return 0
  const free = Math.min(room.text - height, room.total - height - notes.height)
  const noted = note >= list.cited.end[to]!
  const empty = ends && noted ? 0 : emptiness(list.even ? room.text - height : free, room)
  const least = noted ? empty : 0
  found.growsEmpty = text.floatsBefore[to] === from.float && noted
  const cost =
    end +
    waitingCost(text, to, set, room) +
    notes.cost +
    empty +
    squeezeCost(text, from, set, squeezed) +
    copyfitCost(fit) +
    (quotesMeet(text, from, to, set) ? QUOTES_MEET : 0)
  if (cost > found.least + HOPELESS) return least
  found.least = Math.min(found.least, cost)
  if (isUseless(found, cost, to)) return least
  const progress = { text: to, note, float: set, wide: from.wide }
  const relaxed = end < WIDOW_COST ? notes.relaxed : [relaxedBy(end), ...notes.relaxed]
  found.ways.push({ from, to: progress, height, free, squeezed, copyfit: fit, relaxed, cost })
  return least
}

/** Returns by how much the pictures of a column must be lower so that all stands in it; 0 where they need not or cannot. */
function squeezeOf(list: Breakable, from: Progress, to: number, set: number, height: number, room: Room): number {
  const { text } = list
  const give = text.floatsGive[set]! - text.floatsGive[from.float]!
  if (give === 0) return 0
  const over = -leftOf(list, from, to, height, room)
  return over > TOLERANCE && over <= give ? over : 0
}

/** Returns the room that is left, or lacks where it is below 0, under a column so high with all the notes that it cites. Points. */
function leftOf({ notes, cited, noteHead }: Breakable, from: Progress, to: number, height: number, room: Room): number {
  const noted = cited.end[to]!
  const foot = noted > from.note ? heightBetween(notes, from.note, noted) + noteHead : 0
  return Math.min(room.text, room.total - foot) - height
}

/** Returns whether the floats from `set` on, named before `to`, may stand in a later column. */
function mayWait(text: Measures, to: number, set: number): boolean {
  const named = text.floatsBefore[to]!
  for (let float = set; float < named; float++) if (to > text.floatEnd[float]!) return false
  // With nothing between a float and the break, it is the next column that begins with the float.
  return set === named || !endsWithFloat(text, to)
}

/** Returns the way to a progress of which it is known that there is one. */
export function wayTo(list: Breakable, from: Progress, to: Progress, room: Room): Way {
  const limits = { cost: Number.POSITIVE_INFINITY, text: 0 }
  const found: Found = { ways: [], least: Number.POSITIVE_INFINITY, limits, growsEmpty: false }
  addWay(found, list, from, to.text, to.float, room)
  return found.ways[0]!
}

/** Takes what comes next although it is too tall: everything must reach a page. */
function force(list: Breakable, from: Progress, room: Room): Way {
  const { text, notes, cited } = list
  const progress = { ...from }
  if (from.float < text.floatsBefore[from.text]!) progress.float++
  else if (from.note < cited.end[from.text]!) progress.note = notes.breaks[notes.nextBreak[from.note]!]!
  else {
    progress.text = text.breaks[text.nextBreak[from.text]!]!
    progress.float = text.floatsBefore[progress.text]!
  }
  const height = heightOf(text, from, progress.text, progress.float)
  const settled = settleNotes(list, from.note, progress.text, room.total - height)
  if (settled) progress.note = Math.max(progress.note, settled.to)
  const relaxed: readonly Relaxed[] = height > room.text ? ['too-tall'] : settled ? settled.relaxed : ['note-moved']
  return { from, to: progress, height, free: 0, squeezed: 0, relaxed, cost: TOO_TALL }
}

function leaveEmpty(text: Measures, from: Progress, room: Room): Way {
  const cost = emptyCost(room) + waitingCost(text, from.text, from.float, room)
  return { from, to: from, height: 0, free: room.text, squeezed: 0, relaxed: [], cost }
}

/** Returns whether everything is set. */
export function isDone(list: Breakable, to: Progress): boolean {
  return isTextDone(list, to) && to.wide === list.text.wides.length
}

/** Returns whether all text, all notes and all floats in columns are set. */
function isTextDone(list: Breakable, to: Progress): boolean {
  return isEnd(list, to.text, to.float, to.note)
}

function isEnd({ text, cited }: Breakable, to: number, float: number, note: number): boolean {
  const end = text.verts.length
  return to === end && float === text.floats.length && note >= cited.end[end]!
}

function relaxedBy(cost: number): Relaxed {
  return cost >= FORBIDDEN ? 'keep' : 'widow-orphan'
}
