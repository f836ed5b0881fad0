import type { Glyphs } from '../fonts/glyphs.js'
import { hanForm } from '../fonts/scripts.js'
import { blankSide } from './east-asian-breaks.js'
import type { TextStyle } from './text-style.js'

/** How much of a character's width may hang out of the measure, so that the edge of the text looks straight. */
const hangAtEnd = new Map([
  ['.', 0.6],
  [',', 0.6],
  ['-', 0.55],
  ['\u2010', 0.55],
  [':', 0.3],
  [';', 0.3],
  ['\u2019', 0.5],
  ['\u201d', 0.45],
  ['"', 0.45],
  ["'", 0.5],
  ['\u2013', 0.25],
  ['\u2014', 0.15],
])
const hangAtStart = new Map([
  ['\u201c', 0.45],
  ['\u2018', 0.5],
  ['"', 0.45],
  ["'", 0.5],
  ['\u201e', 0.4],
  ['\u00ab', 0.3],
])

/** Half a square of blank stands beside the points of East Asia, and does so in the margin. */
const SQUARE_HANG = 0.5

/** Returns how far the outer character of a shaped text hangs, points. Right-to-left text does not hang yet. */
export function hangOf(side: 'start' | 'end', glyphs: Glyphs, style: TextStyle, level: number, scale: number): number {
  const character = side === 'start' ? glyphs.text[0]! : glyphs.text[glyphs.text.length - 1]!
  // Few words begin or end in a sign.
  if (character >= 'A' && character <= 'z') return 0
  const part =
    character > '\u3000'
      ? squareHang(character, side, style)
      : (side === 'start' ? hangAtStart : hangAtEnd).get(character)
  if (!part || level % 2 || style.rise !== 0) return 0
  return glyphs.advance(side === 'start' ? 0 : glyphs.count - 1) * scale * part
}

function squareHang(character: string, side: 'start' | 'end', { language }: TextStyle): number {
  return blankSide(character) === side && hanForm(language) !== 'TC' ? SQUARE_HANG : 0
}
