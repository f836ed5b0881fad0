import { type Shaper, shapeSpans } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'
import { PART, WORD } from '../text/tokens.js'
import type { TextFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'

/** The step down, at the most, that a title takes for a word too long for its line. */
const SMALLEST_TITLE = 0.75

/**
 * Returns a heading in letters so much smaller that its longest word fits a line, where that word cannot be divided by the
 * rules of its language. A word too long even so is cut.
 */
export function fitHeading(flow: TextFlow, measure: number, context: LayoutContext): TextFlow {
  const longest = longestWhole(flow, measure, context)
  if (longest <= measure) return flow
  const scale = Math.max(SMALLEST_TITLE, measure / longest)
  return { ...flow, spans: flow.spans.map(span => scaleSpan(span, scale)), leading: flow.leading * scale }
}

/** Returns the width of the longest word that outgrows the measure and has no place for a hyphen; 0 where there is none. */
function longestWhole({ spans, hyphenate }: TextFlow, measure: number, context: LayoutContext): number {
  // Most headings need no second look.
  if (!hyphenate) return 0
  const divide = context.hyphenator(hyphenate)
  let longest = 0
  for (const [width, word] of wordsOf(spans, context.shaper))
    if (width > measure && !divide?.(word).length) longest = Math.max(longest, width)
  return longest
}

/** Returns the words without a place to divide them at, in however many faces. */
function wordsOf(spans: readonly Span[], shaper: Shaper): [width: number, word: string][] {
  const tokens = shapeSpans(spans, shaper)
  const words: [number, string][] = []
  for (let i = 0; i < tokens.count; i++) {
    const fragment = tokens.fragment[i]!
    const last = words.at(-1)
    if (tokens.kind[i] === PART && tokens.kind[i - 1] === PART && tokens.breakAfter[i - 1] === 0 && last) {
      last[0] += fragment.width
      last[1] += fragment.source
    } else if (tokens.kind[i] === PART || (tokens.kind[i] === WORD && !fragment.soft))
      words.push([fragment.width, fragment.source])
  }
  return words
}

/** Returns a run set smaller. */
export function scaleSpan(span: Span, scale: number): Span {
  const { style } = span
  // Rounded down: what is set smaller to have room must have it.
  const size = Math.floor(style.size * scale * 100) / 100
  return { ...span, style: { ...style, size, leading: style.leading * scale, rise: style.rise * scale } }
}
