import { type Faces, faceKey, type StyleSheet, type TextStyle } from '../text/text-style.js'
import type { FontEngine } from './engine.js'
import type { Face } from './face.js'
import type { Cut } from './font-name.js'
import {
  hanForm,
  isEuropean,
  isForeignForm,
  packagesFor,
  type Script,
  scriptOf,
  scripts,
  scriptTagged,
} from './scripts.js'
import { EMOJI, symbolFallbacks, textFallbacks } from './shipped.js'

/** Characters that need no glyph: joiners, direction marks, variation selectors, white space that shaping supplies. */
const needsNoGlyph = /^[\p{Default_Ignorable_Code_Point}\p{Zs}\u2028\u2029]$/u

/** Which faces a document needs, and for which characters: gathered while it is read. */
export class FontNeeds {
  readonly styles = new Map<string, TextStyle>()
  readonly #characters = new Map<string, Set<number>>()
  readonly #byStyle = new WeakMap<TextStyle, Set<number>>()

  /** Notes that a text will be set in a style. */
  add(text: string, style: TextStyle): void {
    const characters = this.#charactersOf(style)
    // Most text is ASCII, which every text face has.
    if (!/[^ -~]/.test(text)) return
    for (let at = 0; at < text.length; at++) {
      if (text.charCodeAt(at) <= 126) continue
      const code = text.codePointAt(at)!
      characters.add(code)
      if (code > 0xffff) at++
    }
  }

  #charactersOf(style: TextStyle): Set<number> {
    let characters = this.#byStyle.get(style)
    if (!characters) {
      const key = faceKey(style)
      characters = this.#characters.get(key) ?? new Set()
      if (!this.styles.has(key)) this.styles.set(key, style)
      this.#characters.set(key, characters)
      this.#byStyle.set(style, characters)
    }
    return characters
  }

  /** Returns every character outside ASCII in one string, for those who ask which scripts there are. */
  allText(): string {
    let text = ''
    for (const characters of this.#characters.values())
      for (const code of characters) text += String.fromCodePoint(code)
    return text
  }

  /** Returns the first character outside ASCII that matches, if any does. */
  firstOf(pattern: RegExp): string | undefined {
    return pattern.exec(this.allText())?.[0]
  }

  /** Returns the characters outside ASCII that are set in a face. */
  characters(key: string): ReadonlySet<number> {
    return this.#characters.get(key) ?? new Set()
  }
}

/** Whom to tell what is not at hand. */
export interface FontReports {
  /** A family that a style names. */
  absent?: (family: string) => void
  /** A font with Han characters as the language writes them: the package of another stands in its place. */
  foreign?: (language: string, used: string) => void
}

/** Opens the faces that a document needs: those it names, then others only as far as characters are missing. */
export async function openFaces(
  engine: FontEngine,
  sheet: StyleSheet,
  needs: FontNeeds,
  { absent = () => undefined, foreign = () => undefined }: FontReports = {},
): Promise<Faces> {
  const keys = [...needs.styles.keys()]
  const opened = await Promise.all(keys.map(key => openNamed(engine, sheet, needs.styles.get(key)!, absent)))
  const byKey = new Map(keys.map((key, index) => [key, opened[index]!]))
  const kana = scriptTagged('Hira')!.characters.test(needs.firstOf(/[\u3041-\u30ff]/) ?? '')
  const chains = new Map<string, FallbackChain>()
  for (const key of keys) {
    const style = needs.styles.get(key)!
    const form = hanForm(style.language) ?? (kana ? 'JP' : undefined)
    chains.set(key, await openFallbacks(engine, byKey.get(key)!, style, needs.characters(key), form, foreign))
  }
  // Words in a style are many, and to name its face takes long.
  const byStyle = new Map<TextStyle, { face: Face; chain: FallbackChain }>()
  const known = (style: TextStyle) => byStyle.get(style) ?? remember(style)
  const remember = (style: TextStyle) => {
    const key = faceKey(style)
    const face = byKey.get(key)
    if (!face) throw new Error(`the face "${key}" was not asked for while the document was read`)
    const found = { face, chain: chains.get(key)! }
    byStyle.set(style, found)
    return found
  }
  return {
    of: style => known(style).face,
    forScript: (style, script) => known(style).chain.scripts.get(script),
    covering(style, codePoints, script) {
      const has = (face: Face) => codePoints.every(code => covers(face, code))
      const { face: wanted, chain } = known(style)
      if (chain.emoji && codePoints.some(asksForEmoji) && has(chain.emoji)) return chain.emoji
      const own = chain.scripts.get(script)
      if (own && has(own)) return own
      if (has(wanted)) return wanted
      const signs = codePoints.every(isSign)
      return chain.faces.find(has) ?? (signs ? chain.symbols.find(has) : undefined)
    },
  }
}

async function openNamed(
  engine: FontEngine,
  sheet: StyleSheet,
  style: TextStyle,
  absent: (family: string) => void,
): Promise<Face> {
  const family = sheet.family(style.font)
  const face = await engine.face(family, style)
  if (face) return face
  absent(family)
  return shippedFace(engine, 'Source Serif 4', style)
}

async function shippedFace(engine: FontEngine, family: string, cut: Cut): Promise<Face> {
  const face = await engine.face(family, cut)
  if (!face) throw new Error(`the font "${family}" does not ship with the program`)
  return face
}

