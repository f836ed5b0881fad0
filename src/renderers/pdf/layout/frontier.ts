import type { Bands } from './bands.js'
import type { Limits, Way } from './column-ways.js'

/** A way to have filled the columns so far. */
export interface Node {
  way: Way
  cost: number
  /** Number of its column. */
  column: number
  bands: Bands
  before: Node | undefined
}

/** Ways kept open because they are furthest on. */
const FURTHEST = 3

/**
 * The ways to fill the columns up to one of them, one for each progress. Only the cheapest of them will be followed, and
 * those furthest on: where dear breaks cannot be avoided, ways that put them off, a line a page, look cheap for long.
 */
export class Frontier {
  private readonly nodes = new Map<number, Node>()
  private readonly beam: number
  /** What the cheapest cost, ascending, and how far the furthest come, descending: what is worse than all need not be made. */
  private readonly costs: number[] = []
  private readonly reached: number[] = []

  constructor(beam: number) {
    this.beam = beam
  }

  /** Returns which ways may still be followed that go on from one that costs so much. */
  limits(cost: number): Limits {
    const most = this.costs.length < this.beam ? Number.POSITIVE_INFINITY : this.costs[this.beam - 1]! - cost
    return { cost: most, text: this.reached.length < FURTHEST ? -1 : this.reached[FURTHEST - 1]! }
  }

  /** Keeps a way, unless one as cheap is known to the same progress, of which `key` is the number. */
  keep(key: number, node: Node): void {
    const known = this.nodes.get(key)
    if (known && known.cost <= node.cost) return
    this.nodes.set(key, node)
    if (known) take(this.costs, known.cost)
    else insert(this.reached, node.way.to.text, FURTHEST, (a, b) => a > b)
    insert(this.costs, node.cost, this.beam, (a, b) => a < b)
  }

  /** Returns the ways to be followed. */
  best(): Node[] {
    const nodes = [...this.nodes.values()]
    if (nodes.length <= this.beam) return nodes.sort(byCost)
    const furthest = nodes.sort((a, b) => b.way.to.text - a.way.to.text || a.cost - b.cost).slice(0, FURTHEST)
    return [...new Set([...nodes.sort(byCost).slice(0, this.beam), ...furthest])]
  }
}

/** Of equals the one that is further on comes first, so that the same input gives the same pages. */
export function byCost(a: Node, b: Node): number {
  return a.cost - b.cost || b.way.to.text - a.way.to.text || b.way.to.note - a.way.to.note
}

/** Puts a number into a sorted list of no more than so many. */
function insert(list: number[], value: number, most: number, before: (a: number, b: number) => boolean): void {
  if (list.length === most) {
    if (!before(value, list[most - 1]!)) return
    list.pop()
  }
  let at = list.length
  for (; at > 0 && before(value, list[at - 1]!); at--) list[at] = list[at - 1]!
  list[at] = value
}

function take(list: number[], value: number): void {
  const at = list.indexOf(value)
  if (at >= 0) list.splice(at, 1)
}
