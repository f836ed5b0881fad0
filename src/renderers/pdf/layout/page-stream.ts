import type { PagePlan } from './page-plan.js'
import { type Named, placeWhole, type Spot } from './place.js'
import type { Float, WideFloat } from './vertical.js'

/**
 * Writes floats into a page's content. Those whose words are running text come where they are named, in the order of the
 * article, wherever on the page they stand.
 */
export class PageStream {
  readonly #plan: PagePlan
  readonly #named: Named[] = []

  constructor(plan: PagePlan) {
    this.#plan = plan
  }

  /** Adds floats named on the page, in the order of the text. */
  name(named: readonly Named[]): void {
    this.#named.push(...named)
  }

  /** Sets a float of a column. Returns where it ends. */
  placeFloat(float: Float, spot: Spot): number {
    return float.words
      ? this.#insert(float, spot, this.#plan.content.length)
      : placeWhole(float.verts, spot, this.#plan)
  }

  /** Sets a float across the columns; one that is named on another page is written at `otherwise`. */
  placeWide(float: WideFloat, spot: Spot, otherwise: number): void {
    this.#insert(float, spot, otherwise)
  }

  #insert(float: Float | WideFloat, spot: Spot, otherwise: number): number {
    const index = this.#named.findIndex(named => named.float === float)
    const at = this.#named[index]?.at ?? otherwise
    const set: PagePlan = { ...this.#plan, content: [] }
    const y = placeWhole(float.verts, spot, set)
    this.#plan.content.splice(at, 0, ...set.content)
    this.#named.forEach((named, other) => {
      if (named.at > at || (named.at === at && other > index)) named.at += set.content.length
    })
    return y
  }
}
