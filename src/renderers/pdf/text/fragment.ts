import type { CodedWord } from '../emit/coded-words.js'
import type { Face } from '../fonts/face.js'
import type { Glyphs } from '../fonts/glyphs.js'
import type { Division } from './divide-word.js'
import type { Hang } from './protrusion.js'
import type { Setting } from './setting.js'
import type { TextStyle } from './text-style.js'

/**
 * A shaped stretch in one style, one face, one script and one direction: never wider than what stands between two break
 * points. It is the same one wherever a document sets the same text in the same style. What all fragments of a setting
 * have in common is held there: a document has tens of thousands of them.
 */
export class Fragment {
  readonly setting: Setting
  /** How it stands in a file, once it has been written; `null` where codes alone do not do. */
  coded: CodedWord | null | undefined
  /** As it is set: figures that are raised by size have a style of their own. */
  readonly style: TextStyle
  readonly face: Face
  /** Embedding level: odd runs from right to left. */
  readonly level: number
  /** What the glyphs stand for when they are read back; as long as `glyphs.text` unless `whole`. */
  readonly source: string
  /** The fragment stands for `source` as a whole: a character's code in place of the character. */
  readonly whole: boolean
  glyphs: Glyphs
  /** How far its first and last characters may hang out of the measure; most do not. */
  hang: Hang | undefined
  /** Where it may be divided, once that has been asked. */
  division: Division | undefined
  /** It is divided where the source says so, and nowhere else. */
  soft: boolean

  constructor(setting: Setting, source: string, glyphs: Glyphs, hang?: Hang, level = setting.level, whole = false) {
    // Next to one another, where a page's writing finds both at one look into the memory.
    this.setting = setting
    this.coded = undefined
    this.style = setting.style
    this.face = setting.face
    this.level = level
    this.source = source
    this.whole = whole
    this.glyphs = glyphs
    this.hang = hang
    this.division = undefined
    this.soft = false
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
    return this.glyphs.width * this.setting.scale + this.setting.tracking * this.glyphs.count
  }
}
