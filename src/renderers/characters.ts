/**
 * Characters that text formats cannot or should not hold: those that XML 1.0 (2.2) forbids, half surrogate pairs,
 * DEL, and Unicode's noncharacters, which HTML calls parse errors (13.2.3.5).
 */
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d\p{Surrogate}\p{Noncharacter_Code_Point}]/gu
/** A quick look: text without these needs no work. Any surrogate counts, so that half pairs are found, and so does U+FFFD. */
const suspicious = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/

/** What Windows-1252 has where ISO 8859-1 has controls: left over from wrong decoding, meant as these (WHATWG Encoding). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const leftOver = /[\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e\u009f]/g

/** Text fit for XML and HTML, and what was done to make it so. Characters are named `U+000B`, each once. */
export interface CleanText {
  text: string
  removed: string[]
  /** Windows-1252 left-overs replaced by what they stand for. */
  repaired: string[]
}

/** Returns whether a text is fit for XML and HTML as it stands, and for every validator: U+FFFD is taken for a wrong decoding. */
export function isFit(text: string): boolean {
  return !suspicious.test(text)
}

/** Returns the text without characters that XML or HTML refuse; line ends become `\n`. */
export function cleanText(text: string): CleanText {
  if (isFit(text)) return { text, removed: [], repaired: [] }
  const repaired = new Set<string>()
  const removed = new Set<string>()
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(leftOver, character => {
      repaired.add(codeOf(character))
      return windows1252[character.charCodeAt(0) - 0x80]!
    })
    .replace(unfit, character => {
      removed.add(codeOf(character))
      return ''
    })
  return { text: clean, removed: [...removed], repaired: [...repaired] }
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
