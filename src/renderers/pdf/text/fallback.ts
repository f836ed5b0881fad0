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

/** Sets one character of a cluster that no face has as a whole: in a face that has it alone, else as its code. */
function singleCharacter(character: string, style: TextStyle, script: string, level: number, shaper: Shaper): Fragment {
  const face = shaper.faces.covering(style, codePointsOf(character), script)
  if (face) return pieceOf(character, character, settingOf(style, script, level, face))
  shaper.missing(character)
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const plain = settingOf({ ...style, features: ['lnum'], uppercase: false }, 'Latn', 0, shaper.faces.of(style))
  const { setting, glyphs, hang } = shapeFragment(code, code, plain)
  return new Fragment(setting, character, glyphs, hang, level, true)
}

function codePointsOf(text: string): number[] {
  return [...text].map(character => character.codePointAt(0)!)
}
