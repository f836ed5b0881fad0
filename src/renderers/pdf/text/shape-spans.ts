import type { Face } from '../fonts/face.js'
import { covers } from '../fonts/font-set.js'
import type { Glyphs, ShapeWish } from '../fonts/harfbuzz.js'
import { isEuropean, scriptRuns } from '../fonts/scripts.js'
import { type BidiLevels, isBidirectional } from './bidi.js'
import { findBreaks, type UnicodeBreaker } from './breaks.js'
import { capitals } from './capitals.js'
import type { Fragment } from './item.js'
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
  | { t: 'word'; fragments: Fragment[]; breakAfter: 0 | 1 | 2; hyphenPoints: number[] }
  | { t: 'space'; fragment: Fragment; breaks: boolean }
  | { t: 'lineBreak'; fragment: Fragment }
  | { t: 'picture'; fragment: Fragment; breakAfter: 0 | 1 | 2 }

const SOFT_HYPHEN = '\u00ad'
/** A character with all that belongs to it: marks, joined emoji, flags, keycaps. */
const grapheme =
  /(?:\p{RI}\p{RI}|\p{Emoji}(?:\ufe0f?\u20e3|\ufe0f|\p{EMod})?(?:\u200d\p{Emoji}(?:\ufe0f|\p{EMod})?)*|.)(?:\p{M}|\u200c|\u200d)*/gsu

/** Shapes the text of a paragraph. White space at both ends and double spaces fall away. */
export function shapeSpans(spans: readonly Span[], shaper: Shaper): Token[] {
  const { text, owners } = joinSpans(spans)
  const breaks = findBreaks(text, shaper.breaker, spans[0]?.style.language)
  const levels = levelsOf(text, owners, shaper)
  const scripts = scriptRuns(text)
  const tokens: Token[] = []
  let owner = 0
  let script = 0
  for (let at = 0; at < text.length; ) {
    while (owners[owner]!.end <= at) owner++
    while (scripts[script]!.end <= at) script++
    const span = owners[owner]!.span
    const first = text[at]!
    if (span.kind === 'lineBreak') {
      tokens.push({ t: 'lineBreak', fragment: spaceFragment(span, shaper) })
      at++
    } else if (span.kind === 'picture') {
      tokens.push({ t: 'picture', fragment: pictureFragment(span, shaper), breakAfter: kindAt(breaks, text, at + 1) })
      at++
    } else if (first === ' ' || first === '\u00a0') {
      tokens.push({
        t: 'space',
        fragment: fragmentOf(' ', first, span, 'Latn', levels?.[at] ?? 0, shaper.faces.of(span.style)),
        breaks: first === ' ' && (at + 1 >= text.length || breaks[at + 1] !== 0),
      })
      at++
    } else {
      const end = wordEnd(text, at, Math.min(owners[owner]!.end, scripts[script]!.end), breaks, levels)
      tokens.push(
        word(text.slice(at, end), span, scripts[script]!.tag, levels?.[at] ?? 0, kindAt(breaks, text, end), shaper),
      )
      at = end
    }
  }
  return tokens
}

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
      let piece = composed(span.text).replace(/[ \t\n\r\f\v\u2028\u2029]+/g, ' ')
      if (piece.startsWith(' ') && (text === '' || text.endsWith(' ') || text.endsWith('\n'))) piece = piece.slice(1)
      text += piece
    }
    if (text.length > (owners.at(-1)?.end ?? 0)) owners.push({ end: text.length, span })
  }
  return { text: trimEndOf(text, owners), owners }
}

/** Returns text in the form in which fonts have it; without combining marks it is so already. */
function composed(text: string): string {
  return /[\u0300-\uffff]/.test(text) ? text.normalize('NFC') : text
}

