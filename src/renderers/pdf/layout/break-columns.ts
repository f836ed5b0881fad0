import { bandsOn, closeBands, noBands, withoutBands } from './bands.js'
import { emptyCost } from './column-costs.js'
import {
  type Breakable,
  type Even,
  type Fill,
  isDone,
  type Progress,
  type Room,
  type Way,
  waysOn,
  wayTo,
} from './column-ways.js'
import { byCost, Frontier, keyOf, type Node, type Open } from './frontier.js'
import { PlainWays } from './plain-ways.js'

/** What a column more costs at the end: as much as a column short by a fifth. */
const FURTHER_COLUMN = 1_000
/** What it costs besides to leave a column bare beside one that holds text, however low they are: it looks forgotten. */
const BARE_COLUMN = 1_500
/** Ways kept open after each column: what comes later is seen from all of them. Narrow columns leave less choice in each. */
const BEAM_OF_PAGES = 10
const BEAM_OF_COLUMNS = 30

/**
 * What a last page costs on which almost nothing stands, or a picture alone, and the part of each column that is enough: four
 * lines or so, five of columns that share them out. For more, a column before it was left to gape.
 */
const RUNT = 5_000
const RUNT_SHARE = { one: 0.08, several: 0.1 }

/** How widely settings are sought for the last page, and how many of them that differ there, so much dearer than the best, are worth comparing. */
export interface Search {
  beam: number
  ends: number
  dearer: number
  /** The text ends there: its last page is not to hold a line or two. */
  last: boolean
}

/** Above a full-width block the columns are filled; at the end of the text they are to be of one length, though it costs. */
export const searches = {
  within: { beam: BEAM_OF_COLUMNS, ends: 24, dearer: 150, last: false },
  end: { beam: BEAM_OF_COLUMNS, ends: 24, dearer: 3_000, last: true },
  wideEnd: { beam: 200, ends: 300, dearer: 14_000, last: true },
} as const satisfies { [name: string]: Search }

/**
 * Breaks text into columns so that the costs of all of them together are least: dynamic programming over the legal breaks,
 * the best ways kept after each column. Every vert reaches a column. Returns the best way, and others nearly as good in
 * which the last page, of so many columns, begins elsewhere: at the end of the whole text more of them, for columns of one
 * length count more there than above a full-width block.
 */
export function breakColumns(
  list: Breakable,
  start: Progress,
  roomOf: (column: number) => Room,
  columns: number,
  sought: Search,
): Fill[][] {
  const ends = new Map<number, Node>()
  const beam = columns > 1 ? sought.beam : BEAM_OF_PAGES
  const wayOf = (node: Node) => node.way ?? wayTo(list, node.from, node.to, roomOf(node.column))
  for (const end of search(list, start, roomOf, columns, beam)) {
    let first = end
    const { headHeight, footHeight } = end.bands
    let height = wayOf(end).height + columns * (headHeight + footHeight)
    for (; first.before && first.column % columns > 0; height += wayOf(first).height) first = first.before
    const enough = roomOf(first.column).page * columns * (columns > 1 ? RUNT_SHARE.several : RUNT_SHARE.one)
    const wordless = isTextSet(list, first.from)
    const runt = !sought.last || !first.before ? 0 : wordless ? RUNT : RUNT * Math.max(0, 1 - height / enough)
    keepBetter(ends, keyOf(list, first.from, first.bands), { ...end, cost: end.cost + runt })
  }
  const sorted = [...ends.values()].sort(byCost)
  // Even columns are not worth a second page where all has room on one.
  const furthest = sorted[0] && sorted[0].column < columns ? columns : Number.POSITIVE_INFINITY
  return sorted
    .filter(end => end.column < furthest && end.cost <= sorted[0]!.cost + sought.dearer)
    .slice(0, sought.ends)
    .map(end => pathTo(end, wayOf))
}

/** Ways to fill even columns that are worth comparing, and those kept open after each. */
const EVEN_WAYS = 24
const BEAMS_OF_EVEN = { quickly: BEAM_OF_COLUMNS, thoroughly: 120 }

