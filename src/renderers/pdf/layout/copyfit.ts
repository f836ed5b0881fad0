import { heightOf, type Measures, TOLERANCE } from './measures.js'
import type { Box, ParagraphLines, Vert } from './vertical.js'

/** Paragraphs of a column that are set in a line more or less than looks best, so that it ends at its foot. */
export interface Copyfit {
  /** The first verts of the paragraphs. */
  paragraphs: readonly number[]
  more: 1 | -1
  /** By how much the column becomes longer, below 0 shorter. Points. */
  height: number
}

/** So many of a column, at most: of one that is a line short nobody sees it. */
const MOST = 2
/** Points: columns that lack more than that, or have more left, are not fitted. */
const REACH = { over: 34, left: 60 }
/** Lines of the shortest paragraph that a line is taken from, and that one is added to: so many share what is left over. */
const FEWEST = { '-1': 4, 1: 7 }
/** How much of its measure each line of a paragraph can take up of its last one, and can leave to one more. */
const GIVES = { '-1': 0.05, 1: 0.055 }

/** The most by which a column may become shorter, points. */
export const MOST_OVER = REACH.over

/**
 * Returns how a column between two verts is fitted that has so much room left, or lacks it where that is below 0: by the longest
 * of the paragraphs that stand whole in it. Nothing where it need not be or cannot.
 */
export function copyfit(text: Measures, from: number, to: number, left: number): Copyfit | undefined {
  if (left < -REACH.over || left > REACH.left || Math.abs(left) <= TOLERANCE) return undefined
  const more = left < 0 ? -1 : 1
  const found: number[] = []
  let height = 0
  for (const at of paragraphsIn(text, from, to, more)) {
    const line = (text.verts[at] as Box).height
    if (more === 1 && height + line > left + TOLERANCE) continue
    const set = inLines(paragraphAt(text, at), more)
    if (!set || !growsBy(text, at, set, line * more)) continue
    found.push(at)
    height += line
    if (more === -1 && height >= -left - TOLERANCE) return { paragraphs: found, more, height: -height }
    if (found.length === MOST) break
  }
  return more === 1 && found.length > 0 ? { paragraphs: found, more, height } : undefined
}

/** Returns the verts of a column, its paragraphs set as they fit it. */
export function fitted({ verts }: Measures, from: number, to: number, { paragraphs, more }: Copyfit): Vert[] {
  const set: Vert[] = []
  let at = from
  for (const paragraph of paragraphs.toSorted((a, b) => a - b)) {
    const { paragraph: lines } = verts[paragraph] as Box
    set.push(...verts.slice(at, paragraph), ...inLines(lines!, more)!)
    at = paragraph + lines!.count
  }
  return [...set, ...verts.slice(at, to)]
}

/** Returns whether a paragraph set in other lines is so much higher: pictures in its lines may have come to stand elsewhere. */
function growsBy(text: Measures, at: number, set: readonly Vert[], height: number): boolean {
  const end = set.reduce((sum, vert) => sum + heightOf(vert), text.above[at]!)
  return Math.abs(end - text.above[at + paragraphAt(text, at).count]! - height) < TOLERANCE
}

/** Returns the paragraphs that stand whole between two verts and may change by a line, the longest first. */
function paragraphsIn(text: Measures, from: number, to: number, more: 1 | -1): number[] {
  const { paragraphs, verts, grid } = text
  const found: number[] = []
  for (let index = firstFrom(paragraphs, from); index < paragraphs.length; index++) {
    const at = paragraphs[index]!
    const { count, last } = paragraphAt(text, at)
    if (at + count > to) break
    const lines = (count + 1) / 2
    const wanted = more === 1 ? 1.1 - last : last
    const onGrid = !grid || (verts[at] as Box).height === grid
    if (onGrid && lines >= FEWEST[more] && wanted <= lines * GIVES[more]) found.push(at)
  }
  return found.sort((a, b) => paragraphAt(text, b).count - paragraphAt(text, a).count || a - b)
}

function firstFrom(sorted: Int32Array, from: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

function paragraphAt({ verts }: Measures, at: number): ParagraphLines {
  return (verts[at] as Box).paragraph!
}

function inLines({ longer, shorter }: ParagraphLines, more: 1 | -1): Vert[] | undefined {
  return more === 1 ? longer() : shorter()
}
