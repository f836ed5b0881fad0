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

/** The last of these signs, by its code. */
const LAST_SIGN = 0x201e

/** Half a square of blank stands beside the points of East Asia, and does so in the margin. */
const SQUARE_HANG = 0.5

/** How far the first and the last characters of a stretch may hang out of the measure, points. */
export interface Hang {
  start: number
  end: number
}

/** The same by the codes of characters, for it is asked of each word, few of which begin or end in such a sign. */
const endParts = partsByCode(hangAtEnd)
const startParts = partsByCode(hangAtStart)

function partsByCode(parts: ReadonlyMap<string, number>): Float64Array {
  const byCode = new Float64Array(LAST_SIGN + 1)
  for (const [sign, part] of parts) byCode[sign.charCodeAt(0)] = part
  return byCode
}

/** Returns how far the outer characters of a shaped text hang, if they do. Right-to-left text does not hang yet. */
export function hangOf(glyphs: Glyphs, setting: Setting): Hang | undefined {
  const { text } = glyphs
  if (text === '') return undefined
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  if (first > LAST_SIGN || last > LAST_SIGN) return hangOfOthers(glyphs, setting)
  return startParts[first] === 0 && endParts[last] === 0
    ? undefined
    : hangBy(startParts[first]!, endParts[last]!, glyphs, setting)
}

function hangBy(atStart: number, atEnd: number, glyphs: Glyphs, setting: Setting): Hang | undefined {
  const { style, level, scale } = setting
  if (level % 2 || style.rise !== 0) return undefined
  return {
    start: atStart === 0 ? 0 : glyphs.advance(0) * scale * atStart,
    end: atEnd === 0 ? 0 : glyphs.advance(glyphs.count - 1) * scale * atEnd,
  }
}

function hangOfOthers(glyphs: Glyphs, setting: Setting): Hang | undefined {
  const { text } = glyphs
  const atStart = partOf(text[0]!, 'start', hangAtStart, setting.style)
  const atEnd = partOf(text[text.length - 1]!, 'end', hangAtEnd, setting.style)
  return atStart || atEnd ? hangBy(atStart, atEnd, glyphs, setting) : undefined
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
