import { assertWhole } from './assert-whole.js'
import { balanceColumns } from './balance.js'
import type { ColumnPages } from './balance-last-page.js'
import { type Bands, crossing, underHoles } from './bands.js'
import { breakColumns, searches } from './break-columns.js'
import { evenedBy } from './column-ends.js'
import type { Breakable, Fill, Room } from './column-ways.js'
import { fitted } from './copyfit.js'
import { type Feathered, feather, featheredBy } from './feather.js'
import { type Measures, measure } from './measures.js'
import { gatherNotes, type NoteStream } from './notes.js'
import { NoteSetter, type NoteStretch, noteHead } from './page-feet.js'
import type { Frame, PagePlan, PageWish, Segment } from './page-plan.js'
import { PageStream } from './page-stream.js'
import { type CitedSegment, partSegment } from './part-segment.js'
import { type Placed, place } from './place.js'
import { withLowerPictures } from './smaller-pictures.js'
import type { Panel } from './vertical.js'

/** A page on which there is still room. */
interface OpenPage {
  plan: PagePlan
  /** Where the next segment begins, from the frame's top; 0 on an empty page. */
  used: number
  /** Space wanted under what stands there. */
  after: number
  /** The notes at the foot of each column, and the height of the floats that stand below them. */
  feet: NoteStretch[][]
  footHeight: number
}

