import type { Fragment } from '../text/fragment.js'
import type { Setting } from '../text/setting.js'
import type { FootnoteAnchor, LinkTarget, Span } from '../text/span.js'
import type { TextStyle } from '../text/text-style.js'
import type { Line } from './line.js'
import { type PlacedText, replaced } from './placed-text.js'
import type { Box, Op } from './vertical.js'

/** No box cites a note of its own but those that do. */
const noNotes: FootnoteAnchor[] = []

/**
 * Turns a line, moved to `x`, into a box whose height is the leading, or more where a picture in it is taller. Its letters
 * stand `above` points below its head, as those of the paragraph's other lines do.
 */
export function lineBox(line: Line, x: number, leading: number, above = baselineOf([line], leading)): Box {
  const { placed } = line
  const { rows, from, to } = placed
  const { span: spans } = rows
  // What concerns few lines is asked of each span once.
  let pictured = false
  let underlined = false
  let struck = false
  let linked = false
  let notes = noNotes
  let before: Span | undefined
  for (let at = from; at < to; at++) {
    if (spans[at] === before) continue
    const span = spans[at]!
    before = span
    pictured ||= span.picture !== undefined
    underlined ||= span.style.underline
    struck ||= span.style.strike
    linked ||= span.link !== undefined
    if (span.note && !notes.includes(span.note)) notes = [...notes, span.note]
  }
  const box: Box = { t: 'box', height: leading, baseline: 0, ops: [], notes }
  setBaseline(box, placed, leading, above, pictured)
  const { ops, baseline } = box
  const text = pictured ? replaced(placed, span => (span.picture ? undefined : span)) : placed
  if (text.to > text.from) ops.push({ k: 'text', x, y: baseline, placed: text })
  if (pictured) addPictures(ops, placed, x, baseline)
  if (underlined) addDecorations(ops, placed, x, baseline, 'underline')
  if (struck) addDecorations(ops, placed, x, baseline, 'strike')
  if (linked) addLinkAreas(ops, placed, x, baseline)
  return box
}

function addPictures(ops: Op[], { rows, from, to }: PlacedText, x: number, baseline: number): void {
  for (let at = from; at < to; at++) {
    const span = rows.span[at]!
    if (!span.picture) continue
    const { picture, width, height } = span.picture
    const y = baseline - height + pictureDrop(height, span.style)
    ops.push({ k: 'image', x: rows.x[at]! + x, y, width, height, picture: picture.index, tag: span.tag })
  }
}

/**
 * Returns how far below its head the letters of a paragraph's lines stand: half the leading that the type leaves over is
 * above it, half below, as in CSS. The type is that of most of the paragraph, so that a line which begins with code or with a
 * word in another script stands as the others do.
 */
export function baselineOf(lines: readonly Line[], leading: number): number {
  const fragment = mainFragment(lines)
  const size = fragment?.style.size ?? leading / 1.4
  const face = fragment?.face
  const ascent = face ? (face.metrics.ascent / face.upem) * size : size
  const descent = face ? (-face.metrics.descent / face.upem) * size : size * 0.3
  return ascent + (leading - ascent - descent) / 2
}

/** How much room a face takes in a paragraph, and a fragment in it: of raised figures and the letters beside them, the letters. */
interface FaceRoom {
  fragment: Fragment
  width: number
}

/** Returns a fragment of the type that takes most room; of pictures alone nothing. */
function mainFragment(lines: readonly Line[]): Fragment | undefined {
  const only = onlyFragment(lines)
  if (only) return only
  const rooms: FaceRoom[] = []
  let setting: Setting | undefined
  let room: FaceRoom | undefined
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const { rows, from, to } = line.placed
    // Of a line in one setting nothing is asked word by word.
    if (line.setting !== undefined && to > from) {
      roomOf(rows.fragment[from]!, rooms).width += line.width
      room = undefined
      continue
    }
    for (let at = from; at < to; at++) {
      if (rows.span[at]!.picture) continue
      const fragment = rows.fragment[at]!
      if (room === undefined || fragment.setting !== setting) room = roomOf(fragment, rooms)
      setting = fragment.setting
      room.width += rows.width[at]!
    }
  }
  let main = rooms[0]
  for (const each of rooms) if (each.width > main!.width) main = each
  return main?.fragment
}

