import { toBytes } from '../cos.js'
import { hyphenMinima, patternFiles, patternName } from './hyphen-patterns.js'
import { baseAt, letterAt, type PackedPatterns, packPatterns, rowAt } from './packed-patterns.js'

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
    hyphenator = patternFiles[name]!().then(({ default: patterns }) =>
      createHyphenator('slots' in patterns ? patterns : packPatterns(patterns), hyphenMinima[name] ?? [2, 3]),
    )
    loaded.set(name, hyphenator)
  }
  return hyphenator
}

const none: readonly number[] = []

/** Makes a hyphenator from patterns by Liang's method. */
function createHyphenator(patterns: PackedPatterns, [left, right]: readonly [number, number]): Hyphenator {
  const { words, levels } = patterns
  // Numbers out of an array are less for the engine to optimise than characters of a text.
  const slots = toBytes(patterns.slots)
  const numbers = numbersOf(patterns.alphabet)
  return word => {
    const { length } = word
    if (length < SHORTEST) return none
    const lower = word.toLowerCase()
    if (lower.length !== length) return none
    if (Object.hasOwn(words, lower)) return words[lower]!.filter(point => point >= left && point <= length - right)
    rate(lower, slots, levels, numbers)
    const points: number[] = []
    for (let i = left; i <= length - right; i++) if (found[i]! % 2) points.push(i)
    return points
  }
}

/** Returns the numbers of an alphabet's letters by their codes; 0 for all others. */
function numbersOf(alphabet: string): Uint8Array {
  let highest = FULL_STOP
  for (let i = 0; i < alphabet.length; i++) highest = Math.max(highest, alphabet.charCodeAt(i))
  const numbers = new Uint8Array(highest + 1)
  for (let i = 0; i < alphabet.length; i++) numbers[alphabet.charCodeAt(i)] = i + 1
  return numbers
}

const FULL_STOP = 0x2e
const DIGIT_ZERO = 0x30
/** The word at work: its letters' numbers, and the levels between them, of which an odd one divides it. */
let letters = new Uint8Array(64)
let found = new Uint8Array(64)

/** Finds the level of each place in a word. Patterns see it between full stops. */
function rate(lower: string, slots: Uint8Array, levels: readonly string[], numbers: Uint8Array): void {
  const length = lower.length + 2
  if (length > found.length) {
    letters = new Uint8Array(length * 2)
    found = new Uint8Array(length * 2)
  }
  found.fill(0, 0, length)
  letters[0] = numbers[FULL_STOP]!
  letters[length - 1] = letters[0]
  for (let i = 1; i < length - 1; i++) letters[i] = numbers[lower.charCodeAt(i - 1)] ?? 0
  for (let start = 0; start < length - 1; start++) {
    let slot = 0
    for (let at = start; at < length && letters[at] !== 0; at++) {
      const base = baseAt(slots, slot)
      const next = base + letters[at]!
      if (base === 0 || letterAt(slots, next) !== letters[at]) break
      slot = next
      const row = rowAt(slots, slot)
      if (row > 0) raise(Math.max(0, start - 1), levels[row]!, length)
    }
  }
}

function raise(from: number, levels: string, end: number): void {
  for (let i = 0; i < levels.length && from + i < end; i++) {
    const level = levels.charCodeAt(i) - DIGIT_ZERO
    if (level > found[from + i]!) found[from + i] = level
  }
}
