/**
 * The codes under which glyphs are shown, given out in the order of their use: one byte for those that come first, which are
 * nearly all in most languages, two for the others. No code needs an escape in a literal string (ISO 32000-1 7.3.4.2).
 */

/** A face's codes: `mixed` in length, which can be told from a code's first byte, or all of two bytes. */
export type Coding = 'mixed' | 'pairs'

/**
 * The code of the space, to which word spacing applies (ISO 32000-1 9.3.3); `pairs` have none. Its CID is the same, because
 * some readers take one for the other and would shorten whatever letter had that CID.
 */
export const SPACE = 0x20

/** What each coding starts from, and the spaces of its codes as character maps have them (ISO 32000-1 9.7.6.2). */
export const codings = {
  mixed: { before: 0x00, spaces: ['<00> <7F>', '<8000> <FFFF>'] },
  pairs: { before: 0xff, spaces: ['<0000> <FFFF>'] },
} as const

/** A parenthesis would end a string, a backslash hide what follows, a carriage return be read as a line feed. */
const awkward = new Set([0x0d, 0x28, 0x29, 0x5c])

/** Returns the code that is given out after another; nothing after the last. */
export function codeAfter(code: number): number | undefined {
  let next = code + 1
  while (next === SPACE || awkward.has(next & 0xff) || awkward.has(next >> 8)) next++
  if (next === 0x80) return 0x8000
  return next > 0xffff ? undefined : next
}

/** Returns a code in hexadecimal digits, two for each of its bytes. */
export function hexOf(code: number): string {
  return code
    .toString(16)
    .toUpperCase()
    .padStart(code > 0xff ? 4 : 2, '0')
}
