import { isAsciiLetter } from './ascii.js'
import { keepPhrases, markWords, overruled } from './east-asian-breaks.js'
import { hasShortWords, isKept } from './kept-spaces.js'

/** Where a line may end. 0: nowhere here, 1: freely, 2: only in a word of many parts (an address), at a price. */
export type BreakKind = 0 | 1 | 2

/** Finds break opportunities by UAX #14; loaded only for text beyond Latin, Greek and Cyrillic. */
export type UnicodeBreaker = (text: string) => readonly number[]

/** Text whose rules the quick scanner below knows whole. */
const plainScripts = /^[\u0000-\u052f\u1e00-\u214f\u2190-\u22ff\ufeff]*$/

/** Returns whether a text needs the full rules of UAX #14. */
export function needsUnicodeBreaker(text: string): boolean {
  return !plainScripts.test(text)
}

/** Loads the full rules. */
export async function loadUnicodeBreaker(): Promise<UnicodeBreaker> {
  const { default: LineBreaker } = await import('linebreak')
  return text => {
    const positions: number[] = []
    const breaker = new LineBreaker(text)
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) positions.push(next.position)
    return positions
  }
}

/**
 * Returns, for each place before a character, whether a line may end there, at a space before it too. Follows UAX #14 with a
 * typesetter's tailoring: no break before a dash, in `km/h`, after the hyphen of a number or beside a single letter, nor at the spaces of
 * `kept-spaces.ts`; addresses break at their punctuation. `language` is that of the text; with `phrases` lines of Japanese
 * end between its phrases alone. What is returned holds until the next call.
 */
export function findBreaks(text: string, unicode?: UnicodeBreaker, language = '', phrases = false): Uint8Array {
  if (text.length >= kinds.length) kinds = new Uint8Array(text.length * 2)
  kinds.fill(0, 0, text.length + 1)
  const addressed = scanPlain(text, kinds, language.slice(0, 2).toLowerCase())
  if (unicode && needsUnicodeBreaker(text)) {
    scanOthers(text, kinds, unicode, language)
    if (phrases && /^ja\b/i.test(language)) keepPhrases(text, kinds)
  }
  if (addressed) markAddresses(text, kinds)
  return kinds
}

/** One paragraph is looked through after another. */
let kinds = new Uint8Array(2048)

/** Where either character is of another script than the plain ones, the full rules hold. */
function scanOthers(text: string, kinds: Uint8Array, unicode: UnicodeBreaker, language: string): void {
  const allowed = new Set(unicode(text))
  for (let i = 1; i < text.length; i++) {
    if (text[i] === ' ' || text[i - 1] === ' ') continue
    if (plainScripts.test(text[i - 1]!) && plainScripts.test(text[i]!)) continue
    kinds[i] = Number(overruled(text, i, language) ?? allowed.has(i))
  }
  markWords(text, kinds)
}

/** What a character means to the scanner of plain scripts: nothing, in most texts of all but one in six. */
const BLANK = 1
/** A line may end behind it. */
const ENDS = 2
/** A sign by which an address is known: / @ _ */
const ADDRESS = 4
/** By the full stop of `www.` it is, too. */
const FULL_STOP = 8

const signs = new Uint8Array(0x80)
signs[0x20] = BLANK
signs[0x2d] = ENDS
signs[0x2e] = FULL_STOP
signs[0x2f] = ENDS | ADDRESS
signs[0x40] = ADDRESS
signs[0x5f] = ADDRESS

/** Marks what the rules for plain scripts allow, and returns whether there may be an address in the text. */
function scanPlain(text: string, kinds: Uint8Array, language: string): boolean {
  const short = hasShortWords(language)
  let seen = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const is = code < signs.length ? signs[code]! : code < 0x2000 ? 0 : ENDS
    if ((is | before) === 0) continue
    if (is !== BLANK) {
      if (before === BLANK) kinds[i] = isKept(text, i, language, short) ? 0 : 1
      else if ((before & ENDS) !== 0 && mayEndAfter(text, i)) kinds[i] = 1
      if (is === FULL_STOP) seen |= endsWww(text, i)
      else seen |= is
    }
    before = is
  }
  return (seen & ADDRESS) !== 0
}

/** Tells of an address where the full stop at a place may be that of `www.`. */
function endsWww(text: string, at: number): number {
  return at > 0 && text.charCodeAt(at - 1) === 0x77 ? ADDRESS : 0
}

/**
 * Returns whether a line may end behind a sign that is no blank. Apart from the loop that asks, since many texts have the first
 * such sign late: the engine, which has optimised the loop by then, would have to begin anew.
 */
function mayEndAfter(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  if (isHyphen(before)) return isHyphenBreak(text, at)
  if (before === 0x2f) return isSlashBreak(text, at)
  if (before < 0x2000) return false
  if (before === 0x2013) return isLetter(text, at) || isDigit(after)
  if (before === 0x2014) return isLetter(text, at) || after === 0x201c || after === 0x2018
  if (before === 0x2026) return isLetter(text, at)
  return before === 0x200b || isFixedSpace(before)
}

/** `well-known` and `10-year` may break; `e-mail`, `T-shirt` and `§ 114-a` may not, for one letter would stand alone. */
function isHyphenBreak(text: string, position: number): boolean {
  if (!isLetter(text, position) || !isLetter(text, position + 1)) return false
  return isDigit(text.charCodeAt(position - 2)) || [-2, -3].every(offset => isLetter(text, position + offset))
}

/** `and/or` may break, `km/h` may not. */
function isSlashBreak(text: string, position: number): boolean {
  return [-4, -3, -2, 0, 1, 2].every(offset => isLetter(text, position + offset))
}

/** Signs of scripts that are written without spaces, East Asian ones of full width too: an address ends before them. */
const unspaced = '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef'
const spaced = `[^\\s\\u00a0${unspaced}]*`
const address = new RegExp(`${spaced}(?:://|www\\.|@|\\w/\\w|[\\w-]\\.[\\w-]+/|_)${spaced}`, 'g')

/**
 * Words with a scheme, a host name or many parts may end a line after a slash and before their other punctuation, so that
 * the reader sees that they go on (The Chicago Manual of Style 7.46). Never in `://`, nor before what ends a sentence.
 */
function markAddresses(text: string, kinds: Uint8Array): void {
  for (const word of text.matchAll(address)) {
    if (word[0].length < 12) continue
    for (let i = 1; i < word[0].length; i++) {
      const [before, after] = [word[0][i - 1]!, word[0][i]!]
      const divides = /[/:]/.test(before)
        ? !/[/:]/.test(after)
        : /[._?&=#@%~-]/.test(after) && !/[._?&=#@%~-]/.test(before)
      const goesOn = /\w/.test(word[0].slice(i))
      if (kinds[word.index + i] !== 2) kinds[word.index + i] = divides && goesOn ? 2 : 0
    }
  }
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010
}

function isFixedSpace(code: number): boolean {
  return (code >= 0x2000 && code <= 0x200a && code !== 0x2007) || code === 0x205f || code === 0x3000
}

function isLetter(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const code = text.charCodeAt(at)
  // Latin letters and the usual signs first: the general test is dear to set up.
  if (code < 0x80) return isAsciiLetter(code)
  if (code >= 0xc0 && code < 0x2b0) return code !== 0xd7 && code !== 0xf7
  if (code >= 0x2010 && code <= 0x2027) return false
  return /[\p{L}\p{M}]/u.test(text[at]!)
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
