/**
 * Returns the same words in memory of their own: what was cut out of a text keeps the whole text, and what was put together
 * keeps its parts.
 */
export function ownCopy(words: string): string {
  return Buffer.from(words).toString()
}
