import type { Face } from '../fonts/face.js'
import { covers } from '../fonts/font-set.js'
import type { ShapeWish } from '../fonts/harfbuzz.js'
import { isEuropean, scriptRuns } from '../fonts/scripts.js'
import { type BidiLevels, isBidirectional } from './bidi.js'
import { findBreaks, type UnicodeBreaker } from './breaks.js'
import { capitals } from './capitals.js'
import type { Fragment, Word } from './item.js'
import { hangOf } from './protrusion.js'
import type { Span } from './span.js'
import { type Faces, shapeKey, type TextStyle } from './text-style.js'

/** What turns text into glyphs, the same for a whole document. */
export interface Shaper {
  faces: Faces
  /** Base direction of paragraphs that do not say. */
  direction: 'ltr' | 'rtl'
  bidi?: BidiLevels | undefined
  breaker?: UnicodeBreaker | undefined
  /** Told of each character that no face has. */
  missing(character: string): void
}

/** A paragraph cut where lines may end: words with the kind of break after them, spaces, forced ends. */
export type Token =
  | { t: 'word'; word: Word; span: Span; breakAfter: 0 | 1 | 2 }
  | { t: 'space'; fragment: Fragment; span: Span; breaks: boolean }
  | { t: 'lineBreak'; fragment: Fragment; span: Span }
  | { t: 'picture'; fragment: Fragment; span: Span; breakAfter: 0 | 1 | 2 }

const SOFT_HYPHEN = '\u00ad'
/** A character with all that belongs to it: marks, joined emoji, flags, keycaps. */
const grapheme =
  /(?:\p{RI}\p{RI}|\p{Emoji}(?:\ufe0f?\u20e3|\ufe0f|\p{EMod})?(?:\u200d\p{Emoji}(?:\ufe0f|\p{EMod})?)*|.)(?:\p{M}|\u200c|\u200d)*/gsu

/** The number of a note stands in the line of what it is about, whatever its sign is to UAX #14 there: after a danda, a 。 */
function keepReferences(owners: readonly Owner[], breaks: Uint8Array): void {
  for (const [index, { span }] of owners.entries()) if (span.note && index > 0) breaks[owners[index - 1]!.end] = 0
}

/** Shapes the text of a paragraph. White space at both ends and double spaces fall away. */
export function shapeSpans(spans: readonly Span[], shaper: Shaper): Token[] {
  const { text, owners } = joinSpans(spans)
  const breaks = findBreaks(text, shaper.breaker, spans[0]?.style.language)
  keepReferences(owners, breaks)
  const levels = levelsOf(text, owners, shaper)
  const scripts = scriptRuns(text)
  const tokens: Token[] = []
  const fresh: FreshWord[] = []
  let owner = 0
  let script = 0
  for (let at = 0; at < text.length; ) {
    while (owners[owner]!.end <= at) owner++
    while (scripts[script]!.end <= at) script++
    const span = owners[owner]!.span
    const level = levels?.[at] ?? 0
    const first = text[at]!
    if (span.kind === 'lineBreak') {
      tokens.push({ t: 'lineBreak', fragment: spaceOf(' ', span.style, 0, shaper), span })
      at++
    } else if (span.kind === 'picture') {
      tokens.push({
        t: 'picture',
        fragment: pictureFragment(span, shaper),
        span,
        breakAfter: kindAt(breaks, text, at + 1),
      })
      at++
    } else if (first === ' ' || first === '\u00a0') {
      tokens.push({
        t: 'space',
        fragment: spaceOf(first, span.style, level, shaper),
        span,
        breaks: first === ' ' && (at + 1 >= text.length || breaks[at + 1] !== 0),
      })
      at++
    } else {
      const end = wordEnd(text, at, Math.min(owners[owner]!.end, scripts[script]!.end), breaks, levels)
      const letters = text.slice(at, end)
      const setting = settingFor(span.style, scripts[script]!.tag, level, shaper)
      const known = setting.words.get(letters)
      const token = { t: 'word', word: known ?? unshaped, span, breakAfter: kindAt(breaks, text, end) } as const
      if (!known) fresh.push({ token, letters, setting })
      tokens.push(token)
      at = end
    }
  }
  if (fresh.length > 0) shapeFresh(fresh, shaper)
  return tokens
}

/** A word that comes for the first time: it is shaped when the whole paragraph has been looked through. */
interface FreshWord {
  token: Token & { t: 'word' }
  letters: string
  setting: Setting
}

const unshaped: Word = { fragments: [], width: 0, hyphenPoints: [] }

