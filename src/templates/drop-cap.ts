/** The beginning of a text, parted for a drop cap. */
export interface DropCapParts {
  /** Marks that open a quotation or a sentence. */
  mark: string
  /** The space that French sets behind such a mark. */
  gap: string
  /** The letter with its accents. */
  letter: string
  /** White space between the letter and the word, where the letter is a word of its own. */
  space: string
  /** The rest of the letter's word, or the word after it. */
  word: string
  rest: string
}

const opening =
  /^(?:([\u201c\u2018\u201d\u2019"'\u00ab\u2039\u00bb\u203a\u201e\u201a\u00bf\u00a1]+)([\u00a0\u202f ]?))?([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)(\s*)([\p{L}\p{M}\p{N}'\u2019]+)/u

/**
 * Parts a text for a drop cap; nothing where it does not begin with a letter of a script that has capitals, behind whatever
 * opens a quotation: the first figure of a number is not a number, and a dash that opens speech would be a bar.
 */
export function dropCapParts(text: string): DropCapParts | undefined {
  const found = opening.exec(text)
  if (!found) return undefined
  const [whole, mark = '', gap = '', letter = '', space = '', word = ''] = found
  return { mark, gap, letter, space, word, rest: text.slice(whole.length) }
}