function trimEndOf(text: string, owners: { end: number }[]): string {
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

function word(text: string, span: Span, script: string, level: number, breakAfter: 0 | 1 | 2, shaper: Shaper): Token {
  const hyphenPoints: number[] = []
  if (text.includes(SOFT_HYPHEN)) {
    const parts = text.split(SOFT_HYPHEN)
    let at = 0
    for (const part of parts.slice(0, -1)) {
      at += part.length
      hyphenPoints.push(at)
    }
    text = parts.join('')
  }
  const wanted = shaper.faces.forScript(span.style, script) ?? shaper.faces.of(span.style)
  const known = !span.style.uppercase && settingOf(span, script, level, wanted).shaped.has(text)
  // What was shaped before in this face was found in it whole.
  const fragments =
    known || hasAll(wanted, text)
      ? [fragmentOf(text, text, span, script, level, wanted)]
      : coveredFragments(text, span, script, level, shaper)
  return { t: 'word', fragments, breakAfter, hyphenPoints: fragments.length === 1 ? hyphenPoints : [] }
}

function hasAll(face: Face, text: string): boolean {
  for (const character of text) if (!covers(face, character.codePointAt(0)!)) return false
  return true
}

/** Cuts a word into stretches of one face, a base always with its marks; a character that no face has becomes its code. */
function coveredFragments(text: string, span: Span, script: string, level: number, shaper: Shaper): Fragment[] {
  const fragments: Fragment[] = []
  let pending = ''
  let face: Face | undefined
  const flush = () => {
    if (pending && face) fragments.push(fragmentOf(pending, pending, span, script, level, face))
    pending = ''
  }
  for (const [cluster] of text.matchAll(grapheme)) {
    const found = shaper.faces.covering(span.style, codePointsOf(cluster), script)
    if (found !== face || !found) flush()
    face = found
    if (found) pending += cluster
    else for (const character of cluster) fragments.push(...singleCharacter(character, span, script, level, shaper))
  }
  flush()
  return fragments
}

/** Sets one character of a cluster that no face has as a whole: in a face that has it alone, else as its code. */
function singleCharacter(character: string, span: Span, script: string, level: number, shaper: Shaper): Fragment[] {
  const face = shaper.faces.covering(span.style, codePointsOf(character), script)
  if (face) return [fragmentOf(character, character, span, script, level, face)]
  shaper.missing(character)
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const plain: Span = { ...span, style: { ...span.style, features: ['lnum'], uppercase: false } }
  return [
    { ...fragmentOf(code, code, plain, 'Latn', 0, shaper.faces.of(span.style)), level, source: character, whole: true },
  ]
}

function codePointsOf(text: string): number[] {
  return [...text].map(character => character.codePointAt(0)!)
}

function spaceFragment(span: Span, shaper: Shaper): Fragment {
  return fragmentOf(' ', ' ', span, 'Latn', 0, shaper.faces.of(span.style))
}

function pictureFragment(span: Span, shaper: Shaper): Fragment {
  return { ...spaceFragment(span, shaper), width: span.picture?.width ?? 0 }
}

/** Shapes one stretch. `source` is what it stands for; capitals made by the style stand for the letters as written. */
export function fragmentOf(
  text: string,
  source: string,
  span: Span,
  script: string,
  level: number,
  face: Face,
): Fragment {
  if (span.style.features.includes(RAISED) && !raisesFigures(face, text)) span = { ...span, style: raised(span.style) }
  const { style } = span
  const { key, shaped, scale, tracking, wish } = settingOf(span, script, level, face)
  const shown = style.uppercase ? capitals(text, style.language) : text
  const glyphs = shaped.get(shown) ?? face.shape({ ...wish, text: shown }, key)
  const width = glyphs.width * scale + tracking * glyphs.gid.length
  return { span, face, glyphs, script, level, source, whole: false, width, scale, tracking }
}

/** OpenType's feature for raised figures. */
const RAISED = 'sups'

/** Returns whether a face has figures drawn for raising: many of other scripts than ours have none. */
function raisesFigures(face: Face, text: string): boolean {
  const figure = text.codePointAt(0)!
  const wish = { text: String.fromCodePoint(figure), rtl: false, script: 'Latn', language: 'en', features: [RAISED] }
  return face.shape(wish, RAISED).gid[0] !== face.glyphOf(figure)
}

/** Returns a style whose figures are made small and raised. */
function raised(style: TextStyle): TextStyle {
  const features = style.features.filter(feature => feature !== RAISED)
  return { ...style, features, size: style.size * 0.64, rise: style.rise + style.size * 0.36 }
}

/** How the words of a span are shaped, and those that are known. */
interface Setting {
  span: Span
  script: string
  level: number
  face: Face
  key: string
  shaped: ReadonlyMap<string, Glyphs>
  scale: number
  tracking: number
  wish: Omit<ShapeWish, 'text'>
}

/** The words of a span follow each other: the setting of the last one mostly serves the next. */
let last: Setting | undefined

function settingOf(span: Span, script: string, level: number, face: Face): Setting {
  if (last?.span === span && last.script === script && last.level === level && last.face === face) return last
  const { style } = span
  const european = isEuropean(script)
  const key = shapeKey(style, script, level)
  const features = european ? style.features : style.features.map(feature => (feature === 'onum' ? 'lnum' : feature))
  last = {
    span,
    script,
    level,
    face,
    key,
    shaped: face.shaped(key),
    scale: style.size / face.upem,
    // Letters that join, or that stand in squares, are not spaced out.
    tracking: european ? style.tracking * style.size : 0,
    wish: { rtl: level % 2 === 1, script, language: style.language, features },
  }
  return last
}
