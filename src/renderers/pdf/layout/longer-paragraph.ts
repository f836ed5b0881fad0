import { type Shaper, shapeSpans } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'
import type { Breakable } from './column-ways.js'
import type { Line } from './line.js'
import { measure } from './measures.js'
import type { Cited } from './notes.js'
import { type ParagraphWish, setParagraph } from './paragraph.js'
import type { Vert } from './vertical.js'

/** Parts of the measure that lines are broken for, until there is one more of them. */
const PARTS = [0.985, 0.97, 0.955, 0.94, 0.925, 0.91]
/** Lines of the shortest paragraph that one more is shared out over: in a shorter one its spaces would be seen. */
export const SHORTEST_LONGER = 3

/**
 * Sets a paragraph of so many lines with one more, its spaces a little wider: so that a column ends beside another. Returns
 * nothing where it cannot be without harm.
 */
export function longerLines(
  spans: readonly Span[],
  lines: number,
  wish: ParagraphWish,
  shaper: Shaper,
): Line[] | undefined {
  const words = shapeSpans(spans, shaper)
  for (const part of PARTS) {
    const longer = setParagraph(words, { ...wish, part })
    if (longer.length > lines) return longer.length === lines + 1 ? longer : undefined
  }
  return undefined
}

/** Returns a list once for each paragraph from a vert on that can be set a line longer, with it set so. */
export function* withLongerParagraph(list: Breakable, from: number): Generator<Breakable> {
  const { verts, grid, loose } = list.text
  for (let at = from; at < verts.length; at++) {
    const vert = verts[at]!
    if (vert.t !== 'box' || !vert.paragraph) continue
    const { count } = vert.paragraph
    const lines = vert.paragraph.longer()
    if (!lines) continue
    const text = measure(
      [...verts.slice(0, at), ...keptLike(lines, verts.slice(at, at + count)), ...verts.slice(at + count)],
      grid,
    )
    yield { ...list, text: { ...text, loose }, cited: citedWith(list.cited, at, lines.length - count) }
  }
}

/** What holds the lines of a paragraph together, a panel around it, holds the longer one too. */
function keptLike(lines: readonly Vert[], old: readonly Vert[]): Vert[] {
  const least = Math.min(...old.map(vert => (vert.t === 'break' ? vert.cost : Number.POSITIVE_INFINITY)))
  return lines.map(vert => (vert.t === 'break' ? { ...vert, cost: Math.max(vert.cost, least) } : vert))
}

/** The paragraph cites no notes: so many verts more have as many cited before them. */
function citedWith({ end, lastStart }: Cited, at: number, more: number): Cited {
  const stretched = (old: Int32Array) => {
    const grown = new Int32Array(old.length + more)
    grown.set(old.subarray(0, at + 1))
    grown.fill(old[at + 1]!, at + 1, at + 1 + more)
    grown.set(old.subarray(at + 1), at + 1 + more)
    return grown
  }
  return { end: stretched(end), lastStart: stretched(lastStart) }
}
