import type { BreakKind } from './breaks.js'
import type { Fragment } from './fragment.js'
import type { Span } from './span.js'

/** Stands between two places where a line may end. */
export const WORD = 0
/** Part of such a word, where its face changes: it is not divided. */
export const PART = 1
export const SPACE = 2
/** A line ends here; its fragment is the space that stands for that. */
export const LINE_BREAK = 3
/** Its fragment is the space in its place; how wide it is says its span. */
export const PICTURE = 4

/** A paragraph cut where lines may end, as columns: a document has hundreds of thousands of tokens. */
export class Tokens {
  count = 0
  readonly kind: number[] = []
  readonly fragment: Fragment[] = []
  readonly span: Span[] = []
  /** Whether a line may end behind it; of a space, whether it may end there at all. */
  readonly breakAfter: BreakKind[] = []

  add(kind: number, fragment: Fragment, span: Span, breakAfter: BreakKind): void {
    const at = this.count++
    this.kind[at] = kind
    this.fragment[at] = fragment
    this.span[at] = span
    this.breakAfter[at] = breakAfter
  }

  /** Returns how wide a token is, points. */
  width(at: number): number {
    return this.kind[at] === PICTURE ? (this.span[at]!.picture?.width ?? 0) : this.fragment[at]!.width
  }
}
