import type { Face } from '../fonts/face.js'
import type { Glyphs } from '../fonts/glyphs.js'
import type { Division } from './divide-word.js'
import type { Hyphenator } from './hyphenate.js'
import type { TextStyle } from './text-style.js'

/**
 * A shaped stretch in one style, one face, one script and one direction: never wider than what stands between two break
 * points. It is the same one wherever a document sets the same text in the same style.
 */
export interface Fragment {
  /** As it is set: figures that are raised by size have a style of their own. */
  style: TextStyle
  face: Face
  glyphs: Glyphs
  script: string
  /** Embedding level: odd runs from right to left. */
  level: number
  /** What the glyphs stand for when they are read back; as long as `glyphs.text` unless `whole`. */
  source: string
  /** The fragment stands for `source` as a whole: a character's code in place of the character. */
  whole: boolean
  /** Points. */
  width: number
  /** Points for one font unit. */
  scale: number
  /** Points after each glyph, beside its own advance. */
  tracking: number
  /** How far its first and last characters may hang out of the measure, points. */
  hangStart: number
  hangEnd: number
}

/** What stands between two places where a line may end: one fragment, or several where faces or levels change in it. */
export interface Word {
  fragments: readonly Fragment[]
  /** Points. */
  width: number
  /** Where the source lets it be divided. */
  hyphenPoints: readonly number[]
  /** Where a language divides it, kept for the next time that it comes. */
  divided?: { by: Hyphenator; division: Division | undefined }
}
