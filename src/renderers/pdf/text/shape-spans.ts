import { GlyphColumns, Glyphs } from '../fonts/glyphs.js'
import { scriptRuns } from '../fonts/scripts.js'
import type { BidiLevels } from './bidi.js'
import { type BreakKind, findBreaks, type UnicodeBreaker } from './breaks.js'
import { divideSoftly } from './divide-word.js'
import { coveredFragments, hasAll } from './fallback.js'
import { Fragment } from './fragment.js'
import { joinSpans, levelsOf, type Owner } from './join-spans.js'
import { pieceOf, type Setting, settingFor, settingOf, shapeFragment, shapeFresh } from './setting.js'
import type { Span } from './span.js'
import type { Faces, TextStyle } from './text-style.js'
import { LINE_BREAK, PART, PICTURE, SPACE, Tokens, WORD } from './tokens.js'

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

/**
 * Returns the shaped text of a paragraph, in the columns given if any are. White space at both ends and double spaces fall
 * away.
 */
export function shapeSpans(spans: readonly Span[], shaper: Shaper, tokens = new Tokens()): Tokens {
  tokens.count = 0
  // What a paragraph that failed has left is no concern of this one.
  unfinished.length = 0
  const joined = joinSpans(spans)
  const { text, owners } = joined
  const breaks = findBreaks(text, shaper.breaker, spans[0]?.style.language, spans[0]?.style.balanced)
  keepReferences(owners, breaks)
  const levels = levelsOf(joined, shaper.bidi, shaper.direction)
  const scripts = scriptRuns(text)
  const paragraph = { text, breaks, tokens, shaper }
  let owner = 0
  let script = 0
  for (let at = 0; at < text.length; ) {
    while (owners[owner]!.end <= at) owner++
    while (scripts[script]!.end <= at) script++
    const { span } = owners[owner]!
    const level = levels?.[at] ?? 0
    let to = Math.min(owners[owner]!.end, scripts[script]!.end)
    if (levels) to = sameLevel(levels, at, to)
    if (span.kind === 'lineBreak') tokens.add(LINE_BREAK, spaceOf(' ', span.style, 0, shaper), span, 1)
    else if (span.kind === 'picture')
      tokens.add(PICTURE, spaceOf(' ', span.style, 0, shaper), span, kindAt(breaks, text, at + 1))
    else shapeRun(paragraph, span, scripts[script]!.tag, level, at, to)
    at = to
  }
  for (let i = 0; i < unfinished.length; i++) shapeFresh(unfinished[i]!)
  return tokens
}

/** The settings that met words for the first time in the paragraph at work. */
const unfinished: Setting[] = []

/** The number of a note stands in the line of what it is about, whatever its sign is to UAX #14 there: after a danda, a 。 */
function keepReferences(owners: readonly Owner[], breaks: Uint8Array): void {
  for (let i = 1; i < owners.length; i++) if (owners[i]!.span.note) breaks[owners[i - 1]!.end] = 0
}

/** Returns where the level of a place ends, at the latest at a limit. */
function sameLevel(levels: Uint8Array, from: number, limit: number): number {
  let end = from + 1
  while (end < limit && levels[end] === levels[from]) end++
  return end
}

function kindAt(breaks: Uint8Array, text: string, at: number): BreakKind {
  return at >= text.length || text.charCodeAt(at) === BLANK ? 0 : (breaks[at] as BreakKind)
}

interface Paragraph {
  text: string
  breaks: Uint8Array
  tokens: Tokens
  shaper: Shaper
}

const BLANK = 0x20
const NO_BREAK_BLANK = 0xa0

/** Cuts a stretch of one style, script and level into words and spaces. */
function shapeRun(paragraph: Paragraph, span: Span, script: string, level: number, from: number, to: number): void {
  const { text, breaks, tokens, shaper } = paragraph
  const setting = settingFor(span.style, script, level, shaper.faces)
  let blank: Fragment | undefined
  for (let at = from; at < to; ) {
    const first = text.charCodeAt(at)
    if (first === BLANK) {
      blank ??= spaceOf(' ', span.style, level, shaper)
      tokens.add(SPACE, blank, span, at + 1 >= text.length || breaks[at + 1] !== 0 ? 1 : 0)
      at++
    } else if (first === NO_BREAK_BLANK) {
      tokens.add(SPACE, spaceOf('\u00a0', span.style, level, shaper), span, 0)
      at++
    } else at = takeWord(paragraph, span, setting, at, to)
  }
}

