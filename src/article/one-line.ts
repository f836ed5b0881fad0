/** White space that one line of words does not have: any but a single space between two of them. */
const broken = /[^\S ]| {2}|^ | $/

/**
 * Returns words as one line, with single spaces between them. A look first: replacing each space by itself costs more than
 * all else that a feed does with a summary.
 */
export function oneLine(words: string): string {
  return broken.test(words) ? words.replace(/\s+/g, ' ').trim() : words
}
