import { isAsciiLetter } from './ascii.js'

/**
 * Spaces at which no line ends (the tailoring that UAX #14 8 leaves to typesetters): within a measure, a date, initials, an
 * abbreviation of single letters (z. B., i. d. R.), between an abbreviation and its number, before French punctuation,
 * before a dash, after a preposition of one letter.
 */

/** Units that stay with the number before them. */
const unit =
  /^(?:[kcmµμ]?m[²³]?|[kcm]?g|[mckh]?l|[kMG]?Wh?|[kMG]?Hz|[kMGT]?B|[kM]?V|[kMh]?Pa|ha|t|h|min|ms?|s|°\s?[CF]?|[%‰€$£¥₹₽₴₺₩]|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|zł|Kč|Ft|kr|Uhr|a\.\s?m\.|p\.\s?m\.|am|pm)(?![\p{L}\d])/u
/** Currencies that stay with the number after them. */
const currency = /(?:[€$£¥₹₽₴₺₩§№]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|R\$|Rs\.?|kr\.?))$/
/** What such a currency, or an abbreviation that stays with a number, may end in. */
const numberedEnds = '.º°€$£¥₹₽₴₺₩§№RDPFKNsr'
/** Abbreviations that stay with the number after them. */
const numbered =
  /(?:^|[\s(\u00a0])(?:[Nn]os?\.|Nrs?\.|nr\.?|[Nn]\.?[º°]|č\.|стр\.|с\.|[SsPp]\.|pp\.|[Aa]rt\.|Abs\.|[Ff]igs?\.|Tab\.|[Vv]ols?\.|[Cc]h\.|[Cc]ap\.|ca?\.)$/
/** Initials and forms of address, which stay with the name after them. */
const before = {
  initial: /(?:^|[\s(\u00a0])\p{Lu}\.$/u,
  title: /(?:^|[\s(\u00a0])(?:Mr|Mrs|Ms|Dr|Prof|St|Ste|Hr|Fr)\.$/,
}
/** A letter that stands for a word, and the next one. */
const letter = { left: /(?:^|[\s(\u00a0])\p{L}\.$/u, right: /^\p{L}\./u }
/** Words of one letter that stay with the next word, by language. */
const shortWords: { readonly [language: string]: RegExp } = {
  pl: /(?:^|[\s(„«\u00a0])[aiouwzAIOUWZ]$/,
  cs: /(?:^|[\s(„»\u00a0])[aikosuvzAIKOSUVZ]$/,
  sk: /(?:^|[\s(„»\u00a0])[aikosuvzAIKOSUVZ]$/,
  ru: /(?:^|[\s(«\u00a0])[авикосуяАВИКОСУЯ]$/,
  uk: /(?:^|[\s(«\u00a0])[авзийоуяіАВЗИЙОУЯІ]$/,
}
/** Characters to look at on either side. */
const REACH = 12
/** Letters of the longest abbreviation among those above. */
const LONGEST_ABBREVIATION = 4
/** Letters of the longest unit. */
const LONGEST_UNIT = 3

/** Returns whether a language, in two letters, has words that stay with the next one. */
export function hasShortWords(language: string): boolean {
  return language in shortWords
}

/** By a character's code, whether a space beside it may be kept. Those that a language's short words end in are not among them. */
const mindedSigns = '0123456789.;:!?\u00ab\u00bb\u2013\u2014'
const minded = new Uint8Array(Math.max(...[...mindedSigns].map(sign => sign.charCodeAt(0))) + 1)
for (const sign of mindedSigns) minded[sign.charCodeAt(0)] = 1

/**
 * Returns whether a line may not end at the space before a place in a text, for the sake of what stands on both sides.
 * `language` is the text's, in two letters; `short` tells of words in it that stay with the next one.
 */
export function isKept(text: string, place: number, language: string, short: boolean): boolean {
  const next = text.charCodeAt(place)
  const last = place > 1 ? text.charCodeAt(place - 2) : 0
  const asked = short || (next < minded.length && minded[next] === 1) || (last < minded.length && minded[last] === 1)
  return asked && isKeptBySigns(text, place, language)
}

function isKeptBySigns(text: string, place: number, language: string): boolean {
  const next = text[place] ?? ''
  const last = text[place - 2] ?? ''
  if (next === ';' || next === ':' || next === '!' || next === '?') return !/[\p{L}\d]/u.test(text[place + 1] ?? '')
  if (next === '\u2013' || next === '\u2014') return text[place + 1] === ' '
  if (language === 'fr' && (next === '\u00bb' || last === '\u00ab')) return true
  // What follows needs one of these at hand: most spaces stand between two longer words.
  const short = hasShortWords(language) && !/\S/.test(text[place - 3] ?? ' ')
  if (last !== '.' && !isDigit(last) && !isDigit(next) && !short) return false
  if (last === '.' && !short && endsSentence(text, place - 2)) return false
  const left = text.slice(Math.max(0, place - 1 - REACH), place - 1)
  const right = text.slice(place, place + REACH)
  // Expressions that know all letters are dear to set up: each is asked only where it may answer.
  if (isDigit(last) && !isLongWord(text, place) && (unit.test(right) || /^\d{3}(?!\d)/.test(right))) return true
  if (isDigit(next) && numberedEnds.includes(last) && (currency.test(left) || numbered.test(left))) return true
  if (last === '.') {
    if (beginsWithCapital(right) && (before.title.test(left) || (mayBeInitial(left) && before.initial.test(left))))
      return true
    if (right.slice(1, 3).includes('.') && letter.right.test(right) && letter.left.test(left)) return true
  }
  return short && shortWords[language]!.test(text.slice(Math.max(0, place - 4), place - 1))
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

function beginsWithCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text)
}

/** Returns whether there may be no more than a letter before the full stop at the end of a text. */
function mayBeInitial(text: string): boolean {
  return !isAsciiLetter(text.charCodeAt(text.length - 3))
}

/** Returns whether more letters follow than a unit has. */
function isLongWord(text: string, place: number): boolean {
  let at = place
  while (at < place + LONGEST_UNIT + 1 && isAsciiLetter(text.charCodeAt(at))) at++
  return at > place + LONGEST_UNIT
}

/** Returns whether the full stop at a place ends a word too long to be an abbreviation. */
function endsSentence(text: string, place: number): boolean {
  let letters = 0
  while (letters <= LONGEST_ABBREVIATION && isAsciiLetter(text.charCodeAt(place - 1 - letters))) letters++
  return letters > LONGEST_ABBREVIATION
}
