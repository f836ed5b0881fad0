import type { FootnoteAnchor, LinkTarget } from '../text/span.js'
import type { TextStyle } from '../text/text-style.js'
import type { Line, PlacedFragment } from './line.js'
import type { Box, Op } from './vertical.js'

/** Turns a line, moved to `x`, into a box whose height is the leading, or more where a picture in it is taller. */
export function lineBox(line: Line, x: number, leading: number): Box {
  const { baseline, height } = measureLine(line, leading)
  const { placed } = line
  for (const piece of placed) piece.x += x
  const ops: Op[] = []
  const text = placed.some(piece => piece.fragment.span.picture)
    ? placed.filter(piece => !piece.fragment.span.picture)
    : placed
  if (text.length > 0) ops.push({ k: 'text', x: 0, y: baseline, placed: text })
  for (const piece of placed) {
    const { picture } = piece.fragment.span
    if (!picture) continue
    const y = baseline - picture.height + pictureDrop(picture.height, piece.fragment.span.style)
    ops.push({
      k: 'image',
      x: piece.x,
      y,
      width: picture.width,
      height: picture.height,
      picture: picture.picture.index,
      tag: piece.fragment.span.tag,
    })
  }
  ops.push(...decorations(placed, baseline), ...linkAreas(placed, baseline))
  return { t: 'box', height, baseline, ops, notes: notesOf(placed) }
}

/** Half the leading that the type leaves over stands above it, half below, as in CSS. */
function measureLine(line: Line, leading: number): { baseline: number; height: number } {
  const first = line.placed.find(piece => !piece.fragment.span.picture)
  const style = first?.fragment.span.style
  const face = first?.fragment.face
  const size = style?.size ?? leading / 1.4
  const ascent = face ? (face.metrics.ascent / face.upem) * size : size
  const descent = face ? (-face.metrics.descent / face.upem) * size : size * 0.3
  let above = ascent + (leading - ascent - descent) / 2
  for (const { fragment } of line.placed) {
    const { picture } = fragment.span
    if (picture) above = Math.max(above, picture.height - pictureDrop(picture.height, fragment.span.style) + 2)
  }
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
function decorations(placed: readonly PlacedFragment[], baseline: number): Op[] {
  const ops: Op[] = []
  for (const kind of ['underline', 'strike'] as const) {
    if (!placed.some(piece => piece.fragment.span.style[kind])) continue
    for (const stretch of stretches(placed, piece =>
      piece.fragment.span.style[kind] ? (piece.fragment.span.link ?? kind) : undefined,
    )) {
      const { style } = stretch
      const y = baseline - style.rise + (kind === 'underline' ? style.size * 0.16 : -style.size * 0.26)
      ops.push({
        k: 'rule',
        x: stretch.from,
        y,
        width: stretch.to - stretch.from,
        height: 0.5,
        colour: kind === 'underline' ? style.underlineColour : style.colour,
        tag: 'Layout',
      })
    }
  }
  return ops
}

function linkAreas(placed: readonly PlacedFragment[], baseline: number): Op[] {
  const ops: Op[] = []
  if (!placed.some(piece => piece.fragment.span.link)) return ops
  for (const stretch of stretches(placed, piece => piece.fragment.span.link)) {
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
function stretches(
  placed: readonly PlacedFragment[],
  keyOf: (piece: PlacedFragment) => unknown,
): (Stretch & { key: unknown })[] {
  const found: (Stretch & { key: unknown })[] = []
  let open: (Stretch & { key: unknown }) | undefined
  for (const piece of [...placed].sort((a, b) => a.x - b.x)) {
    const key = keyOf(piece)
    if (key === undefined || piece.width === 0) continue
    const from = piece.x
    const to = piece.x + piece.width
    // Justified spaces are wider than their glyph, so neighbours may stand a little apart.
    if (open && open.key === key && from - open.to < piece.fragment.span.style.size) open.to = to
    else {
      open = { key, from, to, style: piece.fragment.span.style }
      found.push(open)
    }
  }
  return found.filter(stretch => stretch.to > stretch.from)
}

function notesOf(placed: readonly PlacedFragment[]): FootnoteAnchor[] {
  const notes: FootnoteAnchor[] = []
  for (const { fragment } of placed) {
    const { note } = fragment.span
    if (note && !notes.includes(note)) notes.push(note)
  }
  return notes
}
