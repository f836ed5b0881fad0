import { ALWAYS, type Item, NEVER } from '../text/item.js'

/** How lines are to be broken. Lengths are points. */
export interface LineWish {
  /** Width of the nth line, from 0. From `uniformFrom` on all are the same. */
  width(line: number): number
  uniformFrom: number
  /** Extra stretch of each line, for ragged setting, where spaces do not stretch. */
  lineStretch: number
  /** A last line shorter than this looks lost. */
  shortest: number
  /** The loosest line allowed, as a ratio; `Infinity` in the pass that may not fail. */
  tolerance: number
}

interface Node {
  position: number
  line: number
  fitness: number
  /** Hyphens in a row up to here. */
  hyphens: number
  width: number
  stretch: number
  shrink: number
  demerits: number
  previous: Node | undefined
  next: Node | undefined
}

/** Badness of a line that no stretching fills or no shrinking saves. */
const WORST = 1e7
const HYPHENS_IN_A_ROW = 8000
const FITNESS_JUMP = 3000
const LOST_WORD = 30_000
/** Lines in a row that may end in a hyphen, but for the pass that may not fail. */
const MOST_HYPHENS = 2

/**
 * Breaks a paragraph so that the sum of the demerits of its lines is least (Knuth and Plass, "Breaking Paragraphs into
 * Lines", 1981). Returns the positions of the items at which lines end, the last one included, or nothing where no way
 * keeps within the tolerance. With an infinite tolerance there is always an answer, if need be with a line too long.
 */
export function breakLines(items: readonly Item[], wish: LineWish): number[] | undefined {
  let width = 0
  let stretch = 0
  let shrink = 0
  let active: Node | undefined = {
    position: -1,
    line: 0,
    fitness: 1,
    hyphens: 0,
    width: 0,
    stretch: 0,
    shrink: 0,
    demerits: 0,
    previous: undefined,
    next: undefined,
  }
  const hangs = startHangs(items)

  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    if (item.t === 'box') {
      width += item.width
      stretch += item.stretch
      shrink += item.shrink
    } else if (item.t === 'glue') {
      if (i > 0 && items[i - 1]!.t === 'box') tryBreak(i)
      width += item.width
      stretch += item.stretch
      shrink += item.shrink
    } else if (item.cost < NEVER) tryBreak(i)
    if (!active) return undefined
  }
  return trace(best(active))

  function tryBreak(at: number): void {
    const item = items[at]!
    const cost = item.t === 'penalty' ? item.cost : 0
    const flagged = item.t === 'penalty' && item.flagged
    const endWidth = item.t === 'penalty' ? item.width : 0
    const hangEnd = endHang(items, at)
    let previous: Node | undefined
    let node = active
    let line = -1
    // Best way to each kind of end (fitness, hyphens in a row) from the active nodes of one line number.
    let candidates: (Node | undefined)[] = []
    const made: Node[] = []
    while (node) {
      if (node.line !== line) {
        collect(candidates, made)
        candidates = []
        line = node.line
      }
      const next: Node | undefined = node.next
      const hangStart = hangs[node.position + 1]!
      const natural = width - node.width + endWidth - hangEnd - hangStart
      const target = wish.width(node.line)
      const ratio = ratioOf(natural, target, stretch - node.stretch + wish.lineStretch, shrink - node.shrink)
      const tooLong = ratio < -1
      const forced = cost === ALWAYS
      if (tooLong || forced) {
        // Every later break makes a longer line still: this node is spent.
        if (previous) previous.next = next
        else active = next
      } else previous = node
      const emergency =
        tooLong && !active && wish.tolerance === Number.POSITIVE_INFINITY && made.length === 0 && none(candidates)
      if (!tooLong ? ratio <= wish.tolerance : emergency)
        consider(node, Math.max(ratio, -1), emergency, forced && natural < wish.shortest)
      node = next
    }
    collect(candidates, made)
    insert(made)

    function consider(from: Node, ratio: number, overfull: boolean, lost: boolean): void {
      const badness = overfull ? WORST : Math.min(WORST, 100 * Math.abs(ratio * ratio * ratio))
      let demerits = (10 + badness) * (10 + badness)
      if (cost > 0) demerits += cost * cost
      else if (cost > ALWAYS) demerits -= cost * cost
      const hyphens = flagged ? from.hyphens + 1 : 0
      if (hyphens > MOST_HYPHENS && wish.tolerance !== Number.POSITIVE_INFINITY) return
      if (hyphens > 1) demerits += HYPHENS_IN_A_ROW * (hyphens - 1)
      const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
      if (Math.abs(fitness - from.fitness) > 1) demerits += FITNESS_JUMP
      if (lost && from.previous) demerits += LOST_WORD
      demerits += from.demerits
      const kind = fitness + 4 * Math.min(hyphens, MOST_HYPHENS)
      const rival = candidates[kind]
      if (rival && rival.demerits <= demerits) return
      candidates[kind] = {
        position: at,
        line: from.line + 1,
        fitness,
        hyphens,
        width: 0,
        stretch: 0,
        shrink: 0,
        demerits,
        previous: from,
        next: undefined,
      }
    }
  }

  /** Gives the new nodes the sums at the start of the line after them, where white space vanishes. */
  function collect(candidates: (Node | undefined)[], made: Node[]): void {
    for (const node of candidates) {
      if (!node) continue
      let sumWidth = width
      let sumStretch = stretch
      let sumShrink = shrink
      for (let i = node.position; i < items.length; i++) {
        const item = items[i]!
        if (item.t === 'box') break
        if (item.t === 'glue') {
          sumWidth += item.width
          sumStretch += item.stretch
          sumShrink += item.shrink
        } else if (item.cost === ALWAYS && i > node.position) break
      }
      node.width = sumWidth
      node.stretch = sumStretch
      node.shrink = sumShrink
      made.push(node)
    }
  }

  /** Adds nodes to the active list, which stays ordered by line number as far as that matters. */
  function insert(made: readonly Node[]): void {
    if (made.length === 0) return
    let tail = active
    while (tail?.next) tail = tail.next
    for (const node of made) {
      // Where all lines are alike their numbers do not matter, and the list need not part them.
      if (node.line > wish.uniformFrom) node.line = wish.uniformFrom
      if (tail) tail.next = node
      else active = node
      tail = node
    }
  }
}

