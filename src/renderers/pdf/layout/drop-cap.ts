import type { Fragment } from '../text/fragment.js'
import { type Shaper, shapeSpans } from '../text/shape-spans.js'
import type { Span } from '../text/span.js'
import { PART, WORD } from '../text/tokens.js'
import type { DropCap, TextFlow } from './flow.js'
import { placeOne } from './placed-text.js'
import type { Op } from './vertical.js'

/** A drop cap set to so many lines. Points. */
export interface SetDropCap {
  /** Lines beside it, and how far they are set in. */
  inset: { lines: number; width: number }
  /** Lines that it is tall: they stay together. */
  lines: number
  /** Returns its painting, at the left edge of the text; `baseline` is that of the last line beside it. */
  ops(left: number, baseline: number): Op[]
}

/** Room between the letter and the text beside it, em of the text. */
const GAP = 0.42
/** A mark of quotation is set at this part of the letter's size: at the whole of it, it would look like a picture. */
const MARK = 0.5
/** Marks that stand on the line in running text, and those between the line and the height of its capitals. */
const lowMarks = '\u201e\u201a\u00bf\u00a1'
const middleMarks = '\u00ab\u00bb\u2039\u203a'

/**
 * Sets a drop cap: the top of its capital at the height of the first line's capitals, its foot on the line that it is deep.
 * What hangs below that line, as the tail of a Q does, sets one line more in.
 */
export function setDropCap(cap: DropCap, lines: number, flow: TextFlow, shaper: Shaper): SetDropCap | undefined {
  const text = cap.rest[0]?.style
  if (!text) return undefined
  const body = shaper.faces.of(text)
  const capHeight = (body.metrics.capHeight / body.upem) * text.size
  const height = (lines - 1) * flow.leading + capHeight
  const face = shaper.faces.of(cap.letter.style)
  const size = Math.round(((height * face.upem) / face.metrics.capHeight) * 100) / 100
  const letter = shapeAt(cap.letter, size, shaper)
  if (!letter) return undefined
  const ink = inkOf(letter)
  const room = flow.leading - (body.metrics.ascent / body.upem) * text.size * 0.8
  const mark = cap.mark && shapeAt(cap.mark, size * MARK, shaper)
  return {
    inset: { lines: lines + (ink.below > room ? 1 : 0), width: ink.width + GAP * text.size },
    lines,
    ops: (left, baseline) => [
      // It hangs out of the measure.
      ...(mark ? [painted(mark, cap.mark!, left - mark.width - 1, baseline - height * raiseOf(cap.mark!.text))] : []),
      painted(letter, cap.letter, left - ink.left, baseline),
    ],
  }
}

/** Returns how far a mark is raised, as a part of the letter's height: as it stands beside a capital in running text. */
function raiseOf(mark: string): number {
  if (lowMarks.includes(mark[0]!)) return 0
  return middleMarks.includes(mark[0]!) ? (1 - MARK) / 2 : 1 - MARK
}

function shapeAt(span: Span, size: number, shaper: Shaper): Fragment | undefined {
  const { kind, fragment } = shapeSpans([{ ...span, style: { ...span.style, size } }], shaper)
  return kind[0] === WORD || kind[0] === PART ? fragment[0] : undefined
}

/** Returns how far a letter's ink lies from its origin, how wide it is, and how far it hangs below the baseline. */
function inkOf({ face, glyphs, scale }: Fragment): { left: number; width: number; below: number } {
  const { left, width, top, height } = face.inkOf(glyphs.gid(0))
  return { left: left * scale, width: width * scale, below: (height - top) * scale }
}

function painted(fragment: Fragment, span: Span, x: number, y: number): Op {
  return { k: 'text', x: 0, y, placed: placeOne(fragment, span, x, fragment.width) }
}
