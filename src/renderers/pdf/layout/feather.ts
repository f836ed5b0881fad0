import type { Way } from './column-ways.js'
import { isOpening, type Measures } from './measures.js'
import { type Float, isSeparator, type Vert } from './vertical.js'

/**
 * How much a space between blocks may grow, as a part of itself: so that a page ends at its foot, or, which is seen more, the
 * last columns beside each other. There it may shrink too, and small spaces may grow by a point or two more.
 */
const GROWTH = { page: 0.4, last: 0.8 }
const SHRINKING = 0.35
const LITTLE = 1.5
/** Points more, where nothing else makes the columns even. */
const LOOSE = 4
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
  loose?: boolean | undefined
}

/** Returns what stands in a column; of the floats that waited for it those before `atHead` stand at its head. */
export function featheredBy(
  { verts, grid, loose, floats, floatsBefore }: Measures,
  { from, to }: Way,
  atHead = Math.min(to.float, floatsBefore[from.text]!),
): Feathered {
  return {
    verts,
    grid,
    loose,
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
  if (grid) return { growth: spaces.filter(space => isWide(space, grid / 2)).length * grid, shrinking: 0 }
  return { growth: sumOf(spaces, longest(column)), shrinking: sumOf(spaces, mostShorter) }
}

/**
 * Returns by how much each space of a column grows, by the index of its vert, or of a float whose space below it is; by -1 and
 * less, for the floats at the column's head. So the column becomes so much longer, or shorter where `wanted` is below 0: each
 * space in proportion, or by a line where a grid wants whole lines. Where all together cannot do it the last columns of a
 * text come as near as they may, others not at all.
 */
export function feather(column: Feathered, wanted: number, last: boolean): Map<number, number> {
  if (Math.abs(wanted) < UNSEEN) return new Map()
  if (column.grid) return featherByLines(column, wanted, column.grid, last)
  const spaces = spacesOf(column)
  const between = spaces.filter(({ padding }) => !padding)
  if (!last) {
    const most = sumOf(between, mostOnPage)
    return wanted < 0 || wanted > most + UNSEEN ? new Map() : shareOut(between, mostOnPage, wanted)
  }
  const most = wanted < 0 ? mostShorter : longest(column)
  const first = shareOut(between, most, wanted)
  const left = Math.abs(wanted) - sumOf(between, most)
  if (left < UNSEEN) return first
  // The padding of panels changes only where the spaces between blocks do not suffice.
  const padding = spaces.filter(space => space.padding)
  return new Map([...first, ...shareOut(padding, most, Math.sign(wanted) * left)])
}

function featherByLines(column: Feathered, wanted: number, grid: number, last: boolean): Map<number, number> {
  // A line more is borne between columns that end beside each other, elsewhere only where parts of the text are parted.
  const wide = spacesOf(column).filter(space => isWide(space, last ? grid / 2 : grid * 0.75))
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

function isWide({ height, padding }: Space, least: number): boolean {
  return !padding && height >= least
}

type Most = (space: Space) => number
const mostOnPage: Most = ({ height }) => height * GROWTH.page
const mostLonger: Most = ({ height, padding }) => height * GROWTH.last + (padding ? 0 : LITTLE)
const mostLoose: Most = space => mostLonger(space) + (space.padding ? 0 : LOOSE)
const mostShorter: Most = ({ height }) => height * SHRINKING

function longest({ loose }: Feathered): Most {
  return loose ? mostLoose : mostLonger
}

function sumOf(spaces: readonly Space[], most: Most): number {
  return spaces.reduce((sum, space) => sum + most(space), 0)
}

/** Gives each space its part of what is wanted, as much as it may have at most. */
function shareOut(spaces: readonly Space[], most: Most, wanted: number): Map<number, number> {
  const all = sumOf(spaces, most)
  const part = all === 0 ? 0 : Math.max(-1, Math.min(1, wanted / all))
  return new Map(spaces.map(space => [space.at, most(space) * part]))
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
    if (isSet || (vert.t === 'box' && !isSeparator(vert))) count = spaces.length
    if (isSet && vert.after > 0) spaces.push({ at, height: vert.after, padding: false })
    else if (vert.t === 'skip' && vert.height > 0) spaces.push({ at, height: vert.height, padding: false })
    else if (vert.t === 'strut') count = spaces.push({ at, height: vert.height, padding: true })
  }
  // A space counts where something stands below it, and a separator at the column's foot is seen as nothing.
  return spaces.slice(0, count)
}
