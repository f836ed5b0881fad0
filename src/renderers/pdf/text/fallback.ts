import { covers } from '../fonts/font-set.js'
import { Fragment } from './fragment.js'
import { pieceOf, type Setting, settingOf, shapeFragment } from './setting.js'
import type { Shaper } from './shape-spans.js'
import type { TextStyle } from './text-style.js'

/** A character with all that belongs to it: marks, joined emoji, flags, keycaps. */
const grapheme =
  /(?:\p{RI}\p{RI}|\p{Emoji}(?:\ufe0f?\u20e3|\ufe0f|\p{EMod})?(?:\u200d\p{Emoji}(?:\ufe0f|\p{EMod})?)*|.)(?:\p{M}|\u200c|\u200d)*/gsu

/** Returns whether a setting's own face can set a text. */
export function hasAll({ face }: Setting, text: string): boolean {
  for (const character of text) if (!covers(face, character.codePointAt(0)!)) return false
  return true
}

/** Cuts a word into stretches of one face, a base always with its marks; a character that no face has becomes its code. */
export function coveredFragments(text: string, { style, script, level }: Setting, shaper: Shaper): Fragment[] {
  const fragments: Fragment[] = []
  let pending = ''
  let setting: Setting | undefined
  const flush = () => {
    if (pending && setting) fragments.push(pieceOf(pending, pending, setting))
    pending = ''
  }
  for (const [cluster] of text.matchAll(grapheme)) {
    const face = shaper.faces.covering(style, codePointsOf(cluster), script)
    if (face !== setting?.face || !face) flush()
    setting = face && settingOf(style, script, level, face)
    if (face) pending += cluster
    else for (const character of cluster) fragments.push(singleCharacter(character, style, script, level, shaper))
  }
  flush()
  return fragments
}

/** Sets one character of a cluster that no face has as a whole: in a face that has it alone, else what it stands for or its code. */
function singleCharacter(character: string, style: TextStyle, script: string, level: number, shaper: Shaper): Fragment {
  const face = shaper.faces.covering(style, codePointsOf(character), script)
  if (face) return pieceOf(character, character, settingOf(style, script, level, face))
  const spelt = spelledOut(character, style, script, level, shaper)
  if (spelt) return spelt
  shaper.missing(character)
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const plain = settingOf({ ...style, features: ['lnum'], uppercase: false }, 'Latn', 0, shaper.faces.of(style))
  const { setting, glyphs, hang } = shapeFragment(code, code, plain)
  return new Fragment(setting, character, glyphs, hang, level, true)
}

/** Small letters that Unicode has for formulas and phonetics, below the line. Of the others that are small all stand above it. */
const lowered = /[\u1d62-\u1d6a\u2080-\u209c\u2c7c]/
const raised =
  /[\u02b0-\u02e4\u1d2c-\u1d61\u1d78\u1d9b-\u1dbf\u2070-\u207f\u2c7d\ua69c\ua69d\ua770\ua7f2-\ua7f9\uab5c-\uab5f\uab69\u{10781}-\u{107ba}]/u

/** Returns a character in the letters that it is but short for (UAX #15, compatibility): ℃ as °C, a small ₓ as an x below the line. */
function spelledOut(
  character: string,
  style: TextStyle,
  script: string,
  level: number,
  { faces }: Shaper,
): Fragment | undefined {
  const letters = character.normalize('NFKD')
  const face = letters === character ? undefined : faces.covering(style, codePointsOf(letters), script)
  if (!face) return undefined
  const part = lowered.test(character) ? -SMALL.below : raised.test(character) ? SMALL.above : 0
  const size = style.size * (part === 0 ? 1 : SMALL.size)
  const setting = settingOf({ ...style, size, rise: style.rise + style.size * part }, script, level, face)
  const { glyphs, hang } = shapeFragment(letters, letters, setting)
  return new Fragment(setting, character, glyphs, hang, level, true)
}

/** Of a raised or lowered letter, beside the size of the text. */
const SMALL = { size: 0.64, above: 0.36, below: 0.14 } as const

function codePointsOf(text: string): number[] {
  return [...text].map(character => character.codePointAt(0)!)
}
