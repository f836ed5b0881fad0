/** Scripts written without spaces, whose words a dictionary finds: Thai, Lao, Burmese, Khmer. */
const spaceless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f]+/g
const languages: readonly (readonly [RegExp, string])[] = [
  [/^[\u0e00-\u0e7f]/, 'th'],
  [/^[\u0e80-\u0eff]/, 'lo'],
  [/^[\u1780-\u17ff]/, 'km'],
  [/^/, 'my'],
]
/** Marks, and the signs for repetition and abbreviation, which begin no line; vowels that are written before their consonant end none. */
const beginsNoLine = /^[\p{M}\u0e2f\u0e46\u0eaf\u0ec6\u104a\u104b\u17d4-\u17d6\u17d7]/u
const endsNoLine = /[\u0e40-\u0e44\u0ec0-\u0ec4]/

/**
 * Marks where lines may end between the words of scripts without spaces (UAX #14, class SA). The words are those of the
 * ICU that Node was built with: the one thing in a PDF that may differ between two builds of Node.
 */
export function markWords(text: string, kinds: Uint8Array): void {
  for (const { 0: run, index } of text.matchAll(spaceless)) {
    const language = languages.find(([pattern]) => pattern.test(run))![1]
    for (const at of wordStarts(run, new Intl.Segmenter(language, { granularity: 'word' })))
      if (at > 0 && !beginsNoLine.test(run[at]!) && !endsNoLine.test(run[at - 1]!)) kinds[index + at] = 1
  }
}

/** Characters looked through at once: with each word V8 copies the whole text that it was found in. */
const AT_ONCE = 2000
/** Characters that may tell where the words before them end. */
const AHEAD = 100

function* wordStarts(run: string, segmenter: Intl.Segmenter): Generator<number> {
  for (let from = 0; from < run.length; ) {
    const sure = from + AT_ONCE >= run.length ? run.length : from + AT_ONCE - AHEAD
    let last = from
    for (const { index } of segmenter.segment(run.slice(from, from + AT_ONCE))) {
      if (from + index >= sure) break
      last = from + index
      yield last
    }
    from = sure === run.length || last === from ? sure : last
  }
}

const hiragana = /[\u3041-\u309f]/
const katakana = /[\u30a0-\u30ff\u31f0-\u31ff]/
const han = /[\u3005\u3400-\u9fff\uf900-\ufaff]/
/** Characters of a phrase that is kept whole. */
const LONGEST_PHRASE = 10

/**
 * Takes away the breaks of Japanese inside its phrases, as headlines are set: a phrase begins with a word of ideographs,
 * katakana or letters and ends in hiragana. Longer ones keep their breaks.
 */
export function keepPhrases(text: string, kinds: Uint8Array): void {
  let from = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && (kinds[at] === 0 || isInPhrase(text[at - 1]!, text[at]!))) continue
    if (at - from <= LONGEST_PHRASE) kinds.fill(0, from + 1, at)
    from = at
  }
}

function isInPhrase(left: string, right: string): boolean {
  if (hiragana.test(right)) return isSquare(left) && !bindsBefore.test(left)
  return (han.test(left) && han.test(right)) || (katakana.test(left) && katakana.test(right))
}

const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]/
const ideograph = /[\u2e80-\u2fff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff]/
const opening = /[\u2018\u201c]/
const closing = /[\u2019\u201d]/
/** What no line begins with (JIS X 4051, GB/T 15834), opening quotation marks and brackets aside. */
const bindsBefore =
  /[\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u3009\u300b\u300d\u300f\u3011\u3015\uff09\u2019\u201d\u2026\u2014]/
const bindsAfter = /[\u3008\u300a\u300c\u300e\u3010\u3014\uff08\u2018\u201c]/

/**
 * Returns whether UAX #14 is to be overruled at a place: Korean ends lines between words, those written in ideographs too,
 * and quotation marks, of which UAX #14 does not know whether they open or close, stand beside ideographs like brackets.
 * Nothing where it is right.
 */
export function overruled(text: string, place: number, language: string): boolean | undefined {
  const left = text[place - 1]!
  const right = text[place]!
  if (left === ' ') return undefined
  if (hangul.test(left) || hangul.test(right)) return false
  if (/^ko\b/i.test(language) && han.test(left) && han.test(right)) return false
  if (opening.test(right) && (ideograph.test(left) || bindsBefore.test(left))) return !bindsAfter.test(left)
  if (closing.test(left) && ideograph.test(right)) return true
  return undefined
}

/** Returns whether a character fills a square of its own: an ideograph, kana, or punctuation of that width. */
export function isSquare(character: string): boolean {
  return ideograph.test(character) || /[\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/.test(character)
}

/** Returns on which side a square of punctuation is blank. */
export function blankSide(character: string): 'start' | 'end' | undefined {
  if (/[\u3001\u3002\uff0c\uff0e\u3009\u300b\u300d\u300f\u3011\u3015\uff09]/.test(character)) return 'end'
  if (/[\u3008\u300a\u300c\u300e\u3010\u3014\uff08]/.test(character)) return 'start'
  return undefined
}
