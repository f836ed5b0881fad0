import type { FootnoteAnchor, LinkTarget, Span } from '../text/span.js'
import type { TextStyle } from '../text/text-style.js'
import { addFrom, type Line, nothingPlaced, type PlacedText } from './line.js'
import type { Box, Op } from './vertical.js'

/** Turns a line, moved to `x`, into a box whose height is the leading, or more where a picture in it is taller. */
export function lineBox(line: Line, x: number, leading: number): Box {
  const { placed } = line
  // What concerns few lines is asked of each span once.
  const spans = placed.span.filter((span, at) => span !== placed.span[at - 1])
  const { baseline, height } = measureLine(line, spans, leading)
  for (let i = 0; i < placed.x.length; i++) placed.x[i]! += x
  const ops: Op[] = []
  const pictured = spans.some(span => span.picture)
  const text = pictured ? withoutPictures(placed) : placed
  if (text.fragment.length > 0) ops.push({ k: 'text', x: 0, y: baseline, placed: text })
  if (pictured)
    placed.span.forEach((span, at) => {
      if (!span.picture) return
      const { picture, width, height } = span.picture
      const y = baseline - height + pictureDrop(height, span.style)
      ops.push({ k: 'image', x: placed.x[at]!, y, width, height, picture: picture.index, tag: span.tag })
    })
  for (const kind of ['underline', 'strike'] as const)
    if (spans.some(span => span.style[kind])) ops.push(...decorations(placed, baseline, kind))
  if (spans.some(span => span.link)) ops.push(...linkAreas(placed, baseline))
  return { t: 'box', height, baseline, ops, notes: notesOf(spans) }
}

function withoutPictures(placed: PlacedText): PlacedText {
  const text = nothingPlaced()
  placed.span.forEach((span, at) => {
    if (!span.picture) addFrom(placed, at, text)
  })
  return text
}

/** Half the leading that the type leaves over stands above it, half below, as in CSS. */
function measureLine(line: Line, spans: readonly Span[], leading: number): { baseline: number; height: number } {
  const first = line.placed.span.findIndex(span => !span.picture)
  const style = line.placed.fragment[first]?.style
  const face = line.placed.fragment[first]?.face
  const size = style?.size ?? leading / 1.4
  const ascent = face ? (face.metrics.ascent / face.upem) * size : size
  const descent = face ? (-face.metrics.descent / face.upem) * size : size * 0.3
  let above = ascent + (leading - ascent - descent) / 2
  for (const { picture, style } of spans)
    if (picture) above = Math.max(above, picture.height - pictureDrop(picture.height, style) + 2)
  const below = leading - (ascent + (leading - ascent - descent) / 2)
  return { baseline: above, height: Math.max(leading, above + below) }
}

/** A small picture in a line stands a little below the baseline, as letters with descenders do. */
function pictureDrop(height: number, style: TextStyle): number {
  return height <= style.size * 1.5 ? height * 0.2 : 0
}

interface Stretch {
  from: number
  to: number
  style: TextStyle
}

/** Lines under and through words; spaces between such words are covered as well. */
function decorations(placed: PlacedText, baseline: number, kind: 'underline' | 'strike'): Op[] {
  return stretches(placed, span => (span.style[kind] ? (span.link ?? kind) : undefined)).map(({ from, to, style }) => ({
    k: 'rule',
    x: from,
    y: baseline - style.rise + (kind === 'underline' ? style.size * 0.16 : -style.size * 0.26),
    width: to - from,
    height: 0.5,
    colour: kind === 'underline' ? style.underlineColour : style.colour,
    tag: 'Layout',
  }))
}

function linkAreas(placed: PlacedText, baseline: number): Op[] {
  const ops: Op[] = []
  for (const stretch of stretches(placed, span => span.link)) {
    const { style } = stretch
    const height = Math.max(style.size * 1.25, 8)
    ops.push({
      k: 'link',
      x: stretch.from,
      y: baseline - style.rise - style.size * 0.95,
      width: stretch.to - stretch.from,
      height,
      link: stretch.key as LinkTarget,
    })
  }
  return ops
}

/** Joins neighbours that share a key into stretches; a trailing space is left out. */
function stretches(placed: PlacedText, keyOf: (span: Span) => unknown): (Stretch & { key: unknown })[] {
  const found: (Stretch & { key: unknown })[] = []
  let open: (Stretch & { key: unknown }) | undefined
  const { fragment, span, x, width } = placed
  for (const at of [...x.keys()].sort((a, b) => x[a]! - x[b]!)) {
    const key = keyOf(span[at]!)
    if (key === undefined || width[at] === 0) continue
    const from = x[at]!
    const to = x[at]! + width[at]!
    const { style } = fragment[at]!
    // Justified spaces are wider than their glyph, so neighbours may stand a little apart.
    if (open && open.key === key && from - open.to < style.size) open.to = to
    else {
      open = { key, from, to, style }
      found.push(open)
    }
  }
  return found.filter(stretch => stretch.to > stretch.from)
}

function notesOf(spans: readonly Span[]): FootnoteAnchor[] {
  const notes: FootnoteAnchor[] = []
  for (const { note } of spans) if (note && !notes.includes(note)) notes.push(note)
  return notes
}
