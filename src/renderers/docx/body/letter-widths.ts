/** Widths of ASCII, em, as text faces have them: which one sets the text is known to Word alone. */
const groups: readonly [string, number][] = [
  [" .,:;!|'()[]/-`ijltfrI", 0.3],
  ['MW@%mw', 0.85],
  ['ABCDEFGHJKLNOPQRSTUVXYZ&', 0.64],
]
const usual = 0.54
const ascii = Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return groups.find(([letters]) => letters.includes(letter))?.[1] ?? usual
})

/** Returns about how wide a text is on one line, em. */
export function estimatedWidth(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += letterWidth(text.charCodeAt(at))
  return width
}

/** Signs of East Asia fill a square (UAX #11); combining marks take no room; a space that keeps words together is a space. */
function letterWidth(code: number): number {
  if (code < 128) return ascii[code]!
  if (code === 0xa0 || code === 0x202f) return ascii[32]!
  if (code >= 0x300 && code < 0x370) return 0
  return (code >= 0x1100 && code < 0x1200) || (code >= 0x2e80 && code < 0xd800) || code >= 0xf900 ? 1 : usual
}
