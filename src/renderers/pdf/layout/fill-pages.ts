import { balanceColumns } from './balance.js'
import { breakColumns } from './break-columns.js'
import type { Breakable, Fill, Progress, Room } from './column-ways.js'
import { type Measures, measure } from './measures.js'
import { gatherNotes, type NoteStream } from './notes.js'
import { NoteSetter, type NoteStretch, noteHead } from './page-feet.js'
import type { Frame, PagePlan, PageWish, Segment } from './page-plan.js'
import { place, placeWhole } from './place.js'
import type { Panel } from './vertical.js'

/** A page on which there is still room. */
interface OpenPage {
  plan: PagePlan
  /** Where the next segment begins, from the frame's top; 0 on an empty page. */
  used: number
  /** Space wanted under what stands there. */
  after: number
  /** The notes at the foot of each column. */
  feet: NoteStretch[][]
}

/**
 * Fills pages from top to bottom, segment below segment, each with the columns that it wants. Columns end where the costs of
 * all of them together are least; those of a segment's last page are made about equally long. A footnote stands in the
 * column of its reference. Every vert reaches a page.
 */
export function fillPages(segments: readonly Segment[], wish: PageWish): PagePlan[] {
  const stream = gatherNotes(
    segments.map(segment => segment.verts),
    anchor => wish.note(anchor),
  )
  return new PageFiller(segments, stream, wish).fill()
}

class PageFiller {
  readonly #segments: readonly Segment[]
  readonly #stream: NoteStream
  readonly #notes: NoteSetter
  readonly #wish: PageWish
  readonly #columns: number
  readonly #pages: OpenPage[] = []
  /** How far the notes are set. */
  #note = 0

  constructor(segments: readonly Segment[], stream: NoteStream, wish: PageWish) {
    this.#segments = segments
    this.#stream = stream
    this.#notes = new NoteSetter(stream, wish)
    this.#wish = wish
    this.#columns = Math.max(1, ...segments.map(segment => segment.columns))
  }

