import type { ContentWriter } from '../emit/content-writer.js'
import type { Face } from '../fonts/face.js'
import type { Glyphs } from '../fonts/glyphs.js'
import type { Division } from './divide-word.js'
import type { Hang } from './protrusion.js'
import type { Setting } from './setting.js'
import type { TextStyle } from './text-style.js'

/**
 * A shaped stretch in one style, one face, one script and one direction: never wider than what stands between two break
 * points. It is the same one wherever a document sets the same text in the same style. What all fragments of a setting
 * have in common is held there, and what is asked of each word stands here itself, in whole numbers: a document has tens of
 * thousands of them.
 */
export class Fragment {
  readonly setting: Setting
  /** Embedding level: odd runs from right to left. */
  readonly level: number
  /** What the glyphs stand for when they are read back; as long as `glyphs.text` unless `whole`. */
  readonly source: string
  /** The fragment stands for `source` as a whole: a character's code in place of the character. */
  readonly whole: boolean
  glyphs!: Glyphs
  /** How many glyphs it has, their advances together in font units, and the length of their text. */
  count!: number
  units!: number
  length!: number
  /** How far its first and last characters may hang out of the measure; most do not. */
  hang: Hang | undefined
  /** Where it may be divided, once that has been asked. */
  division: Division | undefined
  /** It is divided where the source says so, and nowhere else. */
  soft: boolean
  /**
   * The words of the document that it was written in last, and how it stands there (`hasCodes`): from where to where, 0 where
   * codes alone do not do, and how far it moves the pen, in millionths of the size.
   */
  codedIn: ContentWriter | undefined
  codesFrom: number
  codesTo: number
  codesWidth: number

  constructor(setting: Setting, source: string, glyphs: Glyphs, hang?: Hang, level = setting.level, whole = false) {
    this.setting = setting
    this.level = level
    this.source = source
    this.whole = whole
    this.take(glyphs, hang)
    this.division = undefined
    this.soft = false
    this.codedIn = undefined
    this.codesFrom = 0
    this.codesTo = 0
    this.codesWidth = 0
  }

  /** Takes the glyphs that it was shaped to. */
  take(glyphs: Glyphs, hang: Hang | undefined): void {
    this.glyphs = glyphs
    this.count = glyphs.count
    this.units = glyphs.width
    this.length = glyphs.text.length
    this.hang = hang
  }

  /** As it is set: figures that are raised by size have a style of their own. */
  get style(): TextStyle {
    return this.setting.style
  }

  get face(): Face {
    return this.setting.face
  }

  get script(): string {
    return this.setting.script
  }

  /** Points for one font unit. */
  get scale(): number {
    return this.setting.scale
  }

  /** Points after each glyph, beside its own advance. */
  get tracking(): number {
    return this.setting.tracking
  }

  /** Points. */
  get width(): number {
    return this.units * this.setting.scale + this.setting.tracking * this.count
  }
}