/** Shapes the words of a paragraph that come for the first time, those of plain letters in one go. */
function shapeFresh(fresh: readonly FreshWord[], shaper: Shaper): void {
  const plain = new Map<Setting, string[]>()
  for (const { letters, setting } of fresh) {
    if (setting.level % 2 || setting.style.uppercase || !plainWord.test(letters)) continue
    const list = plain.get(setting)
    if (list) list.push(letters)
    else plain.set(setting, [letters])
  }
  for (const [{ face, wish, key }, words] of plain) if (words.length > 1) face.prime([...new Set(words)], wish, key)
  for (const { token, letters, setting } of fresh)
    token.word = setting.words.get(letters) ?? wordOf(letters, token.span, setting, shaper)
}

/** A word of characters that join with no other across its ends. */
const plainWord = /^[!-~\u00a1-\u017f\u2018-\u201d\u20ac]+$/

/** Whose text a stretch is, up to `end`. */
interface Owner {
  end: number
  span: Span
}

/** Joins the spans' texts, with white space made single; each line break and picture counts as one character. */
function joinSpans(spans: readonly Span[]): { text: string; owners: Owner[] } {
  let text = ''
  const owners: Owner[] = []
  for (const span of spans) {
    if (span.kind === 'lineBreak') {
      text = `${trimEndOf(text, owners)}\n`
    } else if (span.kind === 'picture') text += '\ufffc'
    else {
      let piece = singleSpaced(composed(span.text))
      if (piece.startsWith(' ') && (text === '' || text.endsWith(' ') || text.endsWith('\n'))) piece = piece.slice(1)
      text += piece
    }
    if (text.length > (owners.at(-1)?.end ?? 0)) owners.push({ end: text.length, span })
  }
  return { text: trimEndOf(text, owners), owners }
}

/** Makes white space single. In most texts it is so already. */
function singleSpaced(text: string): string {
  return /[\t\n\r\f\v\u2028\u2029]| {2}/.test(text) ? text.replace(/[ \t\n\r\f\v\u2028\u2029]+/g, ' ') : text
}

/** Returns text in the form in which fonts have it; without combining marks it is so already. */
function composed(text: string): string {
  return /[\u0300-\uffff]/.test(text) ? text.normalize('NFC') : text
}

function trimEndOf(text: string, owners: { end: number }[]): string {
  if (!text.endsWith(' ')) return text
  const trimmed = text.replace(/ +$/, '')
  for (const owner of owners) if (owner.end > trimmed.length) owner.end = trimmed.length
  return trimmed
}

/** Returns the embedding level of each character; nothing where all of it runs from left to right. */
function levelsOf(text: string, owners: readonly Owner[], shaper: Shaper): Uint8Array | undefined {
  const { bidi } = shaper
  if (!bidi || (shaper.direction === 'ltr' && !isBidirectional(text))) return undefined
  const directed = owners.filter(({ span }) => span.direction)
  if (directed.length === 0) return bidi(text, shaper.direction)
  if (directed.length === owners.length) return bidi(text, directed[0]!.span.direction!)
  return isolatedLevels(text, owners, shaper.direction, bidi)
}

/** A run that says its direction is set apart from what is around it, as by the isolates of UAX #9. */
function isolatedLevels(text: string, owners: readonly Owner[], base: 'ltr' | 'rtl', bidi: BidiLevels): Uint8Array {
  let marked = ''
  const places: number[] = []
  let from = 0
  owners.forEach(({ end, span }, index) => {
    const joins = owners[index - 1]?.span.direction === span.direction
    const goesOn = owners[index + 1]?.span.direction === span.direction
    if (span.direction && !joins) marked += span.direction === 'rtl' ? '\u2067' : '\u2066'
    for (let at = from; at < end; at++) places.push(marked.length + at - from)
    marked += text.slice(from, end)
    if (span.direction && !goesOn) marked += '\u2069'
    from = end
  })
  const levels = bidi(marked, base)
  return Uint8Array.from(places, place => levels[place]!)
}

function kindAt(breaks: Uint8Array, text: string, at: number): 0 | 1 | 2 {
  return text[at] === ' ' || at >= text.length ? 0 : (breaks[at] as 0 | 1 | 2)
}

function wordEnd(
  text: string,
  from: number,
  limit: number,
  breaks: Uint8Array,
  levels: Uint8Array | undefined,
): number {
  let end = from + 1
  while (end < limit) {
    const character = text[end]!
    if (breaks[end] || character === ' ' || character === '\u00a0' || character === '\n') break
    if (levels && levels[end] !== levels[from]) break
    end++
  }
  return end
}

/** Shapes a word, and keeps it where the setting's own face has all of it. */
function wordOf(letters: string, span: Span, setting: Setting, shaper: Shaper): Word {
  const parts = letters.split(SOFT_HYPHEN)
  const text = parts.join('')
  const own = hasAll(setting.face, text)
  const fragments = own ? [makeFragment(text, text, setting)] : coveredFragments(text, span, setting, shaper)
  const width = fragments.reduce((sum, fragment) => sum + fragment.width, 0)
  const word = { fragments, width, hyphenPoints: fragments.length === 1 ? endsOf(parts) : [] }
  if (own) setting.words.set(letters, word)
  return word
}