function none(candidates: readonly (Node | undefined)[]): boolean {
  return candidates.every(candidate => candidate === undefined)
}

function ratioOf(natural: number, target: number, stretch: number, shrink: number): number {
  if (natural < target) return stretch > 0 ? (target - natural) / stretch : Number.MAX_VALUE
  // A thousandth of a point is no overflow: sums of widths are not exact.
  if (natural > target + 0.001) return shrink > 0 ? (target - natural) / shrink : -Number.MAX_VALUE
  return 0
}

/** For each position, how far the first box of a line that begins there hangs out. */
function startHangs(items: readonly Item[]): Float64Array {
  const hangs = new Float64Array(items.length + 1)
  let hang = 0
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]!
    if (item.t === 'box') hang = item.hangStart
    hangs[i] = hang
  }
  return hangs
}

function endHang(items: readonly Item[], at: number): number {
  const item = items[at]!
  if (item.t === 'penalty' && item.hyphen) return item.hangEnd
  for (let i = at - 1; i >= 0; i--) {
    const before = items[i]!
    if (before.t === 'box') return before.hangEnd
    if (before.t === 'glue') return 0
  }
  return 0
}

function best(active: Node): Node {
  let winner = active
  for (let node: Node | undefined = active; node; node = node.next) if (node.demerits < winner.demerits) winner = node
  return winner
}

function trace(end: Node): number[] {
  const breaks: number[] = []
  for (let node: Node | undefined = end; node && node.position >= 0; node = node.previous) breaks.push(node.position)
  return breaks.reverse()
}
