import { type HyphenPatterns, hyphenMinima, type PatternNode, patternFiles, patternName } from './hyphen-patterns.js'

/** Returns where a word may be divided: offsets into it, ascending. */
export type Hyphenator = (word: string) => readonly number[]

/** Letters of the shortest word that is divided. */
export const SHORTEST = 6
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
  const [, , words = {}] = patterns
  const trie = new PatternTrie(patterns)
  const known = new Map<string, readonly number[]>()
  return word => {
    if (word.length < SHORTEST) return none
    let points = known.get(word)
    if (!points) {
      if (known.size > 50_000) known.clear()
      points = divide(word, left, word.length - right, trie, words)
      known.set(word, points)
    }
    return points
  }
}

const none: readonly number[] = []
const FULL_STOP = 0x2e

/** Levels between the letters of the word at work: an odd one divides it. */
let found = new Uint8Array(64)

function divide(
  word: string,
  first: number,
  last: number,
  trie: PatternTrie,
  words: { [word: string]: number[] },
): readonly number[] {
  const lower = word.toLowerCase()
  const { length } = word
  if (lower.length !== length) return none
  if (Object.hasOwn(words, lower)) return words[lower]!.filter(point => point >= first && point <= last)
  if (length + 2 > found.length) found = new Uint8Array(length * 2)
  found.fill(0, 0, length + 2)
  // Patterns see the word between full stops.
  for (let start = -1; start < length; start++) {
    let node = ROOT
    for (let at = start; at <= length; at++) {
      node = trie.next(node, at < 0 || at === length ? FULL_STOP : lower.charCodeAt(at))
      if (node === NOWHERE) break
      const levels = trie.levels[node]
      if (levels) raise(Math.max(0, start), levels, length + 2)
    }
  }
  const points: number[] = []
  for (let i = first; i <= last; i++) if (found[i]! % 2) points.push(i)
  return points.length > 0 ? points : none
}

function raise(from: number, levels: readonly number[], end: number): void {
  for (let i = 0; i < levels.length && from + i < end; i++)
    if (levels[i]! > found[from + i]!) found[from + i] = levels[i]!
}

const ROOT = 0
const NOWHERE = -1

/**
 * A language's patterns with a memory for the steps that its words take: few of them are ever taken, and to look one up
 * in an object of its own shape costs more than all the rest of dividing a word.
 */
class PatternTrie {
  /** Levels of the pattern that ends at a node. */
  readonly levels: (readonly number[] | undefined)[] = []
  readonly #table: HyphenPatterns[0]
  readonly #nodes: PatternNode[] = []
  /** Nodes by where they are come to from: a node's number and a letter's code. */
  readonly #steps = new Map<number, number>()

  constructor([table, trie]: HyphenPatterns) {
    this.#table = table
    this.#add(trie)
  }

  /** Returns the node that a letter leads to. */
  next(node: number, code: number): number {
    const step = node * 0x10000 + code
    let next = this.#steps.get(step)
    if (next === undefined) {
      const child = childOf(this.#nodes[node]!, String.fromCharCode(code))
      next = child === undefined ? NOWHERE : this.#add(child)
      this.#steps.set(step, next)
    }
    return next
  }

  #add(node: PatternNode): number {
    const row = typeof node === 'number' ? node : Array.isArray(node) ? node[1] : undefined
    this.levels.push(row === undefined ? undefined : this.#table[row]!)
    return this.#nodes.push(node) - 1
  }
}

/** The names of children are single letters, so that none of them is that of something every object has. */
function childOf(node: PatternNode, letter: string): PatternNode | undefined {
  if (typeof node === 'number') return undefined
  return Array.isArray(node) ? node[0][letter] : (node as { [letter: string]: PatternNode })[letter]
}