/** Adds the word that begins at a place, and returns where it ends. */
function takeWord(paragraph: Paragraph, span: Span, setting: Setting, at: number, to: number): number {
  const { text, breaks } = paragraph
  let end = at + 1
  let code = 0
  while (end < to && breaks[end] === 0) {
    code = text.charCodeAt(end)
    if (code === BLANK || code === NO_BREAK_BLANK) break
    end++
  }
  const letters = text.slice(at, end)
  const word = setting.words.get(letters) ?? freshWord(letters, setting)
  const breakAfter = code === BLANK ? 0 : kindAt(breaks, text, end)
  if (word) paragraph.tokens.add(WORD, word, span, breakAfter)
  else addWord(paragraph, letters, span, setting, breakAfter)
  return end
}

const SOFT_HYPHEN = '\u00ad'
const SOFT_HYPHEN_CODE = 0xad

const unshaped = new Glyphs('', false, new GlyphColumns(), 0, 0, 0, true)

/**
 * Returns a word that comes for the first time, which is shaped when the whole paragraph has been looked through; nothing
 * where it needs a closer look.
 */
function freshWord(letters: string, setting: Setting): Fragment | undefined {
  if (!setting.plain) return undefined
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at)
    if ((code <= BLANK || code >= 0x7f) && !isPlain(code, setting)) return undefined
  }
  const word = new Fragment(setting, letters, unshaped)
  if (setting.fresh.length === 0) unfinished.push(setting)
  setting.fresh.push(word)
  setting.words.set(letters, word)
  return word
}

/** Returns whether a character beyond ASCII joins with no other across the ends of a word, and the setting's face has it. */
function isPlain(code: number, { face }: Setting): boolean {
  const latin = code > NO_BREAK_BLANK && code < 0x180 && code !== SOFT_HYPHEN_CODE
  // Greek and Cyrillic, but for Cyrillic's combining marks.
  const other = code >= 0x370 && code < 0x530 && (code < 0x483 || code > 0x489)
  return (latin || other || (code >= 0x2010 && code <= 0x2026) || code === 0x20ac) && face.glyphOf(code) !== 0
}

/** Shapes a word, and keeps it where the setting's own face has all of it. */
function addWord({ tokens, shaper }: Paragraph, letters: string, span: Span, setting: Setting, after: BreakKind): void {
  const parts = letters.split(SOFT_HYPHEN)
  const text = parts.join('')
  const own = hasAll(setting, text)
  const fragments = own ? [shapeFragment(text, text, setting)] : coveredFragments(text, setting, shaper)
  if (fragments.length === 1) {
    const [word] = fragments as [Fragment]
    const ends = endsOf(parts, text)
    const divided = ends.length > 0 ? withDivision(word, ends) : word
    if (own) setting.words.set(letters, divided)
    tokens.add(WORD, divided, span, after)
  } else
    for (let i = 0; i < fragments.length; i++)
      tokens.add(PART, fragments[i]!, span, i === fragments.length - 1 ? after : 0)
}

/** Returns a word that may be divided where the source says so. */
function withDivision({ setting, source, glyphs, hang, level, whole }: Fragment, ends: readonly number[]): Fragment {
  const word = new Fragment(setting, source, glyphs, hang, level, whole)
  divideSoftly(word, ends)
  return word
}

/** Returns where parts end within the text that they are parts of: a hyphen before or behind it divides nothing. */
function endsOf(parts: readonly string[], { length }: string): number[] {
  let end = 0
  return parts.map(part => (end += part.length)).filter(place => place > 0 && place < length)
}

/** Returns a space, which may stand for another blank of the source. */
function spaceOf(source: string, style: TextStyle, level: number, { faces }: Shaper): Fragment {
  return pieceOf(' ', source, settingOf(style, 'Latn', level, faces.of(style)))
}

/** Shapes what is left of a word where a line's end divides it, with a hyphen or without. */
export function partOf({ setting, source }: Fragment, from: number, to: number, hyphen: boolean): Fragment {
  const part = source.slice(from, to)
  // A hyphen at the end of a line is read back as a soft hyphen: it is no part of the word (ISO 32000-1 14.8.2.2.3).
  return hyphen ? pieceOf(`${part}-`, `${part}${SOFT_HYPHEN}`, setting) : pieceOf(part, part, setting)
}
