import { type Faces, faceKey, type StyleSheet, shapeKey, type TextStyle } from '../text/text-style.js'
import type { FontEngine } from './engine.js'
import type { Face } from './face.js'
import { scriptOf } from './scripts.js'
import { symbolFallbacks, textFallbacks } from './shipped.js'

/** Characters that need no glyph: joiners, direction marks, variation selectors, white space that shaping supplies. */
const needsNoGlyph = /^[\p{Default_Ignorable_Code_Point}\p{Zs}\u2028\u2029]$/u

/** From this length on a text has words worth shaping together. */
const SENTENCE = 40
/** A word in which no line may end, of characters that every text face has. */
const plainWord = /^[!-.0-~\u2018-\u201d]+$/

/** Which faces a document needs, and for which characters: gathered while it is read. */
export class FontNeeds {
  readonly styles = new Map<string, TextStyle>()
  readonly #characters = new Map<string, Set<number>>()
  /** Plain words to shape in one go, by face and by what else decides their shape. */
  readonly #words = new Map<string, { style: TextStyle; words: Set<string> }>()

  /** Notes that a text will be set in a style. */
  add(text: string, style: TextStyle): void {
    const key = faceKey(style)
    if (!this.styles.has(key)) {
      this.styles.set(key, style)
      this.#characters.set(key, new Set())
    }
    if (text.length >= SENTENCE && !style.uppercase) this.#addWords(text, style)
    // Most text is ASCII, which every text face has.
    if (!/[^ -~]/.test(text)) return
    const characters = this.#characters.get(key)!
    for (const character of text) {
      const code = character.codePointAt(0)!
      if (code > 126) characters.add(code)
    }
  }

  #addWords(text: string, style: TextStyle): void {
    const key = `${faceKey(style)} ${shapeKey(style, 'Latn', 0)}`
    let known = this.#words.get(key)
    if (!known) {
      known = { style, words: new Set() }
      this.#words.set(key, known)
    }
    for (const word of text.split(/\s+/)) if (plainWord.test(word)) known.words.add(word)
  }

  /** Returns the words of longer texts, by the style that shapes them. */
  plainWords(): Iterable<{ style: TextStyle; words: ReadonlySet<string> }> {
    return this.#words.values()
  }

  /** Returns every character outside ASCII in one string, for those who ask which scripts there are. */
  allText(): string {
    let text = ''
    for (const characters of this.#characters.values())
      for (const code of characters) text += String.fromCodePoint(code)
    return text
  }

  /** Returns the characters outside ASCII that are set in a face. */
  characters(key: string): ReadonlySet<number> {
    return this.#characters.get(key) ?? new Set()
  }
}

/** Opens the faces that a document needs: those it names, then others only as far as characters are missing. */
export async function openFaces(engine: FontEngine, sheet: StyleSheet, needs: FontNeeds): Promise<Faces> {
  const keys = [...needs.styles.keys()]
  const opened = await Promise.all(
    keys.map(key => {
      const style = needs.styles.get(key)!
      return engine.face(sheet.family(style.font), style.weight, style.italic)
    }),
  )
  const byKey = new Map(keys.map((key, index) => [key, opened[index]!]))
  const missing = new Set<number>()
  for (const [key, face] of byKey) {
    for (const code of needs.characters(key)) if (!covers(face, code)) missing.add(code)
  }
  for (const { style, words } of needs.plainWords()) {
    const wish = { rtl: false, script: 'Latn', language: style.language, features: style.features }
    byKey.get(faceKey(style))!.prime([...words], wish, shapeKey(style, 'Latn', 0))
  }
  const fallbacks = [
    ...(await openFallbacks(engine, textFallbacks, missing)),
    ...(await openFallbacks(engine, symbolFallbacks, new Set([...missing].filter(isSign)))),
  ]
  const of = (style: TextStyle): Face => {
    const face = byKey.get(faceKey(style))
    if (!face) throw new Error(`the face "${faceKey(style)}" was not asked for while the document was read`)
    return face
  }
  return {
    of,
    covering(style, codePoints) {
      const wanted = of(style)
      if (codePoints.every(code => covers(wanted, code))) return wanted
      const signs = codePoints.every(isSign)
      return fallbacks.find(
        face => codePoints.every(code => covers(face, code)) && (signs || !symbolFallbacks.includes(face.family)),
      )
    },
  }
}

/** Opens families in turn until no character is missing, and keeps those that helped. */
async function openFallbacks(engine: FontEngine, families: readonly string[], missing: Set<number>): Promise<Face[]> {
  const opened: Face[] = []
  for (const family of families) {
    if (missing.size === 0) break
    const face = await engine.face(family, 400, false)
    const before = missing.size
    for (const code of missing) if (covers(face, code)) missing.delete(code)
    if (missing.size < before) opened.push(face)
  }
  return opened
}

/** Returns whether a character is a sign of no script, or belongs to one of the scripts of the text families. */
function isSign(code: number): boolean {
  const script = scriptOf(String.fromCodePoint(code))
  return script === undefined || script.tag === 'Latn' || script.tag === 'Grek'
}

/** Returns whether a face can set a character. */
export function covers(face: Face, codePoint: number): boolean {
  // What a face has for private use means nothing to a reader (ISO 19005-2 6.2.11.7.3).
  if (codePoint >= 0xe000 && (codePoint <= 0xf8ff || codePoint >= 0xf0000)) return false
  // General punctuation holds the signs without a glyph; the test for the others is dear.
  return face.glyphOf(codePoint) !== 0 || (codePoint > 126 && needsNoGlyph.test(String.fromCodePoint(codePoint)))
}
