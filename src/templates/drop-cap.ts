/** The beginning of a text, parted for a drop cap. */
export interface DropCapParts {
  /** Marks that open a quotation or a sentence. */
  mark: string
  /** The letter with its accents. */
  letter: string
  /** White space between the letter and the word, where the letter is a word of its own. */
  space: string
  /** The rest of the letter's word, or the word after it. */
  word: string
  rest: string
}

const opening =
  /^([\u201c\u2018"'\u00ab\u2039\u201e\u201a\u00bf\u00a1]*)([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)(\s*)([\p{L}\p{M}\p{N}'\u2019]+)/u

/** Parts a text for a drop cap; nothing where it does not begin with a letter of a script that has capitals. */
export function dropCapParts(text: string): DropCapParts | undefined {
  const found = opening.exec(text)
  if (!found) return undefined
  const [whole, mark = '', letter = '', space = '', word = ''] = found
  return { mark, letter, space, word, rest: text.slice(whole.length) }
}
