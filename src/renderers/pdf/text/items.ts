import type { Fragment } from './fragment.js'
import type { Span } from './span.js'

/** Something with ink. A word that may be divided is several boxes with one fragment, parted by `from` and `to`. */
export const BOX = 0
/** Space between words. */
export const GLUE = 1
/** A place where a line may end, at a cost. */
export const PENALTY = 2

export const NEVER = 10_000
export const ALWAYS = -10_000

/** Hyphens at a line's end. */
export const PRINTED = 1
export const WRITTEN = 2

/**
 * A paragraph as the line breaker sees it, after Knuth and Plass: boxes, glue and penalties, as columns of numbers, because a
 * document has hundreds of thousands of them. Lengths are points. Filled by `add…`; closed by who breaks it, as
 * often as more is added; cleared for the next one.
 */
export class Items {
  count = 0
  kind = new Uint8Array(512)
  width = new Float64Array(512)
  stretch = new Float64Array(512)
  shrink = new Float64Array(512)
  /** How far a box's first and last characters, or a hyphen, may hang out of the measure. */
  hangStart = new Float64Array(512)
  hangEnd = new Float64Array(512)
  cost = new Int32Array(512)
  /** `PRINTED` where a hyphen is printed if the line ends here, `WRITTEN` where the text has one of its own. */
  hyphen = new Uint8Array(512)
  /** Of a part of a word, where it begins and ends; a whole one has no end of its own. */
  from = new Uint32Array(512)
  to = new Uint32Array(512)
  /** A box's text; the space of a glue; the space that stands for a line break of the source. Whose it is. */
  fragment: (Fragment | undefined)[] = []
  span: (Span | undefined)[] = []

  /** Sums of what boxes and glue before each item offer, and where a line that begins after the one before it has its first box. */
  widthBefore = new Float64Array(512)
  stretchBefore = new Float64Array(512)
  shrinkBefore = new Float64Array(512)
  lineStart = new Uint32Array(512)
  /** How far a line that ends at an item hangs out. */
  endHang = new Float64Array(512)
  /** There is glue between squares, which has no space in it. */
  squares = false
  /** So many items have their sums, and so many their line's start for good. */
  private closed = 0
  private started = 0
  /** The last box or glue before the next item to close: a line that ends there hangs out as far as that. */
  private last = 0

  /** Begins a paragraph. What few items have is 0 for all of them again. */
  clear(): void {
    const { count } = this
    this.width.fill(0, 0, count)
    this.stretch.fill(0, 0, count)
    this.shrink.fill(0, 0, count)
    this.hangStart.fill(0, 0, count)
    this.hangEnd.fill(0, 0, count)
    this.cost.fill(0, 0, count)
    this.hyphen.fill(0, 0, count)
    this.from.fill(0, 0, count)
    this.to.fill(0, 0, count)
    this.count = 0
    this.squares = false
    this.closed = 0
    this.started = 0
    this.last = 0
  }

  /**
   * Adds an item, a box of all its text, that has no measures yet. They are written into the columns, because to hand a
   * number with a fraction to a function takes memory: in a statement of its own, for the columns may be others when this
   * returns.
   */
  add(kind: number, fragment: Fragment | undefined, span: Span | undefined): number {
    const at = this.count++
    // The sums reach one further.
    if (at + 1 === this.kind.length) this.grow()
    this.kind[at] = kind
    this.fragment[at] = fragment
    this.span[at] = span
    return at
  }

  addPenalty(cost: number, space?: Fragment, span?: Span): void {
    const at = this.add(PENALTY, space, span)
    this.cost[at] = cost
  }

  /**
   * Works out the sums of what has been added since the last time. Until more are added, a line that begins behind the last box
   * begins behind all.
   */
  close(): void {
    const { count, kind, width, stretch, shrink, hangEnd, endHang, lineStart } = this
    const { widthBefore, stretchBefore, shrinkBefore } = this
    let { started, last } = this
    for (let i = this.closed; i < count; i++) {
      const is = kind[i]!
      const room = is === PENALTY ? 0 : 1
      widthBefore[i + 1] = widthBefore[i]! + room * width[i]!
      stretchBefore[i + 1] = stretchBefore[i]! + room * stretch[i]!
      shrinkBefore[i + 1] = shrinkBefore[i]! + room * shrink[i]!
      endHang[i] = hangEnd[this.hyphen[i] === PRINTED ? i : last]!
      if (is !== PENALTY) last = i
      // White space and places to break vanish where a line begins; the end of a paragraph does not.
      if (is === BOX || this.cost[i] === ALWAYS) while (started <= i) lineStart[started++] = i
    }
    for (let i = started; i <= count; i++) lineStart[i] = count
    this.started = started
    this.last = last
    this.closed = count
  }

  private grow(): void {
    const grown = <Numbers extends Uint8Array | Uint32Array | Int32Array | Float64Array>(old: Numbers): Numbers => {
      const larger = new (old.constructor as new (length: number) => Numbers)(old.length * 2)
      larger.set(old)
      return larger
    }
    this.kind = grown(this.kind)
    this.width = grown(this.width)
    this.stretch = grown(this.stretch)
    this.shrink = grown(this.shrink)
    this.hangStart = grown(this.hangStart)
    this.hangEnd = grown(this.hangEnd)
    this.cost = grown(this.cost)
    this.hyphen = grown(this.hyphen)
    this.from = grown(this.from)
    this.to = grown(this.to)
    this.widthBefore = grown(this.widthBefore)
    this.stretchBefore = grown(this.stretchBefore)
    this.shrinkBefore = grown(this.shrinkBefore)
    this.lineStart = grown(this.lineStart)
    this.endHang = grown(this.endHang)
  }
}
