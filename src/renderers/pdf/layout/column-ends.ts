import type { Breakable, Fill } from './column-ways.js'
import { featheredBy, reachOf } from './feather.js'
import type { Measures } from './measures.js'
import { isSeparator, type Panel, type Vert } from './vertical.js'

/** Returns by how much the columns differ when they have become as equal as they may. Points. */
export function spreadOf({ text }: Breakable, fills: readonly Fill[], columns: number): number {
  const ends = fills.map(fill => endOf(text, fill))
  if (fills.length < columns) return Math.max(...ends.map(end => end.end))
  return Math.max(0, Math.max(...ends.map(end => end.least)) - Math.min(...ends.map(end => end.most)))
}

/** Returns by how much each of the last columns is to become longer, or shorter, so that they end side by side. Points. */
export function evenedBy(text: Measures, fills: readonly Fill[]): number[] {
  const ends = fills.map(fill => endOf(text, fill))
  const tallest = Math.max(...ends.map(({ end }) => end))
  const wanted = Math.max(Math.min(tallest, ...ends.map(({ most }) => most)), ...ends.map(({ least }) => least))
  return ends.map(({ end }) => wanted - end)
}

/** Where a column ends to the eye, and at least and at most when its spaces shrink and grow. Points from its top. */
interface End {
  end: number
  least: number
  most: number
}

function endOf(text: Measures, fill: Fill): End {
  const { height, free } = fill
  const { growth, shrinking } = reachOf(featheredBy(text, fill))
  const end = height - emptyBelow(text, fill)
  return { end, least: end - shrinking, most: end + Math.min(growth, Math.max(0, free)) }
}

/** Returns the empty height under what stands last in a column; a panel that is broken there has its edge below it. */
function emptyBelow({ verts, floats, headOf }: Measures, { from, to }: Fill): number {
  if (headOf[to.text]! > 0) return -ruleBelow(openAt(verts, to.text), false)
  if (to.text > from.text) return belowLetters(verts, to.text)
  const last = floats[to.float - 1]?.verts ?? []
  return belowLetters(last, last.length)
}

/** How far letters reach below their line, as a part of their size. */
const DESCENT = 0.22

/**
 * Returns the empty height under the letters of the last line before a vert, also where a separator is all that follows it. A
 * picture or a panel has none.
 */
function belowLetters(verts: readonly Vert[], to: number): number {
  let below = 0
  for (let at = to - 1; at >= 0; at--) {
    const vert = verts[at]!
    if (vert.t === 'skip') below += vert.height
    else if (vert.t === 'float') return below + belowLetters(vert.verts, vert.verts.length)
    else if (vert.t === 'box') {
      const text = vert.ops.find(op => op.k === 'text')
      if (text?.k === 'text') {
        const { rows, to: end } = text.placed
        return below + vert.height - text.y - DESCENT * rows.span[end - 1]!.style.size
      }
      if (!isSeparator(vert)) return below
      below += vert.height
    } else if (vert.t === 'close' && isSeen(vert.panel)) return below - ruleBelow(vert.panel, true)
    else if (vert.t === 'strut') return below
  }
  return 0
}

/** Returns whether a panel has an edge: an indented quotation ends with its letters. */
function isSeen({ background, left, right, bottom }: Panel): boolean {
  return (background ?? left ?? right ?? bottom) !== undefined
}

/** Returns how far the rule under a panel reaches below it. Points. */
function ruleBelow(panel: Panel | undefined, ends: boolean): number {
  return panel?.bottom && (ends || panel.closed) ? panel.bottom.width / 2 : 0
}

/** Returns the innermost panel that is open before a vert. */
function openAt(verts: readonly Vert[], to: number): Panel | undefined {
  let closed = 0
  for (let at = to - 1; at >= 0; at--) {
    const vert = verts[at]!
    if (vert.t === 'close') closed++
    else if (vert.t === 'open' && closed-- === 0) return vert.panel
  }
  return undefined
}