  fill(): PagePlan[] {
    this.#addPage()
    for (const [index, segment] of this.#segments.entries()) this.#fillSegment(segment, index)
    for (const [index, page] of this.#pages.entries()) this.#placeNotes(page, this.#wish.frame(index))
    return this.#pages.map(page => page.plan)
  }

  #addPage(): OpenPage {
    const plan: PagePlan = { under: [], content: [], over: [], relaxed: [] }
    const page = { plan, used: 0, after: 0, feet: Array.from({ length: this.#columns }, () => []) }
    this.#pages.push(page)
    return page
  }

  #fillSegment(segment: Segment, index: number): void {
    const text = measure(segment.verts, segment.grid)
    const list: Breakable = {
      text,
      notes: this.#stream.list,
      cited: this.#stream.cited[index]!,
      noteHead: noteHead(this.#wish),
    }
    const first = this.#pages.length - 1
    const page = this.#pages[first]!
    const top = page.used === 0 ? 0 : page.used + Math.max(page.after, segment.before)
    const roomOf = (slot: number) =>
      this.#room(first + Math.floor(slot / segment.columns), slot % segment.columns, segment, first, top)
    const { columns } = segment
    const atTheEnd = index === this.#segments.length - 1
    const settings = breakColumns(list, { text: 0, note: this.#note, float: 0 }, roomOf, columns, atTheEnd)
    const fills =
      columns > 1
        ? balanceColumns(list, settings, { columns, roomOf, leading: this.#wish.leading })
        : (settings[0] ?? [])
    assertWhole(list, fills, this.#note)
    this.#placeFills(segment, text, fills, first, top)
    this.#note = fills.at(-1)?.to.note ?? this.#note
  }

  #room(page: number, column: number, segment: Segment, first: number, top: number): Room {
    const { height } = this.#wish.frame(page)
    const feet = this.#pages[page]?.feet ?? []
    // A full-width block ends above the notes of all columns.
    const own = segment.columns === this.#columns ? feet.slice(column, column + 1) : feet
    const foot = Math.max(0, ...own.map(stretches => this.#notes.height(stretches)))
    const room = Math.max(0, height - (page === first ? top : 0) - foot)
    return { text: room, total: room, page: height }
  }

  #placeFills(segment: Segment, text: Measures, fills: readonly Fill[], first: number, top: number): void {
    const { columns } = segment
    let open: readonly Panel[] = []
    for (let start = 0; start < fills.length; start += columns) {
      const index = first + start / columns
      const page = this.#pages[index] ?? this.#addPage()
      const y = index === first ? top : 0
      const bottoms = fills.slice(start, start + columns).map((fill, column) => {
        const set = this.#placeFill(segment, text, fill, { page, index, column, y }, open)
        open = set.open
        return set.y
      })
      const bottom = Math.max(y, ...bottoms)
      if (bottoms.filter(each => each > y).length > 1) this.#ruleColumns(page, index, columns, y, bottom)
      page.used = bottom
      page.after = segment.after
    }
  }

  #placeFill(
    segment: Segment,
    text: Measures,
    fill: Fill,
    at: { page: OpenPage; index: number; column: number; y: number },
    open: readonly Panel[],
  ): { y: number; open: readonly Panel[] } {
    const { plan, feet } = at.page
    const { from, to } = fill
    const frame = this.#wish.frame(at.index)
    const x = this.#shift(frame, at.column, segment.columns)
    const waited = Math.min(to.float, text.floatsBefore[from.text]!)
    let y = frame.y + at.y
    for (let float = from.float; float < waited; float++) {
      const { verts, before, gap } = text.floats[float]!
      if (float > from.float) y += before
      y = placeWhole(verts, { x, y }, plan) + gap
    }
    plan.relaxed.push(...fill.relaxed)
    if (to.note > from.note)
      feet[segment.columns === this.#columns ? at.column : 0]!.push({ from: from.note, to: to.note })
    if (to.text === from.text) return { y: y - frame.y, open }
    const floats = Math.max(0, to.float - text.floatsBefore[from.text]!)
    const set = place(
      { verts: segment.verts, from: from.text, to: to.text, open, floats, grid: segment.grid },
      { x, y },
      plan,
    )
    return { y: set.y - frame.y, open: set.open }
  }

  /** Returns how far a column lies from the one at the start. */
  #shift(frame: Frame, column: number, columns: number): number {
    const step = (frame.width + this.#wish.columnGap) / columns
    return column * step * (this.#wish.rtl ? -1 : 1)
  }

  #ruleColumns({ plan }: OpenPage, index: number, columns: number, top: number, bottom: number): void {
    const { columnRule, columnGap } = this.#wish
    if (!columnRule) return
    const frame = this.#wish.frame(index)
    for (let column = 1; column < columns; column++) {
      const middle = frame.x + column * ((frame.width + columnGap) / columns) - columnGap / 2
      plan.over.push({
        k: 'rule',
        x: middle - columnRule.width / 2,
        y: frame.y + top,
        width: columnRule.width,
        height: bottom - top,
        colour: columnRule.colour,
        tag: 'Layout',
      })
    }
  }

  #placeNotes(page: OpenPage, frame: Frame): void {
    const width = (frame.width + this.#wish.columnGap) / this.#columns - this.#wish.columnGap
    page.feet.forEach((stretches, column) => {
      const x = this.#shift(frame, column, this.#columns)
      const left = (this.#wish.rtl ? frame.x + frame.width - width : frame.x) + x
      this.#notes.place(stretches, { x, left, width, bottom: frame.y + frame.height }, page.plan)
    })
  }
}

/** Every vert, note and float reaches a page, once and in order. */
function assertWhole({ text, cited }: Breakable, fills: readonly Fill[], note: number): void {
  let at: Progress = { text: 0, note, float: 0 }
  for (const { from, to } of fills) {
    if (from.text !== at.text || from.note !== at.note || from.float !== at.float)
      throw new Error('a block was set twice or never')
    at = to
  }
  const end = text.verts.length
  if (at.text !== end || at.float !== text.floats.length || at.note < cited.end[end]!)
    throw new Error('a block did not reach a page')
}
