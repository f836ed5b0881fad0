import type { PagePlan } from './page-plan.js'
import { type Named, placeWhole, type Spot } from './place.js'
import type { Float, Vert, WideFloat } from './vertical.js'

/**
 * Writes floats into a page's content in the order of the article: one that stands elsewhere on the page than where it is
 * named, at a column's head or across the columns, comes where it is named.
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

  /** Sets a float's verts at a spot, and writes them where it is named, or at `otherwise`. Returns where they end. */
  placeWhole(float: Float | WideFloat, verts: readonly Vert[], spot: Spot, otherwise: number): number {
    const index = this.#named.findIndex(named => named.float === float)
    const at = this.#named[index]?.at ?? otherwise
    const set: PagePlan = { ...this.#plan, content: [] }
    const y = placeWhole(verts, spot, set)
    this.#plan.content.splice(at, 0, ...set.content)
    this.#named.forEach((named, other) => {
      if (named.at > at || (named.at === at && other > index)) named.at += set.content.length
    })
    return y
  }
}
