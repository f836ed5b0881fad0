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

/** A paragraph as the line breaker sees it, after Knuth and Plass. Widths are points. */
export type Item = BoxItem | GlueItem | PenaltyItem

/** Something with ink. A word that may be divided is several boxes with one fragment, parted by `from` and `to`. */
export interface BoxItem {
  t: 'box'
  width: number
  fragment: Fragment | undefined
  from: number
  to: number
  /** Room between its letters, where the setting allows any. */
  stretch: number
  shrink: number
  /** How far its first and last characters may hang out of the measure. */
  hangStart: number
  hangEnd: number
}

/** Space between words. */
export interface GlueItem {
  t: 'glue'
  width: number
  stretch: number
  shrink: number
  fragment: Fragment | undefined
}

/** A place where a line may end: `cost` 10,000 never, −10,000 always. */
export interface PenaltyItem {
  t: 'penalty'
  width: number
  cost: number
  flagged: boolean
  /** A hyphen is printed if the line ends here. */
  hyphen: boolean
  /** The space that stands for a line break of the source when the text is read back. */
  space: Fragment | undefined
  /** How far that hyphen hangs out. */
  hangEnd: number
}

export const NEVER = 10_000
export const ALWAYS = -10_000
