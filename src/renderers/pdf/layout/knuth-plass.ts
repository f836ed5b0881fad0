import type { LineEnds } from '../text/fill-items.js'
import type { Fragment } from '../text/fragment.js'
import { ALWAYS, BOX, GLUE, type Items, NEVER } from '../text/items.js'
import { Ways } from './ways.js'

/** How lines are to be broken. Lengths are points. */
export interface LineWish {
  width: number
  /** The first lines are narrower: by so much, and so many of them. */
  inset: number
  insetLines: number
  /** Broken into so many lines, within a tolerance, or not at all. Absent: into as many as look best. */
  lines?: number | undefined
  /** Extra stretch of each line, for ragged setting, where spaces do not stretch. */
  lineStretch: number
  /** How far letters may be spaced out in a justified line, em. */
  letterSpacing: number
  /** A last line shorter than this looks lost. */
  shortest: number
  /** The loosest line allowed, as a ratio; `Infinity` in the pass that may not fail. */
  tolerance: number
}

/** Badness of a line that no stretching fills or no shrinking saves. */
const WORST = 1e7
const HYPHENS_IN_A_ROW = 8000
/** A hyphen at the end of the last full line leaves half a word to stand alone. */
const LAST_HYPHEN = 60_000
const FITNESS_JUMP = 3000
const LOST_WORD = 30_000
/** Lines in a row that may end in a hyphen, be it the text's own, but for the pass that may not fail. */
const MOST_HYPHENS = 2
/** Kinds of line end that are kept apart: four of fitness for each number of hyphens in a row. */
const KINDS = 4 * (MOST_HYPHENS + 1)

const ways = new Ways()
/** The best way to each kind of end at the place being tried: the way it goes on from, and its demerits. */
const bestFrom = new Int32Array(KINDS).fill(-1)
const bestDemerits = new Float64Array(KINDS)
const bestHyphens = new Int32Array(KINDS)

/**
 * Breaks a paragraph so that the sum of the demerits of its lines is least (Knuth and Plass, "Breaking Paragraphs into
 * Lines", 1981). Returns the positions of the items at which lines end, the last one included, or nothing where no way
 * keeps within the tolerance. With an infinite tolerance there is always an answer, if need be with a line too long.
 */
export function breakLines(items: Items, wish: LineWish): number[] | undefined {
  const breaker = new LineBreaker(items, wish)
  return breaker.goOn() ? breaker.breaks() : undefined
}

/** What of a line is not in the sums of its boxes and glue: a hyphen, and what hangs out; em. */
const UNCOUNTED = 0.75

/** Breaks a paragraph while its items are added. One is broken after another: the ways are kept in one place. */
export class LineBreaker implements LineEnds {
  private readonly items: Items
  private readonly wish: LineWish
  /** Items at which it has been tried to end a line. */
  private tried = 0

  constructor(items: Items, wish: LineWish) {
    this.items = items
    this.wish = wish
    ways.clear()
  }

  goOn(): boolean {
    const { items, wish } = this
    items.close()
    const { kind, cost, count } = items
    for (let at = this.tried; at < count; at++) {
      if (kind[at] === BOX) continue
      if (kind[at] === GLUE) {
        if (at === 0 || kind[at - 1] !== BOX) continue
      } else if (cost[at]! >= NEVER) continue
      tryBreak(items, at, wish)
      if (ways.activeCount === 0) return false
    }
    this.tried = count
    return true
  }

  reach(word: Fragment): boolean {
    const { style, glyphs, width } = word
    const { count, widthBefore, stretchBefore, shrinkBefore, lineStart, hangStart } = this.items
    const { tolerance, letterSpacing } = this.wish
    const uncounted = UNCOUNTED * style.size
    const room = letterSpacing * style.size * glyphs.count
    for (let i = 0; i < ways.activeCount; i++) {
      const way = ways.active[i]!
      const start = lineStart[ways.position[way]! + 1]!
      const target = measureOf(this.wish, ways.line[way]!)
      const before = widthBefore[count]! - widthBefore[start]! - hangStart[start]!
      const shortest = before - (shrinkBefore[count]! - shrinkBefore[start]!) - room - uncounted
      const longest = before + width + tolerance * (stretchBefore[count]! - stretchBefore[start]! + room) + uncounted
      if (shortest <= target && target <= longest) return true
    }
    return false
  }

