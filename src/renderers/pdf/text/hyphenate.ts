import { type HyphenPatterns, hyphenMinima, type PatternNode, patternFiles, patternName } from './hyphen-patterns.js'

/** Returns where a word may be divided: offsets into it, ascending. */
export type Hyphenator = (word: string) => readonly number[]

/** The shortest word that is divided. */
const SHORTEST = 6
const loaded = new Map<string, Promise<Hyphenator>>()

/** Loads the hyphenator of a language, or nothing where there are no patterns for it. The same one for the same language. */
export function loadHyphenator(language: string): Promise<Hyphenator> | undefined {
  const name = patternName(language)
  if (!name) return undefined
  let hyphenator = loaded.get(name)
  if (!hyphenator) {
    hyphenator = patternFiles[name]!().then(module => createHyphenator(module.default, hyphenMinima[name] ?? [2, 3]))
    loaded.set(name, hyphenator)
  }
  return hyphenator
}

/** Makes a hyphenator from patterns by Liang's method, with a memory for words. */
function createHyphenator(patterns: HyphenPatterns, [left, right]: readonly [number, number]): Hyphenator {
  const [levels, trie, words = {}] = patterns
  const known = new Map<string, readonly number[]>()
  return word => {
    if (word.length < SHORTEST) return []
    let points = known.get(word)
    if (!points) {
      if (known.size > 50_000) known.clear()
      points = divide(word, levels, trie, words).filter(point => point >= left && point <= word.length - right)
      known.set(word, points)
    }
    return points
  }
}

function divide(
  word: string,
  table: HyphenPatterns[0],
  trie: PatternNode,
  words: { [word: string]: number[] },
): readonly number[] {
  const lower = word.toLowerCase()
  if (lower.length !== word.length) return []
  if (Object.hasOwn(words, lower)) return words[lower]!
  const letters = `.${lower}.`
  const found = new Uint8Array(word.length + 2)
  for (let start = 0; start < letters.length - 1; start++) {
    let node: PatternNode | undefined = trie
    for (let at = start; node !== undefined && at < letters.length; at++) {
      node = childOf(node, letters[at]!)
      const row = node === undefined ? undefined : rowOf(node)
      if (row !== undefined) raise(found, Math.max(0, start - 1), table[row]!)
    }
  }
  const points: number[] = []
  for (let i = 1; i < word.length; i++) if (found[i]! % 2) points.push(i)
  return points
}

/** The names of children are single letters, so that none of them is that of something every object has. */
function childOf(node: PatternNode, letter: string): PatternNode | undefined {
  if (typeof node === 'number') return undefined
  return Array.isArray(node) ? node[0][letter] : (node as { [letter: string]: PatternNode })[letter]
}

function rowOf(node: PatternNode): number | undefined {
  return typeof node === 'number' ? node : Array.isArray(node) ? node[1] : undefined
}

function raise(found: Uint8Array, from: number, levels: readonly number[]): void {
  for (let i = 0; i < levels.length && from + i < found.length; i++) {
    if (levels[i]! > found[from + i]!) found[from + i] = levels[i]!
  }
}
