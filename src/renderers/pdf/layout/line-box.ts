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
  let traits = 0
  let before: Span | undefined
  for (let at = from; at < to; at++) {
    const span = spans[at]!
    if (span === before) continue
    before = span
    traits |= traitsOf(span)
  }
  const box: Box = { t: 'box', height: leading, baseline: above, ops: [], notes: noNotes }
  if (traits & PICTURED) standBesidePictures(box, placed, leading)
  else if (to > from) box.ops.push({ k: 'text', x, y: above, placed })
  if (traits !== 0) addTraits(box, placed, x, traits)
  return box
}

/** What concerns few lines: it is asked of each span once. */
const PICTURED = 1
const UNDERLINED = 2
const STRUCK = 4
const LINKED = 8
const NOTED = 16

function traitsOf({ picture, style, link, note }: Span): number {
  let traits = picture === undefined ? 0 : PICTURED
  if (style.underline) traits |= UNDERLINED
  if (style.strike) traits |= STRUCK
  if (link !== undefined) traits |= LINKED
  if (note !== undefined) traits |= NOTED
  return traits
}

function addTraits(box: Box, placed: PlacedText, x: number, traits: number): void {
  const { ops, baseline } = box
  if (traits & PICTURED) {
    const text = replaced(placed, span => (span.picture ? undefined : span))
    if (text.to > text.from) ops.push({ k: 'text', x, y: baseline, placed: text })
    addPictures(ops, placed, x, baseline)
  }
  if (traits & UNDERLINED) addDecorations(ops, placed, x, baseline, 'underline')
  if (traits & STRUCK) addDecorations(ops, placed, x, baseline, 'strike')
  if (traits & LINKED) addLinkAreas(ops, placed, x, baseline)
  if (traits & NOTED) box.notes = notesOf(placed)
}

function notesOf({ rows, from, to }: PlacedText): FootnoteAnchor[] {
  const notes: FootnoteAnchor[] = []
  for (let at = from; at < to; at++) {
    const { note } = rows.span[at]!
    if (note && !notes.includes(note)) notes.push(note)
  }
  return notes
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
  for (let i = 0; i < lines.length; i++) {
    const { placed, setting, width } = lines[i]!
    // Of a line in one setting nothing is asked word by word.
    if (setting !== undefined && placed.to > placed.from)
      roomOf(placed.rows.fragment[placed.from]!, rooms).width += width
    else addRooms(placed, rooms)
  }
  let main = rooms[0]
  for (let i = 1; i < rooms.length; i++) if (rooms[i]!.width > main!.width) main = rooms[i]
  return main?.fragment
}

function addRooms({ rows: { fragment: fragments, span, width }, from, to }: PlacedText, rooms: FaceRoom[]): void {
  let setting: Setting | undefined
  let room: FaceRoom | undefined
  for (let at = from; at < to; at++) {
    if (span[at]!.picture) continue
    const fragment = fragments[at]!
    if (room === undefined || fragment.setting !== setting) room = roomOf(fragment, rooms)
    setting = fragment.setting
    room.width += width[at]!
  }
}

function roomOf(fragment: Fragment, rooms: FaceRoom[]): FaceRoom {
  for (let i = 0; i < rooms.length; i++) {
    const room = rooms[i]!
    if (room.fragment.face !== fragment.face) continue
    if (fragment.style.size > room.fragment.style.size) room.fragment = fragment
    return room
  }
  const room = { fragment, width: 0 }
  rooms.push(room)
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

/** Lowers a line's baseline, and makes it higher, as far as its pictures are taller than its letters. */
function standBesidePictures(box: Box, { rows, from, to }: PlacedText, leading: number): void {
  const above = box.baseline
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