/** Returns ways to break text into at most so many columns, about equally long; none where they are not enough. */
export function breakEvenly(
  list: Breakable,
  start: Progress,
  roomOf: (column: number) => Room,
  columns: number,
  even: Even,
): Fill[][] {
  const ends = search({ ...list, even }, start, roomOf, columns, BEAMS_OF_EVEN[even], columns)
  return ends
    .sort(byCost)
    .slice(0, EVEN_WAYS)
    .map(end => pathTo(end, node => node.way!))
}

function isBare({ from, to }: Pick<Node, 'from' | 'to'>): boolean {
  return to.text === from.text && to.float === from.float
}

/** Returns whether no words are left: what follows are floats and notes. */
function isTextSet({ text }: Breakable, from: Progress): boolean {
  return from.text === text.verts.length
}

/** Returns ways to set everything. */
function search(
  list: Breakable,
  start: Progress,
  roomOf: (column: number) => Room,
  columns: number,
  beam: number,
  limit = Number.POSITIVE_INFINITY,
): Node[] {
  const ends: Node[] = []
  if (isDone(list, start)) return ends
  const plain = PlainWays.suit(list, columns) ? new PlainWays(list) : undefined
  let layer: Open[] = [{ to: start, cost: 0, bands: noBands(start.wide), node: undefined }]
  for (let column = 0, further = 0; column < limit && layer.length > 0 && further < 3; column++) {
    const next = new Frontier(beam)
    const room = roomOf(column)
    const endCost = list.even ? (limit - 1 - column) * emptyCost(room) : further * FURTHER_COLUMN
    if (column % columns === 0 && list.text.wides.length > 0)
      layer = layer.flatMap(open => beginPage(list, open, room, columns))
    for (const open of layer) {
      if (plain?.keep(open, room, column, next)) continue
      for (const end of goOn(list, open, { column, columns, room }, next))
        ends.push({ ...end, cost: end.cost + endCost })
    }
    if (ends.length > 0) further++
    layer = next.best().map(node => ({ to: node.to, cost: node.cost, bands: node.bands, node }))
  }
  return ends
}

/** Keeps the ways to fill a column after those before it. Returns those that come to the end. */
function goOn(
  list: Breakable,
  { to: from, cost, bands, node }: Open,
  { column, columns, room }: { column: number; columns: number; room: Room },
  next: Frontier,
): Node[] {
  const ends: Node[] = []
  const endsPage = (column + 1) % columns === 0
  const beside = column % columns > 0 ? node : undefined
  for (const way of waysOn(list, from, withoutBands(room, bands), next.limits(cost))) {
    const { to } = way
    const done = isDone(list, to)
    const closing = done || endsPage ? closeBands(list, bands, to) : 0
    if (closing === undefined) continue
    const bare = beside && !list.even && isBare(way) !== isBare(beside) ? BARE_COLUMN : 0
    const reached: Node = { from, to, cost: cost + way.cost + closing + bare, column, way, bands, before: node }
    if (done) ends.push(reached)
    else {
      const key = keyOf(list, to, endsPage ? undefined : bands)
      next.keep(list.even === 'thoroughly' ? key * UNLIKE + unlikeness(reached, room) : key, reached)
    }
  }
  return ends
}

/** Of columns that differ by so little, a part of the page, neither is the better: half a line or so. More is told apart in steps. */
const ALIKE = 0.01
const UNLIKE = 8

/** Returns in how many steps the columns of a way differ in length. */
function unlikeness(node: Node, { page }: Room): number {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (let at: Node | undefined = node; at; at = at.before) {
    least = Math.min(least, at.way!.height)
    most = Math.max(most, at.way!.height)
  }
  return Math.min(UNLIKE - 1, Math.round((most - least) / (page * ALIKE)))
}

/** Returns a way once for each setting of floats across the columns on the page that begins. */
function beginPage(list: Breakable, { to, cost, node }: Open, room: Room, columns: number): Open[] {
  return bandsOn(list, to, room, columns).map(bands => ({
    to: { ...to, wide: bands.to },
    cost: cost + bands.cost,
    bands,
    node,
  }))
}

function keepBetter(nodes: Map<number, Node>, key: number, node: Node): void {
  const known = nodes.get(key)
  if (!known || node.cost < known.cost) nodes.set(key, node)
}

function pathTo(end: Node, wayOf: (node: Node) => Way): Fill[] {
  const path: Fill[] = []
  for (let node: Node | undefined = end; node; node = node.before) path.push({ ...wayOf(node), bands: node.bands })
  return path.reverse()
}
