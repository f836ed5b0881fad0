import type { Glyphs } from '../fonts/glyphs.js'
import { hanForm } from '../fonts/scripts.js'
import { blankSide } from './east-asian-breaks.js'
import type { Setting } from './setting.js'
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

/** How far the first and the last characters of a stretch may hang out of the measure, points. */
export interface Hang {
  start: number
  end: number
}

/** By a character's code up to U+3000, whether it may hang: few words begin or end in such a sign. */
const hangs = new Uint8Array(0x3001)
for (const sign of [...hangAtEnd.keys(), ...hangAtStart.keys()]) hangs[sign.charCodeAt(0)] = 1

function mayHang(code: number): boolean {
  return code >= hangs.length || hangs[code] === 1
}

/** Returns how far the outer characters of a shaped text hang, if they do. Right-to-left text does not hang yet. */
export function hangOf(glyphs: Glyphs, setting: Setting): Hang | undefined {
  const { text } = glyphs
  const { length } = text
  return length > 0 && (mayHang(text.charCodeAt(0)) || mayHang(text.charCodeAt(length - 1)))
    ? hangOfSigns(glyphs, setting)
    : undefined
}

function hangOfSigns(glyphs: Glyphs, { style, level, scale }: Setting): Hang | undefined {
  if (level % 2 || style.rise !== 0) return undefined
  const { text } = glyphs
  const atStart = partOf(text[0]!, 'start', hangAtStart, style)
  const atEnd = partOf(text[text.length - 1]!, 'end', hangAtEnd, style)
  if (!atStart && !atEnd) return undefined
  return {
    start: atStart ? glyphs.advance(0) * scale * atStart : 0,
    end: atEnd ? glyphs.advance(glyphs.count - 1) * scale * atEnd : 0,
  }
}

function partOf(
  character: string,
  side: 'start' | 'end',
  parts: ReadonlyMap<string, number>,
  style: TextStyle,
): number {
  return character > '\u3000' ? squareHang(character, side, style) : (parts.get(character) ?? 0)
}

function squareHang(character: string, side: 'start' | 'end', { language }: TextStyle): number {
  return blankSide(character) === side && hanForm(language) !== 'TC' ? SQUARE_HANG : 0
}