/** How many floats that cross their section are set in their place in each round. After these, all floats are. */
const FIXED = [1, 8, Number.POSITIVE_INFINITY]

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
    for (const [index, segment] of this.#segments.entries())
      this.#fillSegment({ segment, cited: this.#stream.cited[index]! }, index === this.#segments.length - 1)
    for (const [index, page] of this.#pages.entries()) this.#placeNotes(page, this.#wish.frame(index))
    return this.#pages.map(page => page.plan)
  }

  #addPage(): OpenPage {
    const plan: PagePlan = { under: [], content: [], over: [], relaxed: [] }
    const page = { plan, used: 0, after: 0, feet: Array.from({ length: this.#columns }, () => []), footHeight: 0 }
    this.#pages.push(page)
    return page
  }

  /**
   * Floats that would cross their section, or stand below columns that end early, are set in their place: the columns end
   * above them, and go on below. First the first of them, for the others may then find room; more of them each round, so
   * that the rounds are few.
   */
  #fillSegment({ segment, cited }: CitedSegment, atTheEnd: boolean, round = 0): void {
    const text = measure(segment.verts, segment.grid)
    const { list: notes, spots } = this.#stream
    const list: Breakable = { text, notes, cited, spots, noteHead: noteHead(this.#wish) }
    const first = this.#pages.length - 1
    const page = this.#pages[first]!
    const top = page.used === 0 ? 0 : page.used + Math.max(page.after, segment.before)
    const roomOf = (slot: number) =>
      this.#room(first + Math.floor(slot / segment.columns), slot % segment.columns, segment, first, top)
    const { columns } = segment
    const start = { text: 0, note: this.#note, float: 0, wide: 0 }
    const settings = breakColumns(list, start, roomOf, columns, atTheEnd ? searches.end : searches.within)
    const sound = settings.filter(fills => crossing(list, fills, columns).length === 0)
    const fixInPlace = (wides: readonly number[]) => {
      const parts = partSegment(
        { segment, cited },
        round < FIXED.length ? wides.slice(0, FIXED[round]) : [...text.wides.keys()],
      )
      for (const [index, part] of parts.entries())
        this.#fillSegment(part, atTheEnd && index === parts.length - 1, round + 1)
    }
    if (settings.length > 0 && sound.length === 0) return fixInPlace(crossing(list, settings[0]!, columns))
    const pages = { columns, atTheEnd, roomOf, leading: this.#wish.leading }
    const { fills, list: set } =
      columns > 1
        ? balanceColumns(list, settingsFrom(list, sound, pages, atTheEnd), pages)
        : { fills: sound[0] ?? [], list }
    const stranded = underHoles(list, fills, columns, this.#wish.frame(first).height)
    if (stranded.length > 0) return fixInPlace(stranded)
    assertWhole(set, fills, this.#note)
    this.#placeFills(segment, set.text, fills, first, top)
    this.#note = fills.at(-1)?.to.note ?? this.#note
  }

  #room(page: number, column: number, segment: Segment, first: number, top: number): Room {
    const { height } = this.#wish.frame(page)
    const feet = this.#pages[page]?.feet ?? []
    // A full-width block ends above the notes of all columns.
    const own = segment.columns === this.#columns ? feet.slice(column, column + 1) : feet
    const foot = Math.max(0, ...own.map(stretches => this.#notes.height(stretches)))
    const room = Math.max(0, height - (page === first ? top : 0) - foot)
    return { text: room, total: room, page: height, last: column === segment.columns - 1 }
  }

  #placeFills(segment: Segment, text: Measures, fills: readonly Fill[], first: number, top: number): void {
    const { columns } = segment
    let open: readonly Panel[] = []
    for (let start = 0; start < fills.length; start += columns) {
      const index = first + start / columns
      const page = this.#pages[index] ?? this.#addPage()
      const { bands } = fills[start]!
      const y = (index === first ? top : 0) + bands.headHeight
      const begins = page.plan.content.length
      const stream = new PageStream(page.plan)
      const last = start + columns >= fills.length
      const beside = fills.slice(start, start + columns)
      // A paragraph parted there has its lone line at the foot of the page before, or at the head of this one.
      if (fills[start - 1]?.relaxed.includes('widow-orphan')) page.plan.relaxed.push('widow-orphan')
      const evened = last ? evenedBy(text, beside) : beside.map(fill => fill.free)
      const bottoms = beside.map((fill, column) => {
        const wanted = evened[column]!
        const at = { page, stream, index, column, y, wanted, last }
        const set = this.#placeFill(segment, squeezed(text, fill), fill, at, open)
        open = set.open
        return set.y
      })
      const bottom = Math.max(y, ...bottoms)
      if (bottoms.filter(each => each > y).length > 1) this.#ruleColumns(page, index, columns, y, bottom)
      page.used = bottom
      page.after = segment.after
      this.#placeBands(page, index, text, bands, y - bands.headHeight, !last, { stream, begins })
    }
  }

  /** Sets floats across the columns: at the page's head, and at its foot or, on the last page, below the text. */
  #placeBands(
    page: OpenPage,
    index: number,
    text: Measures,
    bands: Bands,
    top: number,
    full: boolean,
    { stream, begins }: { stream: PageStream; begins: number },
  ): void {
    if (bands.from === bands.to) return
    const { y, height } = this.#wish.frame(index)
    const atFoot = full || page.feet.some(notes => notes.length > 0)
    const spots: number[] = []
    let at = top
    for (let wide = bands.from; wide < bands.to; wide++) {
      const float = text.wides[wide]!
      if (wide === bands.foot) at = atFoot ? height - bands.footHeight : page.used
      at += wide < bands.foot ? 0 : float.before
      spots.push(at)
      at += float.height + (wide < bands.foot ? float.after : 0)
    }
    if (bands.foot < bands.to) {
      page.used = at
      page.after = Math.max(page.after, text.wides[bands.to - 1]!.after)
      if (atFoot) page.footHeight = bands.footHeight
    }
    // From the last one on, for all those that are named on another page come first.
    for (let wide = bands.to - 1; wide >= bands.from; wide--) {
      stream.placeWide(text.wides[wide]!, { x: 0, y: y + spots[wide - bands.from]! }, begins)
    }
  }

  #placeFill(
    segment: Segment,
    text: Measures,
    fill: Fill,
    at: { page: OpenPage; stream: PageStream; index: number; column: number; y: number; wanted: number; last: boolean },
    open: readonly Panel[],
  ): Pick<Placed, 'y' | 'open'> {
    const { plan, feet } = at.page
    const { from, to } = fill
    const frame = this.#wish.frame(at.index)
    const x = this.#shift(frame, at.column, segment.columns)
    const waited = Math.min(to.float, text.floatsBefore[from.text]!)
    // Of several that waited for a full column the last one stands at its foot, if its section reaches so far.
    const foot = !at.last && waited > from.float + 1 && to.text > from.text && to.text <= text.floatEnd[waited - 1]!
    const atHead = foot ? waited - 1 : waited
    const column = withCopyfit(text, fill, featheredBy(text, fill, atHead))
    const grown = foot ? undefined : feather(column, at.wanted, at.last)
    let y = frame.y + at.y
    let below = 0
    column.heads.forEach((float, index) => {
      if (index > 0) y += below + float.before
      y = at.stream.placeFloat(float, { x, y })
      below = float.gap + (grown?.get(-1 - index) ?? 0)
    })
    plan.relaxed.push(...fill.relaxed)
    if (to.note > from.note)
      feet[segment.columns === this.#columns ? at.column : 0]!.push({ from: from.note, to: to.note })
    if (to.text === from.text) return { y: y - frame.y, open: [...open] }
    const set = place({ ...column, open, grown }, { x, y: y + below }, plan)
    at.stream.name(set.named)
    if (!foot) return { y: set.y - frame.y, open: set.open }
    const float = text.floats[waited - 1]!
    const bottom = at.y + fill.height + fill.free
    at.stream.placeFloat(float, { x, y: frame.y + bottom - float.height })
    return { y: bottom, open: set.open }
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
      this.#notes.place(stretches, { x, left, width, bottom: frame.y + frame.height - page.footHeight }, page.plan)
    })
  }
}

/** Pages at the end of which other settings are sought, where none of the first makes the last columns even. */
const PAGES_SOUGHT = 5

/** Returns settings of a text one after the other; at its end, others that only differ on the last pages follow the first. */
function* settingsFrom(
  list: Breakable,
  first: readonly Fill[][],
  { columns, roomOf }: ColumnPages,
  atTheEnd: boolean,
): Generator<readonly Fill[]> {
  yield* first
  const best = first[0]
  if (!atTheEnd || !best) return
  const kept = Math.max(0, Math.ceil(best.length / columns) - PAGES_SOUGHT) * columns
  const { from, bands } = best[kept]!
  const start = { ...from, wide: bands.from }
  const relaxed = relaxedIn(best)
  for (const end of breakColumns(list, start, column => roomOf(kept + column), columns, searches.wideEnd)) {
    const fills = [...best.slice(0, kept), ...end]
    if (relaxedIn(fills) <= relaxed && crossing(list, fills, columns).length === 0) yield fills
  }
}

/** Returns what stands in a column, its paragraphs set so that it ends at its foot. */
function withCopyfit(text: Measures, { from, to, copyfit }: Fill, column: Feathered): Feathered {
  if (!copyfit) return column
  const verts = fitted(text, from.text, to.text, copyfit)
  return { ...column, verts, from: 0, to: verts.length }
}

function squeezed(text: Measures, { from, to, squeezed: by }: Fill): Measures {
  return by > 0 ? withLowerPictures(text, text.floats.slice(from.float, to.float), by) : text
}

function relaxedIn(fills: readonly Fill[]): number {
  return fills.reduce((sum, { relaxed }) => sum + relaxed.length, 0)
}
