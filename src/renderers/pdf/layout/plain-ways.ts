import { emptiness, TOO_TALL } from './column-costs.js'
import { leastNote, settleNotes } from './column-notes.js'
import { type Breakable, HOPELESS, type Progress, type Room } from './column-ways.js'
import { type Frontier, keyOf, type Open } from './frontier.js'
import { heightBetween, TOLERANCE } from './measures.js'

/**
 * The ways to fill a column that holds nothing but lines and the notes that they cite, as nearly all columns of a report do.
 * They are those that `waysOn` returns, reckoned without an object for each: one in three is ever kept.
 */
export class PlainWays {
  readonly #list: Breakable
  /** For each break what the way that ends there costs, no number where there is none, and how far it sets the notes. */
  readonly #costs: Float64Array
  readonly #notes: Int32Array
  /** The first break that was looked at, and what the cheapest way costs. */
  #first = 0
  #least = 0
  /** The note that was to be divided last, and how much room it needs at least. */
  #divided = -1
  #leastFoot = 0
  /** How many breaks the column seen last holds: the next one holds about as many. */
  #span = 0

  constructor(list: Breakable) {
    this.#list = list
    this.#costs = new Float64Array(list.text.breaks.length)
    this.#notes = new Int32Array(list.text.breaks.length)
  }

  /** Returns whether columns may be such: there is one on a page, in which nothing is set longer or shorter to fill it. */
  static suit({ text, even }: Breakable, columns: number): boolean {
    return columns === 1 && !even && text.wides.length === 0 && text.paragraphs.length === 0
  }

  /** Keeps the ways to go on that are worth following; returns false, and keeps none, where there may be others. */
  keep(open: Open, room: Room, column: number, next: Frontier): boolean {
    const { text } = this.#list
    const { to: from, cost, bands, node } = open
    const last = this.#lastPlain(from, room)
    if (last < 0) return false
    const { cost: limit, text: far } = next.limits(cost)
    this.#rate(from, last, room, limit, far)
    const most = this.#least + HOPELESS
    if (most === Number.POSITIVE_INFINITY) return false
    for (let at = last; at >= this.#first; at--) {
      const own = this.#costs[at]!
      const to = text.breaks[at]!
      if (!(own <= most || own >= TOO_TALL) || (own > limit && to < far)) continue
      const note = this.#notes[at]!
      const key = this.#keyOf(from, to, note)
      if (!next.leads(key, cost + own)) continue
      const progress = { text: to, note, float: from.float, wide: from.wide }
      next.keep(key, { from, to: progress, cost: cost + own, column, way: undefined, bands, before: node })
    }
    return true
  }

  /** Where no note goes on in the next column, the place in the text is the key. */
  #keyOf(from: Progress, to: number, note: number): number {
    if (note === this.#list.cited.end[to]) return to
    return keyOf(this.#list, { text: to, note, float: from.float, wide: from.wide })
  }

  /** Returns the last break down to which text fits; below 0 where the column may hold something else, or the text's end. */
  #lastPlain({ text: from, note, float }: Progress, room: Room): number {
    const { text, cited } = this.#list
    if (room.text < room.page - TOLERANCE || room.total !== room.text || note !== cited.end[from]) return -1
    const first = text.nextBreak[from]!
    const end = text.breaks.length - 1
    const most = room.text + TOLERANCE
    let at = Math.min(first + this.#span, end)
    while (at >= first && heightBetween(text, from, text.breaks[at]!) > most) at--
    while (at < end && heightBetween(text, from, text.breaks[at + 1]!) <= most) at++
    this.#span = at - first
    return at < first || at === end || text.floatsBefore[text.breaks[at]!] !== float ? -1 : at
  }

  /** Reckons what the ways cost, from the fullest column back, until so much stays empty that nothing can make up for it. */
  #rate({ text: from, note }: Progress, last: number, room: Room, limit: number, far: number): void {
    const { text, cited } = this.#list
    const { breaks, costs } = text
    const first = text.nextBreak[from]!
    let least = Number.POSITIVE_INFINITY
    let noted = note
    let foot = 0
    let at = last
    for (; at >= first; at--) {
      const to = breaks[at]!
      const end = costs[at]!
      this.#costs[at] = Number.NaN
      if (end > least + HOPELESS) continue
      if (cited.end[to] !== noted) {
        noted = cited.end[to]!
        foot = this.#footOf(note, noted)
      }
      const left = room.text - heightBetween(text, from, to)
      if (foot > left + TOLERANCE) {
        least = this.#divide(at, note, left, room, least)
        continue
      }
      const empty = emptiness(left - foot, room)
      const cost = end + empty
      if (cost <= least + HOPELESS) {
        this.#costs[at] = cost
        this.#notes[at] = noted
      }
      if (cost < least) least = cost
      if (empty > least + HOPELESS || (empty > least && empty > limit && to < far)) break
    }
    this.#first = Math.max(at, first)
    this.#least = least
  }

  /** Returns the height of notes with their rule, points. */
  #footOf(from: number, to: number): number {
    return to > from ? heightBetween(this.#list.notes, from, to) + this.#list.noteHead : 0
  }

  /** Divides a note between this column, where so much is left for it, and the next. Returns what the cheapest way costs. */
  #divide(at: number, note: number, left: number, room: Room, least: number): number {
    if (note !== this.#divided) {
      this.#divided = note
      this.#leastFoot = leastNote(this.#list.notes, note) + this.#list.noteHead
    }
    if (this.#leastFoot > left + 2 * TOLERANCE) return least
    const { text } = this.#list
    const settled = settleNotes(this.#list, note, text.breaks[at]!, left)
    if (!settled) return least
    const cost = text.costs[at]! + settled.cost + emptiness(left - settled.height, room)
    if (cost > least + HOPELESS) return least
    this.#notes[at] = settled.to
    this.#costs[at] = cost
    return Math.min(cost, least)
  }
}
