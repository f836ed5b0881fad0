import type { Face } from '../fonts/face.js'
import type { ShapeWish } from '../fonts/harfbuzz.js'
import { isEuropean } from '../fonts/scripts.js'
import { capitals } from './capitals.js'
import { Fragment } from './fragment.js'
import { hangOf } from './protrusion.js'
import { type Faces, shapeKey, type TextStyle } from './text-style.js'

/** How words are shaped in one style, script, level and face, and those that are known. */
export interface Setting {
  style: TextStyle
  script: string
  level: number
  face: Face
  key: string
  /** Points for one font unit. */
  scale: number
  /** Points after each glyph, beside its own advance. */
  tracking: number
  /** Its letters may be spaced out: they run from left to right, and neither join nor stand in squares. */
  spaced: boolean
  /** Words are set as they are written, whatever stands beside them: many of them can be shaped in one go. */
  plain: boolean
  wish: Omit<ShapeWish, 'text'>
  /** Words by their letters, soft hyphens included. */
  words: Map<string, Fragment>
  /** Other stretches by what they stand for. */
  pieces: Map<string, Fragment>
  /** Words met for the first time, which are still to be shaped. */
  fresh: Fragment[]
}

const settings = new WeakMap<TextStyle, Setting[]>()

/** Returns the setting of a script's words in a style. */
export function settingFor(style: TextStyle, script: string, level: number, faces: Faces): Setting {
  return settingOf(style, script, level, faces.forScript(style, script) ?? faces.of(style))
}

/** Returns the one setting of a style, a script, a level and a face. */
export function settingOf(style: TextStyle, script: string, level: number, face: Face): Setting {
  let known = settings.get(style)
  if (!known) {
    known = []
    settings.set(style, known)
  }
  for (let i = 0; i < known.length; i++) {
    const each = known[i]!
    if (each.script === script && each.level === level && each.face === face) return each
  }
  const made = makeSetting(style, script, level, face)
  known.push(made)
  return made
}

/** OpenType's feature for raised figures. */
const RAISED = 'sups'

function makeSetting(style: TextStyle, script: string, level: number, face: Face): Setting {
  const european = isEuropean(script)
  const features = european ? style.features : style.features.map(feature => (feature === 'onum' ? 'lnum' : feature))
  return {
    style,
    script,
    level,
    face,
    key: shapeKey(style, script, level),
    scale: style.size / face.upem,
    // Letters that join, or that stand in squares, are not spaced out.
    tracking: european ? style.tracking * style.size : 0,
    spaced: european && level % 2 === 0,
    plain: european && level % 2 === 0 && !style.uppercase && !features.includes(RAISED) && face.coversAscii,
    wish: { rtl: level % 2 === 1, script, language: style.language, features },
    words: new Map(),
    pieces: new Map(),
    fresh: [],
  }
}

/** Shapes one stretch. `source` is what it stands for; capitals made by the style stand for the letters as written. */
export function shapeFragment(text: string, source: string, wanted: Setting): Fragment {
  const setting = raisedBySize(text, wanted)
  const { style, face, wish, key } = setting
  const shown = style.uppercase ? capitals(text, style.language) : text
  const { rtl, script, language, features } = wish
  const glyphs = face.shape({ text: shown, rtl, script, language, features }, key)
  return new Fragment(setting, source, glyphs, hangOf(glyphs, setting))
}

/** Returns a stretch that is no word of its own, from memory where it has come before. */
export function pieceOf(text: string, source: string, setting: Setting): Fragment {
  let piece = setting.pieces.get(source)
  if (!piece) {
    piece = shapeFragment(text, source, setting)
    setting.pieces.set(source, piece)
  }
  return piece
}

/** Returns a setting that makes figures small and raises them, where it is to raise them and its face has none drawn for it. */
function raisedBySize(text: string, setting: Setting): Setting {
  const { style, script, level, face } = setting
  if (!style.features.includes(RAISED) || raisesFigures(face, text)) return setting
  const features = style.features.filter(feature => feature !== RAISED)
  const raised = { ...style, features, size: style.size * 0.64, rise: style.rise + style.size * 0.36 }
  return settingOf(raised, script, level, face)
}

/** Returns whether a face has figures drawn for raising: many of other scripts than ours have none. */
function raisesFigures(face: Face, text: string): boolean {
  const figure = text.codePointAt(0)!
  const wish = { text: String.fromCodePoint(figure), rtl: false, script: 'Latn', language: 'en', features: [RAISED] }
  return face.shape(wish, RAISED).gid(0) !== face.glyphOf(figure)
}

/** Shapes the words that a setting has met for the first time, in one go. */
export function shapeFresh(setting: Setting): void {
  const { fresh, face, wish, key } = setting
  const texts: string[] = []
  for (let i = 0; i < fresh.length; i++) texts.push(fresh[i]!.source)
  const shaped = face.shapeWords(texts, wish, key)
  for (let i = 0; i < texts.length; i++) {
    const word = fresh[i]!
    const glyphs = shaped[i]!
    word.glyphs = glyphs
    word.hang = hangOf(glyphs, setting)
  }
  fresh.length = 0
}
