import type { ItemWish } from './fill-items.js'
import type { Fragment } from './fragment.js'
import { type Items, PENALTY } from './items.js'

/** What of a line is not in the sums of its boxes and glue: a hyphen, what hangs out, the space that vanishes at its end; em. */
const UNCOUNTED = 0.75

/** How long the items counted are at their longest and at their shortest, in the paragraph at work. */
const sums = new Float64Array(2)
const LONGEST = 0
const SHORTEST = 1

type LineEndWish = Pick<ItemWish, 'measure' | 'widest' | 'tolerance' | 'letterSpacing'>

/**
 * Where lines may end at all, while items are added: after one line's measure, give or take what its spaces and letters
 * offer, after two, after three … From many a word no line can end, and it need not be asked where it may be divided.
 */
export class LineEnds {
  private readonly wish: LineEndWish
  /** Items that are counted. */
  private counted = 0
  private em = 0

  constructor(wish: LineEndWish) {
    this.wish = wish
    sums.fill(0)
  }

  /** Returns whether a line may end in a word, so many points wide, that comes after the items added so far. */
  reach(items: Items, { style, glyphs }: Fragment, width: number): boolean {
    const { measure, widest, tolerance, letterSpacing } = this.wish
    this.count(items)
    this.em = Math.max(this.em, style.size)
    const longest = sums[LONGEST]! + width + tolerance * letterSpacing * style.size * glyphs.count
    const uncounted = UNCOUNTED * this.em
    // So many lines at the most end before the word does, and so many at the least before it begins.
    const most = Math.floor(longest / Math.max(1, measure - uncounted))
    const least = Math.ceil(sums[SHORTEST]! / (widest + uncounted))
    return most >= Math.max(1, least)
  }

  private count(items: Items): void {
    const { count, kind, width, stretch, shrink } = items
    const { tolerance } = this.wish
    for (let at = this.counted; at < count; at++) {
      if (kind[at] === PENALTY) continue
      sums[LONGEST]! += width[at]! + tolerance * stretch[at]!
      sums[SHORTEST]! += width[at]! - shrink[at]!
    }
    this.counted = count
  }
}