  /** Returns the positions of the items at which the lines of the whole end; nothing where they are not so many as they must be. */
  breaks(): number[] | undefined {
    return ways.trace(this.wish.lines)
  }
}

/** Returns the measure of a line, the first being 0. */
function measureOf({ width, inset, insetLines }: LineWish, line: number): number {
  return line < insetLines ? width - inset : width
}

/** Looks at each way that is still open, whether a line from where it stands may end here. */
function tryBreak(items: Items, at: number, wish: LineWish): void {
  const { widthBefore, stretchBefore, shrinkBefore, lineStart, hangStart } = items
  // Of open ways the columns say the same though others take their place when ways are added.
  const { line: lineOf, position: positionOf, hyphens: hyphensOf, fitness: fitnessOf, demerits: demeritsOf } = ways
  const { lineStretch, tolerance } = wish
  const isGlue = items.kind[at] === GLUE
  const cost = isGlue ? 0 : items.cost[at]!
  const forced = cost === ALWAYS
  const flagged = items.hyphen[at] !== 0
  const mayFail = tolerance !== Number.POSITIVE_INFINITY
  const ends = widthBefore[at]! + (isGlue ? 0 : items.width[at]!) - items.endHang[at]!
  const open = ways.activeCount
  let kept = 0
  let line = -1
  let target = 0
  let any = false
  for (let i = 0; i < open; i++) {
    const way = ways.active[i]!
    if (lineOf[way] !== line) {
      if (any) collect(at, line, wish)
      any = false
      line = lineOf[way]!
      target = measureOf(wish, line)
    }
    const position = positionOf[way]!
    const start = position < 0 ? lineStart[0]! : lineStart[position + 1]!
    const natural = ends - widthBefore[start]! - hangStart[start]!
    let ratio = 0
    if (natural < target)
      ratio = (target - natural) / (stretchBefore[at]! - stretchBefore[start]! + lineStretch || 1e-300)
    // A thousandth of a point is no overflow: sums of widths are not exact.
    else if (natural > target + 0.001) ratio = (target - natural) / (shrinkBefore[at]! - shrinkBefore[start]! || 1e-300)
    let badness = Math.min(WORST, 100 * Math.abs(ratio * ratio * ratio))
    if (ratio < -1) {
      // The last way of all goes on with a line too long, where there may not be none.
      if (mayFail || kept > 0 || i < open - 1 || any || ways.addedCount > 0) continue
      ratio = -1
      badness = WORST
    } else if (!forced) ways.active[kept++] = way // Every later break makes a longer line: a way with one too long is spent.
    if (ratio > tolerance) continue
    const hyphens = flagged ? hyphensOf[way]! + 1 : 0
    if (hyphens > MOST_HYPHENS && mayFail) continue
    let demerits = (10 + badness) * (10 + badness)
    if (cost > 0) demerits += cost * cost
    else if (cost < 0 && !forced) demerits -= cost * cost
    if (hyphens > 1) demerits += HYPHENS_IN_A_ROW * (hyphens - 1)
    const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    if (Math.abs(fitness - fitnessOf[way]!) > 1) demerits += FITNESS_JUMP
    if (forced && position >= 0) {
      if (natural < wish.shortest) demerits += LOST_WORD
      if (hyphensOf[way]! > 0) demerits += LAST_HYPHEN
    }
    demerits += demeritsOf[way]!
    const end = fitness + 4 * Math.min(hyphens, MOST_HYPHENS)
    if (bestFrom[end]! >= 0 && bestDemerits[end]! <= demerits) continue
    bestFrom[end] = way
    bestDemerits[end] = demerits
    bestHyphens[end] = hyphens
    any = true
  }
  if (any) collect(at, line, wish)
  if (ways.addedCount === 0) ways.activeCount = kept
  else ways.keep(kept, wish.lines !== undefined)
}

/** Returns how many lines are told apart by their number: where all are alike, and as many as come, it does not matter. */
function toldApart({ insetLines, lines }: LineWish): number {
  return lines === undefined ? insetLines : Math.max(insetLines, lines + 1)
}

/** Adds the best ways found from one line number. */
function collect(at: number, line: number, wish: LineWish): void {
  const next = Math.min(line + 1, toldApart(wish))
  for (let end = 0; end < KINDS; end++) {
    if (bestFrom[end]! < 0) continue
    const way = ways.add(at, next, end % 4, bestHyphens[end]!, bestFrom[end]!)
    ways.demerits[way] = bestDemerits[end]!
    bestFrom[end] = -1
  }
}
