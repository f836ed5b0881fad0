import type { Bands } from './bands.js'
import type { Breakable, Progress, Way } from './column-ways.js'

/** A way to have filled the columns so far. */
export interface Node {
  /** How far everything is set before its last column, and after it. */
  from: Progress
  to: Progress
  cost: number
  /** Number of that column, and the way to fill it: absent where it holds nothing but lines and notes, and is the only one on its page. */
  column: number
  way?: Way | undefined
  bands: Bands
  before: Node | undefined
}

/** A way so far, from which the next column goes on. */
export interface Open {
  to: Progress
  cost: number
  bands: Bands
  node: Node | undefined
}

/** Which ways are still of use: those that cost no more, and those that come so far in the text, whatever they cost. */
export interface Limits {
  cost: number
  text: number
}

/** Ways kept open because they are furthest on. */
const FURTHEST = 3

/**
 * The ways to fill the columns up to one of them, one for each progress. Only the cheapest of them will be followed, and
 * those furthest on: where dear breaks cannot be avoided, ways that put them off, a line a page, look cheap for long.
 */
export class Frontier {
  readonly #nodes = new Map<number, Node>()
  readonly #beam: number
  /** What the cheapest cost, ascending, and how far the furthest come, descending: what is worse than all need not be made. */
  readonly #costs: number[] = []
  readonly #reached: number[] = []

  constructor(beam: number) {
    this.#beam = beam
  }

  /** Returns which ways may still be followed that go on from one that costs so much. */
  limits(cost: number): Limits {
    const most = this.#costs.length < this.#beam ? Number.POSITIVE_INFINITY : this.#costs[this.#beam - 1]! - cost
    return { cost: most, text: this.#reached.length < FURTHEST ? -1 : this.#reached[FURTHEST - 1]! }
  }

  /** Returns whether no way as cheap is known to a progress, of which `key` is the number. */
  leads(key: number, cost: number): boolean {
    const known = this.#nodes.get(key)
    return known === undefined || cost < known.cost
  }

  /** Keeps a way, unless one as cheap is known to the same progress. */
  keep(key: number, node: Node): void {
    const known = this.#nodes.get(key)
    if (known !== undefined && known.cost <= node.cost) return
    this.#nodes.set(key, node)
    if (known === undefined) this.#reach(node.to.text)
    this.#rank(node.cost, known === undefined ? -1 : this.#costs.indexOf(known.cost))
  }

  /** Returns the ways to be followed. */
  best(): Node[] {
    const nodes = [...this.#nodes.values()]
    if (nodes.length <= this.#beam) return nodes.sort(byCost)
    const { cost, text } = this.limits(0)
    const cheapest = nodes.filter(node => node.cost <= cost).sort(byCost)
    const furthest = nodes.filter(node => node.to.text >= text).sort((a, b) => b.to.text - a.to.text || a.cost - b.cost)
    return [...new Set([...cheapest.slice(0, this.#beam), ...furthest.slice(0, FURTHEST)])]
  }

  /** Puts what a way costs into its place among the cheapest, where what another cost that led there may stand. */
  #rank(cost: number, known: number): void {
    const costs = this.#costs
    let at = known < 0 ? costs.length : known
    if (at === this.#beam && costs[--at]! <= cost) return
    for (; at > 0 && costs[at - 1]! > cost; at--) costs[at] = costs[at - 1]!
    costs[at] = cost
  }

  #reach(text: number): void {
    const reached = this.#reached
    let at = reached.length
    if (at === FURTHEST && reached[--at]! >= text) return
    for (; at > 0 && reached[at - 1]! < text; at--) reached[at] = reached[at - 1]!
    reached[at] = text
  }
}

/** Of equals the one that is further on comes first, so that the same input gives the same pages. */
export function byCost(a: Node, b: Node): number {
  return a.cost - b.cost || b.to.text - a.to.text || b.to.note - a.to.note
}

/**
 * A number for a progress: its place in the text, how many notes and floats wait there, and what stands across the page's
 * columns. Where nothing waits, and nothing stands there, it is the place itself.
 */
export function keyOf({ text, cited }: Breakable, to: Progress, bands?: Bands): number {
  const notes = cited.end[to.text]! - to.note
  const floats = text.floatsBefore[to.text]! - to.float
  const across = bands ? (bands.foot - bands.from) * 3 + bands.to - bands.foot : 0
  const wides = to.wide * 9 + across
  return (
    to.text +
    (text.verts.length + 1) * (floats + (text.floats.length + 1) * (wides + 9 * (text.wides.length + 1) * notes))
  )
}
