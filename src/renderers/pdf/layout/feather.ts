import type { Way } from './column-ways.js'
import { isOpening, type Measures } from './measures.js'
import type { Float, Vert } from './vertical.js'

/**
 * How much a space between blocks may grow, as a part of itself: so that a page ends at its foot, or, which is seen more, the
 * last columns beside each other.
 */
const GROWTH = { page: 0.4, last: 0.8 }
/** How much it may shrink, in the last columns alone. */
const SHRINKING = 0.3
/** Points: a difference that nobody sees. */
const UNSEEN = 0.25

/** Verts set in one column. */
export interface Feathered {
  verts: readonly Vert[]
  from: number
  to: number
  /** Floats that waited for the column and stand at its head. */
  heads: readonly Float[]
  /** How many of the floats named there stand there: the others leave the head to what follows them. */
  floats: number
  /** Distance of the baseline grid's lines, points. */
  grid?: number | undefined
}

/** Returns what stands in a column; of the floats that waited for it those before `atHead` stand at its head. */
export function featheredBy(
  { verts, grid, floats, floatsBefore }: Measures,
  { from, to }: Way,
  atHead = Math.min(to.float, floatsBefore[from.text]!),
): Feathered {
  return {
    verts,
    grid,
    from: from.text,
    to: to.text,
    heads: floats.slice(from.float, atHead),
    floats: to.float - floatsBefore[from.text]!,
  }
}

/** Returns by how much a column at the end of a text may become longer and shorter. Points. */
export function reachOf(column: Feathered): { growth: number; shrinking: number } {
  const spaces = spacesOf(column)
  const { grid } = column
  if (grid) return { growth: spaces.filter(space => isWide(space, grid)).length * grid, shrinking: 0 }
  const between = sumOf(spaces.filter(({ padding }) => !padding))
  return { growth: sumOf(spaces) * GROWTH.last, shrinking: between * SHRINKING }
}

/**
 * Returns by how much each space of a column grows, by the index of its vert, or of a float whose space below it is; below 0,
 * from -1 on downwards, for the floats at its head. It grows so that the column becomes so much longer, or
 * shorter if `wanted` is below 0: each in the same proportion, the padding of panels only where the spaces between blocks do
 * not suffice; a line each where a grid wants whole lines. Where all together cannot do it the last columns of a text come
 * as near as they may, others not at all.
 */
export function feather(column: Feathered, wanted: number, last: boolean): Map<number, number> {
  if (Math.abs(wanted) < UNSEEN) return new Map()
  if (column.grid) return featherByLines(column, wanted, column.grid, last)
  const spaces = spacesOf(column)
  const between = spaces.filter(({ padding }) => !padding)
  const share = last ? GROWTH.last : GROWTH.page
  const first = Math.max(-SHRINKING, Math.min(share, wanted / sumOf(between)))
  if (!last) return wanted < 0 || wanted > sumOf(between) * share + UNSEEN ? new Map() : grownBy(between, first)
  const grown = between.length > 0 ? grownBy(between, first) : new Map<number, number>()
  const left = wanted - sumOf(between) * (between.length > 0 ? first : 0)
  const padding = spaces.filter(space => space.padding)
  if (left < UNSEEN || padding.length === 0) return grown
  return new Map([...grown, ...grownBy(padding, Math.min(share, left / sumOf(padding)))])
}

function featherByLines(column: Feathered, wanted: number, grid: number, last: boolean): Map<number, number> {
  const wide = spacesOf(column).filter(space => isWide(space, grid))
  if (wanted > wide.length * grid + UNSEEN && !last) return new Map()
  const lines = Math.max(0, Math.round(wanted / grid))
  wide.sort((a, b) => b.height - a.height || a.at - b.at)
  return new Map(wide.slice(0, lines).map(({ at }) => [at, grid]))
}

interface Space {
  at: number
  height: number
  /** It stands within a panel, at its edge. */
  padding: boolean
}

function isWide({ height, padding }: Space, grid: number): boolean {
  return !padding && height >= grid / 2
}

function grownBy(spaces: readonly Space[], share: number): Map<number, number> {
  return new Map(spaces.map(({ at, height }) => [at, height * share]))
}

function sumOf(spaces: readonly Space[]): number {
  return spaces.reduce((sum, { height }) => sum + height, 0)
}

/** Returns the spaces between what stands in a column: at its head and its foot there is none. */
function spacesOf({ verts, from, to, heads, floats }: Feathered): Space[] {
  const spaces: Space[] = heads.map(({ gap }, index) => ({ at: -1 - index, height: gap, padding: false }))
  let count = Math.max(0, heads.length - 1)
  let started = false
  let waiting = floats
  for (let at = from; at < to; at++) {
    const vert = verts[at]!
    const isSet = vert.t === 'float' && waiting-- > 0
    started ||= isSet || vert.t === 'box' || isOpening(verts, at)
    if (!started) continue
    if (isSet || vert.t === 'box') count = spaces.length
    if (isSet) spaces.push({ at, height: vert.after, padding: false })
    else if (vert.t === 'skip') spaces.push({ at, height: vert.height, padding: false })
    else if (vert.t === 'strut') count = spaces.push({ at, height: vert.height, padding: true })
  }
  // A space counts where something stands below it.
  return spaces.slice(0, count)
}
