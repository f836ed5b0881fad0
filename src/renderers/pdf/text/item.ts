import type { Face } from '../fonts/face.js'
import type { Glyphs } from '../fonts/harfbuzz.js'
import type { Span } from './span.js'

/** A shaped stretch of one span, one face, one script and one direction: never wider than what stands between two break points. */
export interface Fragment {
  span: Span
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
}
