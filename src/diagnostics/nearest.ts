/**
 * Returns the known word that the user most likely meant, or undefined where none is near: at most one slip in three
 * letters, counted as inserted, dropped, changed or swapped letters, capitals and `-_` ignored.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = fold(word)
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const folded = fold(candidate)
    // Each letter more or less is a slip.
    if (Math.abs(folded.length - wanted.length) >= least) continue
    const slips = distance(wanted, folded, least)
    if (slips < least) {
      least = slips
      best = candidate
    }
  }
  return best
}

/** Returns advice such as "did you mean `title`?", or the whole list where nothing is near. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near ? `did you mean \`${near}\`?` : `known are ${known.map(each => `\`${each}\``).join(', ')}`
}

/** No word that anybody means is longer. */
const LONGEST = 40

function fold(word: string): string {
  return word
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[-_.\s]/g, '')
}

/** Optimal string alignment: Levenshtein's distance with swaps of neighbours. From `enough` slips on the count is not exact. */
function distance(a: string, b: string, enough: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let fewest = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
      if (least < fewest) fewest = least
    }
    if (fewest >= enough && i < a.length) return fewest
    before = row
    row = next
  }
  return row[b.length]!
}
