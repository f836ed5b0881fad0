/**
 * The codes under which glyphs are shown, of two bytes each, given out in the order of their use. They are the CIDs as well, so
 * that the encoding is Identity-H, which every reader knows: there are some that find no text under a map of our own. No code
 * needs an escape in a literal string (ISO 32000-1 7.3.4.2).
 */

/** What the first code comes after. */
export const BEFORE_FIRST = 0xff

/** A parenthesis would end a string, a backslash hide what follows, a carriage return be read as a line feed. */
const awkward = new Set([0x0d, 0x28, 0x29, 0x5c])

/** Returns the code that is given out after another; nothing after the last. */
export function codeAfter(code: number): number | undefined {
  let next = code + 1
  while (awkward.has(next & 0xff) || awkward.has(next >> 8)) next++
  return next > 0xffff ? undefined : next
}