/** Whom to ask for what a style's own face lacks. */
interface FallbackChain {
  /** Faces for any text, most wanted first. */
  faces: Face[]
  /** The face that sets a whole script, its punctuation and digits included, by the script's tag. */
  scripts: Map<string, Face>
  /** Faces for signs alone: the letters of other scripts that stand in them lack what words need. */
  symbols: Face[]
  /** The face for what asks to be an emoji, where something does. */
  emoji?: Face
}

/** A keycap and the sign that makes a picture of the one before it: both are one glyph with it in a face for emoji alone. */
function asksForEmoji(code: number): boolean {
  return code === 0x20e3 || code === 0xfe0f
}

/** Opens faces in turn until no character is missing, and keeps those that helped. */
async function openFallbacks(
  engine: FontEngine,
  wanted: Face,
  style: TextStyle,
  characters: ReadonlySet<number>,
  form: string | undefined,
  foreign: (language: string, used: string) => void,
): Promise<FallbackChain> {
  const chain: FallbackChain = { faces: [], scripts: new Map(), symbols: [] }
  const missing = new Set([...characters].filter(code => !covers(wanted, code)))
  if (missing.size === 0) return chain
  for (const script of scriptsIn(missing)) await openGiven(engine, script, style, missing, chain)
  for (const record of engine.library.givenFor(undefined, style))
    if (missing.size > 0) helps(await engine.open(record), missing, chain.faces)
  for (const family of textFallbacks)
    if (missing.size > 0) helps(await shippedFace(engine, family, style), missing, chain.faces)
  for (const script of scriptsIn(missing)) await openScript(engine, script, style, { form, foreign }, missing, chain)
  shareFaces(wanted, characters, chain)
  if ([...characters].some(asksForEmoji)) chain.emoji = await shippedFace(engine, EMOJI, { weight: 400, italic: false })
  for (const family of symbolFallbacks) {
    if (![...missing].some(isSign)) break
    helps(await shippedFace(engine, family, { weight: 400, italic: false }), missing, chain.symbols, isSign)
  }
  return chain
}

/**
 * Gives a script whose characters a face for another has as well to that face, with its punctuation and digits: kana and Han
 * characters are one text, in which no number may change its looks by what stands before it.
 */
function shareFaces(wanted: Face, characters: ReadonlySet<number>, chain: FallbackChain): void {
  for (const script of scriptsIn([...characters].filter(code => !covers(wanted, code)))) {
    if (isEuropean(script.tag) || chain.scripts.has(script.tag)) continue
    const own = [...characters].filter(code => script.characters.test(String.fromCodePoint(code)))
    const face = [...chain.scripts.values()].find(each => own.every(code => covers(each, code)))
    if (face) chain.scripts.set(script.tag, face)
  }
}

/** Keeps a face that has one of the missing characters, and takes what it has off the list. */
function helps(face: Face, missing: Set<number>, kept: Face[], fits: (code: number) => boolean = () => true): boolean {
  const before = missing.size
  for (const code of missing) if (fits(code) && covers(face, code)) missing.delete(code)
  if (missing.size < before && !kept.includes(face)) kept.push(face)
  return missing.size < before
}

function scriptsIn(characters: Iterable<number>): Script[] {
  const found = new Set<Script>()
  for (const code of characters) {
    const character = String.fromCodePoint(code)
    const script = scriptOf(character) ?? scripts.find(each => each.shared.test(character))
    if (script) found.add(script)
  }
  return [...found]
}

/** Takes the fonts that the user gave for a script, then those that the user gave and that have it. */
async function openGiven(
  engine: FontEngine,
  script: Script,
  style: TextStyle,
  missing: Set<number>,
  chain: FallbackChain,
): Promise<void> {
  const { library } = engine
  for (const record of [...library.givenFor(script.tag, style), ...library.givenFor(undefined, style)])
    if (lacks(script, missing)) keepForScript(await engine.open(record), script, missing, chain)
}

/** Finds a package's face for a script, in text as serif or sans as the text is. */
async function openScript(
  engine: FontEngine,
  script: Script,
  style: TextStyle,
  { form, foreign }: { form: string | undefined; foreign: (language: string, used: string) => void },
  missing: Set<number>,
  chain: FallbackChain,
): Promise<void> {
  for (const name of inOrder(packagesFor(script, form), style)) {
    if (!lacks(script, missing)) break
    const record = await engine.library.packaged(name, style)
    if (!record) continue
    keepForScript(await engine.open(record), script, missing, chain)
    if (script.tag === 'Hani' && isForeignForm(name, style.language)) foreign(style.language, name)
  }
}

/** Returns whether letters of a script are missing, or at least signs that it shares with others. */
function lacks(script: Script, missing: ReadonlySet<number>): boolean {
  return [...missing].some(code => {
    const character = String.fromCodePoint(code)
    return script.characters.test(character) || (script.shared.test(character) && !scriptOf(character))
  })
}

/** Keeps a face that has something of a script; the first of them sets all of it. */
function keepForScript(face: Face, script: Script, missing: Set<number>, chain: FallbackChain): void {
  if (!helps(face, missing, chain.faces) || isEuropean(script.tag)) return
  if (!chain.scripts.has(script.tag)) chain.scripts.set(script.tag, face)
}

function inOrder(packages: readonly string[], { font }: TextStyle): readonly string[] {
  if (font === 'serif') return packages
  const isSans = (name: string) => /-sans-|fonts-(jp|kr|sc|tc)$/.test(name)
  return [...packages.filter(isSans), ...packages.filter(name => !isSans(name))]
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
