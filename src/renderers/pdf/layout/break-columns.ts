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
  before: Node | undefined
}

/** What a column more costs at the end: as much as a column short by a fifth. */
const FURTHER_COLUMN = 1_000
/** Ways kept open after each column: what comes later is seen from all of them. */
const BEAM = 20

/**
 * Breaks text into columns so that the costs of all of them together are least: dynamic programming over the legal breaks,
 * the best ways kept after each column. Every vert reaches a column. With a `limit`, returns nothing where so many columns
 * are not enough.
 */
export function breakColumns(
  list: Breakable,
  start: Progress,
  roomOf: (column: number) => Room,
  limit = Number.POSITIVE_INFINITY,
): Fill[] | undefined {
  if (isDone(list, start)) return []
  let layer: { to: Progress; cost: number; node: Node | undefined }[] = [{ to: start, cost: 0, node: undefined }]
  let best: Node | undefined
  let further = 0
  for (let column = 0; column < limit && layer.length > 0 && further < 3; column++) {
    const next = new Map<string, Node>()
    const room = roomOf(column)
    for (const { to, cost, node } of layer) {
      for (const way of waysOn(list, to, room)) {
        const reached = { way, cost: cost + way.cost, before: node }
        if (!isDone(list, way.to)) {
          keepBetter(next, reached)
          continue
        }
        reached.cost += list.even ? (limit - 1 - column) * emptyCost(room) : further * FURTHER_COLUMN
        if (!best || reached.cost < best.cost) best = reached
      }
    }
    if (best) further++
    layer = [...next.values()]
      .sort(byCost)
      .slice(0, BEAM)
      .map(node => ({ to: node.way.to, cost: node.cost, node }))
  }
  return best && pathTo(best)
}

function keepBetter(layer: Map<string, Node>, node: Node): void {
  const { text, note, float } = node.way.to
  const key = `${text} ${note} ${float}`
  const known = layer.get(key)
  if (!known || node.cost < known.cost) layer.set(key, node)
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