function roomOf(fragment: Fragment, rooms: FaceRoom[]): FaceRoom {
  let room = rooms.find(({ fragment: { face } }) => face === fragment.face)
  if (!room) {
    room = { fragment, width: 0 }
    rooms.push(room)
  } else if (fragment.style.size > room.fragment.style.size) room.fragment = fragment
  return room
}

/** Returns a fragment of lines that have one setting, and one of words, as those of most paragraphs; nothing of others. */
function onlyFragment(lines: readonly Line[]): Fragment | undefined {
  if (lines.length === 0) return undefined
  const { setting, placed } = lines[0]!
  if (setting === undefined || placed.rows.span[placed.from]!.picture) return undefined
  for (let line = 1; line < lines.length; line++) if (lines[line]!.setting !== setting) return undefined
  return placed.rows.fragment[placed.from]
}

function setBaseline(
  box: Box,
  { rows, from, to }: PlacedText,
  leading: number,
  above: number,
  pictured: boolean,
): void {
  box.baseline = above
  if (!pictured) return
  for (let at = from; at < to; at++) {
    const { picture, style } = rows.span[at]!
    if (picture) box.baseline = Math.max(box.baseline, picture.height - pictureDrop(picture.height, style) + 2)
  }
  box.height = Math.max(leading, box.baseline + leading - above)
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
function addDecorations(
  ops: Op[],
  placed: PlacedText,
  x: number,
  baseline: number,
  kind: 'underline' | 'strike',
): void {
  for (const { from, to, style } of stretches(placed, x, span => (span.style[kind] ? (span.link ?? kind) : undefined)))
    ops.push({
      k: 'rule',
      x: from,
      y: baseline - style.rise + (kind === 'underline' ? style.size * 0.16 : -style.size * 0.26),
      width: to - from,
      height: 0.5,
      colour: kind === 'underline' ? style.underlineColour : style.colour,
      tag: 'Layout',
    })
}

function addLinkAreas(ops: Op[], placed: PlacedText, x: number, baseline: number): void {
  for (const { from, to, style, key } of stretches(placed, x, span => span.link))
    ops.push({
      k: 'link',
      x: from,
      y: baseline - style.rise - style.size * 0.95,
      width: to - from,
      height: Math.max(style.size * 1.25, 8),
      link: key as LinkTarget,
    })
}

/** Joins neighbours of a line moved to `x` that share a key into stretches; a trailing space is left out. */
function stretches(placed: PlacedText, x: number, keyOf: (span: Span) => unknown): (Stretch & { key: unknown })[] {
  const { rows } = placed
  const found: (Stretch & { key: unknown })[] = []
  let open: (Stretch & { key: unknown }) | undefined
  for (const at of fromTheLeft(placed)) {
    const key = keyOf(rows.span[at]!)
    if (key === undefined || rows.width[at] === 0) continue
    const from = rows.x[at]! + x
    const to = from + rows.width[at]!
    const { style } = rows.fragment[at]!
    // Justified spaces are wider than their glyph, so neighbours may stand a little apart.
    if (open && open.key === key && from - open.to < style.size) open.to = to
    else {
      open = { key, from, to, style }
      found.push(open)
    }
  }
  return found.filter(stretch => stretch.to > stretch.from)
}

/** Returns the rows of a line as they are seen. */
function fromTheLeft({ rows: { x }, from, to }: PlacedText): number[] {
  const order: number[] = []
  let sorted = true
  for (let at = from; at < to; at++) {
    order.push(at)
    sorted &&= at === from || x[at - 1]! <= x[at]!
  }
  return sorted ? order : order.sort((a, b) => x[a]! - x[b]!)
}
