/** Right-to-left letters and the marks and embeddings that ask for the bidirectional algorithm. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Returns the embedding level of each code unit (UAX #9). */
export type BidiLevels = (text: string, base: 'ltr' | 'rtl') => Uint8Array

/** Returns whether a text holds anything that runs from right to left. */
export function isBidirectional(text: string): boolean {
  return rightToLeft.test(text)
}

/** Loads the algorithm; most documents never need it. */
export async function loadBidi(): Promise<BidiLevels> {
  const module = await import('bidi-js')
  // The package is CommonJS for Node and a module for bundlers; both give the factory, TypeScript knows of neither.
  const bidi = (
    module.default as unknown as () => { getEmbeddingLevels(text: string, base: string): { levels: Uint8Array } }
  )()
  return (text, base) => bidi.getEmbeddingLevels(text, base).levels
}

/** Puts the pieces of a line in the order in which they are seen (UAX #9 L2). Returns their indices, leftmost first. */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index)
  const highest = Math.max(0, ...levels)
  const lowestOdd = Math.min(...levels.filter(level => level % 2 === 1), highest + 1)
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      if (levels[order[start]!]! < level) continue
      let end = start
      while (end + 1 < order.length && levels[order[end + 1]!]! >= level) end++
      reverse(order, start, end)
      start = end
    }
  }
  return order
}

function reverse(list: number[], from: number, to: number): void {
  while (from < to) {
    const kept = list[from]!
    list[from++] = list[to]!
    list[to--] = kept
  }
}
