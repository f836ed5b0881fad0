import {
  type Breakable,
  emptyCost,
  type Fill,
  isDone,
  type Progress,
  type Room,
  type Way,
  waysOn,
} from './column-ways.js'

/** A way to have filled the columns so far. */
interface Node {
  way: Way
  cost: number
  /** Number of its column. */
  column: number
  before: Node | undefined
}

/** What a column more costs at the end: as much as a column short by a fifth. */
const FURTHER_COLUMN = 1_000
/** Ways kept open after each column: what comes later is seen from all of them. Narrow columns leave less choice in each. */
const BEAM_OF_PAGES = 10
const BEAM_OF_COLUMNS = 30
/** Different ends that are worth comparing, and how much dearer than the best they may be. */
const ENDS = 24
const DEARER = { atTheEnd: 2_000, within: 150 }

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
  atTheEnd: boolean,
): Fill[][] {
  const ends = new Map<number, Node>()
  for (const end of search(list, start, roomOf, columns > 1 ? BEAM_OF_COLUMNS : BEAM_OF_PAGES)) {
    let first = end
    while (first.before && first.column % columns > 0) first = first.before
    keepBetter(ends, keyOf(list, first.way.from), end)
  }
  const sorted = [...ends.values()].sort(byCost)
  // Even columns are not worth a second page where all has room on one.
  const furthest = sorted[0] && sorted[0].column < columns ? columns : Number.POSITIVE_INFINITY
  return sorted
    .filter(end => end.column < furthest && end.cost <= sorted[0]!.cost + (atTheEnd ? DEARER.atTheEnd : DEARER.within))
    .slice(0, ENDS)
    .map(pathTo)
}

/** Breaks text into at most so many columns, equally long as far as that goes. Returns nothing where they are not enough. */
export function breakEvenly(
  list: Breakable,
  start: Progress,
  roomOf: (column: number) => Room,
  columns: number,
): Fill[] | undefined {
  const best = search({ ...list, even: true }, start, roomOf, BEAM_OF_COLUMNS, columns).sort(byCost)[0]
  return best && pathTo(best)
}

/** Returns ways to set everything. */
function search(
  list: Breakable,
  start: Progress,
  roomOf: (column: number) => Room,
  beam: number,
  limit = Number.POSITIVE_INFINITY,
): Node[] {
  const ends: Node[] = []
  if (isDone(list, start)) return ends
  let layer: { to: Progress; cost: number; node: Node | undefined }[] = [{ to: start, cost: 0, node: undefined }]
  for (let column = 0, further = 0; column < limit && layer.length > 0 && further < 3; column++) {
    const next = new Map<number, Node>()
    const room = roomOf(column)
    const endCost = list.even ? (limit - 1 - column) * emptyCost(room) : further * FURTHER_COLUMN
    for (const { to, cost, node } of layer) {
      for (const way of waysOn(list, to, room)) {
        if (isDone(list, way.to)) ends.push({ way, cost: cost + way.cost + endCost, column, before: node })
        else keepBetter(next, keyOf(list, way.to), { way, cost: cost + way.cost, column, before: node })
      }
    }
    if (ends.length > 0) further++
    layer = [...next.values()]
      .sort(byCost)
      .slice(0, beam)
      .map(node => ({ to: node.way.to, cost: node.cost, node }))
  }
  return ends
}

/** A number for a progress: its place in the text, and how many notes and floats wait there. */
function keyOf({ text, cited }: Breakable, to: Progress): number {
  const notes = cited.end[to.text]! - to.note
  const floats = text.floatsBefore[to.text]! - to.float
  return to.text + (text.verts.length + 1) * (floats + (text.floats.length + 1) * notes)
}

function keepBetter(nodes: Map<number, Node>, key: number, node: Node): void {
  const known = nodes.get(key)
  if (!known || node.cost < known.cost) nodes.set(key, node)
}

/** Of equals the one that is further on comes first, so that the same input gives the same pages. */
function byCost(a: Node, b: Node): number {
  return a.cost - b.cost || b.way.to.text - a.way.to.text || b.way.to.note - a.way.to.note
}

function pathTo(end: Node): Fill[] {
  const path: Fill[] = []
  for (let node: Node | undefined = end; node; node = node.before) path.push(node.way)
  return path.reverse()
}
