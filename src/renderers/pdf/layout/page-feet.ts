import { heightBetween } from './measures.js'
import type { NoteStream } from './notes.js'
import type { PagePlan, PageWish } from './page-plan.js'
import { place } from './place.js'
import type { Op, Panel } from './vertical.js'

/** A stretch of the notes that stands at the foot of a column. */
export interface NoteStretch {
  from: number
  to: number
}

/** Returns the height of the rule over notes with the space around it. Points. */
export function noteHead({ noteGap, noteRule }: PageWish): number {
  return noteGap + noteRule.thickness + noteRule.distance
}

/** Sets notes at the foot of columns: column after column, page after page, since a note may go on in the next. */
export class NoteSetter {
  readonly #stream: NoteStream
  readonly #wish: PageWish
  #open: readonly Panel[] = []

  constructor(stream: NoteStream, wish: PageWish) {
    this.#stream = stream
    this.#wish = wish
  }

  /** Returns the height that stretches take, with the rule over them. Points. */
  height(stretches: readonly NoteStretch[]): number {
    const heights = stretches.map(({ from, to }) => heightBetween(this.#stream.list, from, to))
    return heights.length === 0 ? 0 : noteHead(this.#wish) + heights.reduce((sum, height) => sum + height, 0)
  }

  /** Sets the notes of one column so that they end at its foot. */
  place(
    stretches: readonly NoteStretch[],
    column: { x: number; left: number; width: number; bottom: number },
    plan: PagePlan,
  ): void {
    if (stretches.length === 0) return
    const { noteRule, noteGap } = this.#wish
    let y = column.bottom - this.height(stretches) + noteGap
    plan.over.push(this.#rule(column, y))
    y += noteRule.thickness + noteRule.distance
    for (const { from, to } of stretches) {
      const set = place(
        { verts: this.#stream.list.verts, from, to, open: this.#open, floats: 0 },
        { x: column.x, y },
        plan,
      )
      y = set.y
      this.#open = set.open
    }
  }

  #rule({ left, width }: { left: number; width: number }, y: number): Op {
    const { noteRule, rtl } = this.#wish
    const length = Math.min(noteRule.width, width)
    const x = rtl ? left + width - length : left
    return { k: 'rule', x, y, width: length, height: noteRule.thickness, colour: noteRule.colour, tag: 'Layout' }
  }
}
