import { isOpening } from './measures.js'
import type { Vert } from './vertical.js'

/**
 * How much a space between blocks may grow, as a part of itself: so that a page ends at its foot, or, which is seen more, the
 * last columns beside each other.
 */
const GROWTH = { page: 0.4, last: 0.8 }
/** Points: a difference that nobody sees. */
const UNSEEN = 0.25

/** Verts set in one column. */
export interface Feathered {
  verts: readonly Vert[]
  from: number
  to: number
  /** Distance of the baseline grid's lines, points. */
  grid?: number | undefined
}

/** Returns by how much the spaces of a column may grow together, the last of a text if nothing else is said. Points. */
export function mostGrowth(column: Feathered, growth = GROWTH.last): number {
  const spaces = spacesOf(column)
  const { grid } = column
  if (grid) return spaces.filter(({ height }) => height >= grid / 2).length * grid
  return spaces.reduce((sum, { height }) => sum + height, 0) * growth
}

/**
 * Returns by how much each space of a column grows, by the index of its vert, so that the column becomes so much longer:
 * each in the same proportion, or a line each where a grid wants whole lines. Where all together cannot do it they grow as far
 * as they may if that is wanted `partly`, and not at all otherwise.
 */
export function feather(column: Feathered, wanted: number, partly: boolean): Map<number, number> {
  const most = mostGrowth(column, partly ? GROWTH.last : GROWTH.page)
  if (wanted < UNSEEN || most === 0 || (wanted > most + UNSEEN && !partly)) return new Map()
  const growth = Math.min(wanted, most)
  const { grid } = column
  const spaces = spacesOf(column)
  if (!grid) {
    const all = spaces.reduce((sum, { height }) => sum + height, 0)
    return new Map(spaces.map(({ at, height }) => [at, (height * growth) / all]))
  }
  const wide = spaces.filter(({ height }) => height >= grid / 2).sort((a, b) => b.height - a.height || a.at - b.at)
  return new Map(wide.slice(0, Math.round(growth / grid)).map(({ at }) => [at, grid]))
}

/** Returns the spaces between what stands in a column: at its head there is none. */
function spacesOf({ verts, from, to }: Feathered): { at: number; height: number }[] {
  const spaces: { at: number; height: number }[] = []
  let started = false
  for (let at = from; at < to; at++) {
    const vert = verts[at]!
    if (vert.t === 'skip') {
      if (started) spaces.push({ at, height: vert.height })
    } else if (vert.t === 'box' || vert.t === 'float' || isOpening(verts, at)) started = true
  }
  return spaces
}
