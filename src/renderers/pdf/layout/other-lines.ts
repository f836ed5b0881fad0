import { type Shaper, shapeSpans } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'
import type { Breakable } from './column-ways.js'
import type { Line } from './line.js'
import { measure } from './measures.js'
import { citedBy } from './notes.js'
import { type ParagraphWish, setParagraph } from './paragraph.js'
import type { Vert } from './vertical.js'

/** Lines of the shortest paragraph that is set in one more or less: in a shorter one its spaces would be seen. */
export const FEWEST_LINES = 3

/**
 * Sets a paragraph in so many lines more, or less where `more` is below 0, as it was set: justified or ragged. Returns nothing
 * where its spaces would become too wide or too narrow, or its edge torn.
 */
export function inOtherLines(
  spans: readonly Span[],
  lines: readonly Line[],
  more: number,
  wish: ParagraphWish,
  shaper: Shaper,
): Line[] | undefined {
  const align = wish.align === 'justify' && isRagged(lines, wish) ? 'start' : wish.align
  const count = lines.length + more
  const set = setParagraph(shapeSpans(spans, shaper), { ...wish, align, lines: count })
  return set.length === count ? set : undefined
}

function isRagged(lines: readonly Line[], { width }: ParagraphWish): boolean {
  return lines.some((line, index) => index < lines.length - 1 && line.left + line.width < width - 0.5)
}

/** Returns a list once for each paragraph from a vert on, and each number of lines, one more and one less, that it can be set in. */
export function* withOtherLines(list: Breakable, from: number): Generator<Breakable> {
  const { text, spots, cited } = list
  const { verts, grid, loose } = text
  for (let at = from; at < verts.length; at++) {
    const vert = verts[at]!
    if (vert.t !== 'box' || !vert.paragraph) continue
    const { count, longer, shorter } = vert.paragraph
    const rest = verts.slice(at + count)
    for (const lines of [longer(), shorter()]) {
      if (!lines) continue
      const set = [...verts.slice(0, at), ...keptLike(lines, verts.slice(at, at + count)), ...rest]
      yield {
        ...list,
        text: { ...measure(set, grid), loose },
        cited: citedBy(set, spots, cited.end[0], cited.lastStart[0]),
      }
    }
  }
}

/** What holds the lines of a paragraph together, a panel around it, holds it so in other lines too. */
function keptLike(lines: readonly Vert[], old: readonly Vert[]): Vert[] {
  const least = Math.min(...old.map(vert => (vert.t === 'break' ? vert.cost : Number.POSITIVE_INFINITY)))
  return lines.map(vert => (vert.t === 'break' ? { ...vert, cost: Math.max(vert.cost, least) } : vert))
}
