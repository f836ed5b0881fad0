import { visualOrder } from '../text/bidi.js'
import type { Fragment, Item } from '../text/item.js'
import { fragmentOf } from '../text/shape-spans.js'

/** A fragment at its place in a line: points from the line's left edge. Logical order is kept; `x` is what is seen. */
export interface PlacedFragment {
  fragment: Fragment
  x: number
  width: number
  /** Points added after each glyph to fill the line. */
  spacing: number
}

/** One line of a paragraph, ready to be painted. */
export interface Line {
  placed: PlacedFragment[]
  /** Points between the line's left edge and its ink, and the ink's width. */
  left: number
  width: number
  hyphenated: boolean
  /** How far its spaces are stretched (above 0) or shrunk, 1 being all that they offer. */
  ratio: number
}

export type LineAlign = 'start' | 'end' | 'center' | 'justify'

/** How a line is filled. Lengths are points. */
export interface FillWish {
  width: number
  align: LineAlign
  rtl: boolean
  last: boolean
}

interface Piece {
  fragment: Fragment | undefined
  from: number
  to: number
  width: number
  stretch: number
  shrink: number
}

/** Makes the line between two breaks: joins the parts of words again, shapes those that were divided, fills the measure. */
export function makeLine(items: readonly Item[], from: number, to: number, wish: FillWish): Line {
  const pieces = gather(items, from, to)
  const ending = items[to]
  const hyphenated = ending?.t === 'penalty' && ending.hyphen
  const placed = pieces.map((piece, index) => finish(piece, hyphenated && index === pieces.length - 1))
  // The space at which a line ends is kept, so that readers do not join two words; it takes no room.
  const trailing = ending?.t === 'glue' ? ending.fragment : ending?.t === 'penalty' ? ending.space : undefined
  return fill(placed, trailing, hangs(items, from, to), wish, hyphenated)
}

function gather(items: readonly Item[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let started = false
  for (let i = from; i < to; i++) {
    const item = items[i]!
    if (item.t === 'penalty') continue
    if (item.t === 'glue') {
      if (started)
        pieces.push({
          fragment: item.fragment,
          from: 0,
          to: -1,
          width: item.width,
          stretch: item.stretch,
          shrink: item.shrink,
        })
      continue
    }
    started = true
    const before = pieces.at(-1)
    if (item.fragment && before?.fragment === item.fragment && before.to === item.from) {
      before.to = item.to
      before.stretch += item.stretch
      before.shrink += item.shrink
    } else
      pieces.push({
        fragment: item.fragment,
        from: item.from,
        to: item.to,
        width: item.width,
        stretch: item.stretch,
        shrink: item.shrink,
      })
  }
  return pieces
}

function finish(piece: Piece, hyphen: boolean): Piece {
  const { fragment } = piece
  if (!fragment || piece.to < 0) return piece
  const whole = piece.from === 0 && piece.to === fragment.glyphs.text.length
  if (whole && !hyphen) return { ...piece, width: fragment.width }
  const source = fragment.source.slice(piece.from, piece.to)
  // A hyphen at the end of a line is read back as a soft hyphen: it is no part of the word (ISO 32000-1 14.8.2.2.3).
  const cut = fragmentOf(
    hyphen ? `${source}-` : source,
    hyphen ? `${source}\u00ad` : source,
    fragment.span,
    fragment.script,
    fragment.level,
    fragment.face,
  )
  return { ...piece, fragment: cut, width: cut.width }
}

function hangs(items: readonly Item[], from: number, to: number): { start: number; end: number } {
  let start = 0
  for (let i = from; i < to; i++) {
    const item = items[i]!
    if (item.t !== 'box') continue
    start = item.hangStart
    break
  }
  const ending = items[to]
  if (ending?.t === 'penalty' && ending.hyphen) return { start, end: ending.hangEnd }
  for (let i = to - 1; i >= from; i--) {
    const item = items[i]!
    if (item.t === 'box') return { start, end: item.hangEnd }
    if (item.t === 'glue' && item.fragment) break
  }
  return { start, end: 0 }
}

function fill(
  pieces: readonly Piece[],
  trailing: Fragment | undefined,
  hang: { start: number; end: number },
  wish: FillWish,
  hyphenated: boolean,
): Line {
  const { natural, spaces, letters } = sums(pieces, hang)
  const room = wish.width - natural
  const ratio = ratioOf(room, spaces.stretch + letters.stretch, spaces.shrink + letters.shrink, wish)
  // Letters give what they may and no more; spaces take the rest.
  const letterRatio = Math.min(ratio, 1)
  const spaceRatio = ratio > 1 ? (room - letters.stretch) / Math.max(spaces.stretch, 0.001) : ratio
  const given = (piece: Piece) => {
    const share = piece.to < 0 ? spaceRatio : letterRatio
    return share > 0 ? share * piece.stretch : share * piece.shrink
  }
  const width = natural + pieces.reduce((sum, piece) => sum + given(piece), 0)
  const ordered = trailing
    ? [...pieces, { fragment: trailing, from: 0, to: -1, width: 0, stretch: 0, shrink: 0 }]
    : pieces
  const order = visualOrder(ordered.map(piece => piece.fragment?.level ?? (wish.rtl ? 1 : 0)))
  const left = leftOf(wish.width - width, wish)
  let x = left - (wish.rtl ? hang.end : hang.start)
  const at: number[] = []
  for (const index of order) {
    at[index] = x
    x += ordered[index]!.width + given(ordered[index]!)
  }
  const placed: PlacedFragment[] = []
  ordered.forEach((piece, index) => {
    const { fragment } = piece
    if (!fragment) return
    const extra = piece.to < 0 ? 0 : given(piece)
    const spacing = extra / Math.max(1, fragment.glyphs.gid.length)
    placed.push({ fragment, x: at[index]!, width: piece.width + extra, spacing })
  })
  return { placed, left, width, hyphenated, ratio }
}

/** Returns a line's natural width, and what its spaces and its letters can give. */
function sums(pieces: readonly Piece[], hang: { start: number; end: number }) {
  let natural = -hang.start - hang.end
  const spaces = { stretch: 0, shrink: 0 }
  const letters = { stretch: 0, shrink: 0 }
  for (const piece of pieces) {
    natural += piece.width
    const sum = piece.to < 0 ? spaces : letters
    sum.stretch += piece.stretch
    sum.shrink += piece.shrink
  }
  return { natural, spaces, letters }
}

/** A justified line is filled; any line too long for the measure is pressed as far as its spaces allow. */
function ratioOf(room: number, stretch: number, shrink: number, wish: FillWish): number {
  if (room < 0) return shrink > 0 ? Math.max(-1, room / shrink) : 0
  if (wish.align !== 'justify' || wish.last || stretch === 0) return 0
  return room / stretch
}

function leftOf(room: number, wish: FillWish): number {
  if (wish.align === 'center') return room / 2
  const atEnd = (wish.align === 'end') !== wish.rtl
  return atEnd ? room : 0
}
