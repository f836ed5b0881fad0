/** Characters that no output format can carry, or that mean nothing in a text (XML 1.0, 2.2; Unicode 23.1). */
const odd = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/u
/** Anything but characters that are neither odd nor changed by NFC: most texts hold none, and one look settles it. */
const unsettled = /[^\t\n\u0020-\u007E\u00A0-\u02FF\u2010-\u2027\u20AC]/
const allOdd = new RegExp(odd.source, 'gu')

/** What bytes 80 to 9F mean in Windows-1252: text that was once decoded as Latin-1 still holds them (WHATWG Encoding, 9.1). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Returns whether `cleanText` certainly leaves a text, and every part of it, as it is. */
export const isClean = (text: string): boolean => !unsettled.test(text)

/**
 * Returns the text as the model carries it: line ends as `\n`, no control characters, no lone surrogates, Unicode NFC.
 * Control characters that stand for Windows-1252 punctuation become that punctuation.
 */
export function cleanText(value: string): string {
  if (!unsettled.test(value)) return value
  const plain = odd.test(value) ? value.replaceAll('\r\n', '\n').replace(allOdd, replacement) : value
  return plain.normalize('NFC')
}

/** Returns the text as `cleanText` does, on one line: for descriptions and hints, where the source's line ends mean nothing. */
export function cleanLine(value: string): string {
  return cleanText(value).replace(/\n\s*/g, ' ')
}

function replacement(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x0d || code === 0x0b || code === 0x0c || code === 0x2028 || code === 0x2029) return '\n'
  if (code >= 0x80 && code <= 0x9f) {
    const meant = windows1252[code - 0x80]!
    return meant.charCodeAt(0) === code ? '' : meant
  }
  return code >= 0xd800 && code <= 0xdfff ? '\uFFFD' : ''
}

/** Returns the first character that `cleanText` changes or drops and its offset; line ends and a leading BOM do not count. */
export function firstOddCharacter(source: string): { code: number; offset: number } | undefined {
  if (!unsettled.test(source)) return undefined
  const found = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/u.exec(source)
  return found ? { code: found[0].charCodeAt(0), offset: found.index } : undefined
}
