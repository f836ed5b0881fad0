/** One for all words: a buffer for each would wait outside the heap for the next collection. */
const room = Buffer.allocUnsafeSlow(4096)

/**
 * Returns the same words in memory of their own: what was cut out of a text keeps the whole text, and what was put together
 * keeps its parts.
 */
export function ownCopy(words: string): string {
  if (3 * words.length > room.length) return Buffer.from(words).toString()
  return room.toString('utf8', 0, room.write(words))
}