/** Returns where all parts but the last end in what they are parts of. */
function endsOf(parts: readonly string[]): number[] {
  let end = 0
  return parts.slice(0, -1).map(part => {
    end += part.length
    return end
  })
}

function hasAll(face: Face, text: string): boolean {
  for (const character of text) if (!covers(face, character.codePointAt(0)!)) return false
  return true
}

/** Cuts a word into stretches of one face, a base always with its marks; a character that no face has becomes its code. */
function coveredFragments(text: string, span: Span, { script, level }: Setting, shaper: Shaper): Fragment[] {
  const { style } = span
  const fragments: Fragment[] = []
  let pending = ''
  let face: Face | undefined
  const flush = () => {
    if (pending && face) fragments.push(pieceOf(pending, pending, settingOf(style, script, level, face)))
    pending = ''
  }
  for (const [cluster] of text.matchAll(grapheme)) {
    const found = shaper.faces.covering(style, codePointsOf(cluster), script)
    if (found !== face || !found) flush()
    face = found
    if (found) pending += cluster
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
  return { ...makeFragment(code, code, plain), level, source: character, whole: true }
}

function codePointsOf(text: string): number[] {
  return [...text].map(character => character.codePointAt(0)!)
}

/** Returns a space, which may stand for another blank of the source. */
function spaceOf(source: string, style: TextStyle, level: number, shaper: Shaper): Fragment {
  return pieceOf(' ', source, settingOf(style, 'Latn', level, shaper.faces.of(style)))
}

function pictureFragment({ style, picture }: Span, shaper: Shaper): Fragment {
  return { ...spaceOf(' ', style, 0, shaper), width: picture?.width ?? 0 }
}

/** Shapes what is left of a word where a line's end divides it, with a hyphen or without. */
export function partOf({ style, source, script, level, face }: Fragment, from: number, to: number, hyphen: boolean) {
  const part = source.slice(from, to)
  const setting = settingOf(style, script, level, face)
  // A hyphen at the end of a line is read back as a soft hyphen: it is no part of the word (ISO 32000-1 14.8.2.2.3).
  return hyphen ? pieceOf(`${part}-`, `${part}${SOFT_HYPHEN}`, setting) : pieceOf(part, part, setting)
}

/** Returns a stretch that is no word of its own, from memory where it has come before. */
function pieceOf(text: string, source: string, setting: Setting): Fragment {
  let piece = setting.pieces.get(source)
  if (!piece) {
    piece = makeFragment(text, source, setting)
    setting.pieces.set(source, piece)
  }
  return piece
}

/** Shapes one stretch. `source` is what it stands for; capitals made by the style stand for the letters as written. */
function makeFragment(text: string, source: string, wanted: Setting): Fragment {
  const setting = raisedBySize(text, wanted)
  const { style, script, level, face, key, scale, tracking, wish } = setting
  const shown = style.uppercase ? capitals(text, style.language) : text
  const glyphs = face.shape({ ...wish, text: shown }, key)
  return {
    style,
    face,
    glyphs,
    script,
    level,
    source,
    whole: false,
    width: glyphs.width * scale + tracking * glyphs.count,
    scale,
    tracking,
    hangStart: hangOf('start', glyphs, style, level, scale),
    hangEnd: hangOf('end', glyphs, style, level, scale),
  }
}

/** OpenType's feature for raised figures. */
const RAISED = 'sups'

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

/** How words are shaped in one style, script, level and face, and those that are known. */
interface Setting {
  style: TextStyle
  script: string
  level: number
  face: Face
  key: string
  scale: number
  tracking: number
  wish: Omit<ShapeWish, 'text'>
  /** Words by their letters, soft hyphens included. */
  words: Map<string, Word>
  /** Other stretches by what they stand for. */
  pieces: Map<string, Fragment>
}

const settings = new WeakMap<TextStyle, Setting[]>()
/** The words of a style follow each other: the setting of the last one mostly serves the next. */
let last: Setting | undefined

function settingFor(style: TextStyle, script: string, level: number, { faces }: Shaper): Setting {
  return settingOf(style, script, level, faces.forScript(style, script) ?? faces.of(style))
}

function settingOf(style: TextStyle, script: string, level: number, face: Face): Setting {
  const fits = (each: Setting) =>
    each.style === style && each.script === script && each.level === level && each.face === face
  if (last && fits(last)) return last
  let known = settings.get(style)
  if (!known) {
    known = []
    settings.set(style, known)
  }
  last = known.find(fits)
  if (!last) {
    last = makeSetting(style, script, level, face)
    known.push(last)
  }
  return last
}

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
    wish: { rtl: level % 2 === 1, script, language: style.language, features },
    words: new Map(),
    pieces: new Map(),
  }
}
