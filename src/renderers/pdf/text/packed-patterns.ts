/** Patterns as the `hyphen` package has them: a table of levels, the trie of letters that leads into it, and words that stand apart. */
export type NestedPatterns = readonly [levels: readonly (readonly number[])[], trie: PatternNode, words?: DividedWords]

/** A trie node: children, a row of the levels table, or both. */
export type PatternNode = { [letter: string]: PatternNode } | [{ [letter: string]: PatternNode }, number] | number

/** Words in lower case with the places where they are divided. */
export interface DividedWords {
  [word: string]: readonly number[]
}

/**
 * The same in a few strings, which cost nothing to load and little to walk. The trie is a double array (Aoe, "An Efficient
 * Digital Search Algorithm by Using a Double-Array Structure", 1989): a node's child by a letter stands so many slots behind
 * the node's base as the letter has in the alphabet, and says by its letter whose it is, for no two nodes have one base.
 */
export interface PackedPatterns {
  /** The letter of number 1, of number 2 … */
  alphabet: string
  /** Slots of `SLOT` characters, each a digit on from `ZERO`: letter, base in three, row of the levels in two. Slot 0 is the root. */
  slots: string
  /** Rows of levels, each written in digits; row 0 is none. */
  levels: readonly string[]
  words: DividedWords
}

/** Characters of a slot, and where in it stand the letter, the base and the row. */
export const SLOT = 6
const LETTER = 0
const BASE = 1
const ROW = 4
/** The digit 0: from here on there are 64 characters of ASCII. */
const ZERO = 0x3f
const DIGIT_BITS = 6

/** Returns the number of the letter by which a slot's node is reached; 0 where the slot is empty. Slots are walked as bytes. */
export function letterAt(slots: Uint8Array, slot: number): number {
  return slots[slot * SLOT + LETTER]! - ZERO
}

/** Returns the base of a slot's node; 0 where it has no children. */
export function baseAt(slots: Uint8Array, slot: number): number {
  const at = slot * SLOT + BASE
  return ((((slots[at]! - ZERO) << DIGIT_BITS) | (slots[at + 1]! - ZERO)) << DIGIT_BITS) | (slots[at + 2]! - ZERO)
}

/** Returns the row of levels of the pattern that ends at a slot's node; 0 where none does. */
export function rowAt(slots: Uint8Array, slot: number): number {
  const at = slot * SLOT + ROW
  return ((slots[at]! - ZERO) << DIGIT_BITS) | (slots[at + 1]! - ZERO)
}

/** Packs a language's patterns; the build does so for all of them. */
export function packPatterns([levels, trie, words = {}]: NestedPatterns): PackedPatterns {
  const alphabet = [...lettersOf(trie)].sort()
  const numbers = new Map(alphabet.map((letter, index) => [letter, index + 1]))
  const packed: Packed = { letter: [0], base: [0], row: [0] }
  pack(trie, 0, packed, { numbers, used: new Set(), from: [] })
  let slots = ''
  for (let slot = 0; slot < packed.letter.length; slot++)
    slots += digits(packed.letter[slot] ?? 0, 1) + digits(packed.base[slot] ?? 0, 3) + digits(packed.row[slot] ?? 0, 2)
  return { alphabet: alphabet.join(''), slots, levels: ['', ...levels.map(row => row.join(''))], words }
}

interface Packed {
  letter: number[]
  base: number[]
  row: number[]
}

interface Packing {
  numbers: ReadonlyMap<string, number>
  /** Bases that are taken. */
  used: Set<number>
  /** By the number of a node's children, the first base to try: before it there was no room for so many. */
  from: number[]
}

/** Puts a node's children where all of them find room, and theirs after them. */
function pack(node: PatternNode, slot: number, packed: Packed, packing: Packing): void {
  packed.row[slot] = rowOf(node)
  const children = Object.entries(childrenOf(node))
  if (children.length === 0) return
  const { numbers, used, from } = packing
  const letters = children.map(([letter]) => numbers.get(letter)!)
  let base = from[children.length] ?? 1
  while (used.has(base) || letters.some(letter => packed.letter[base + letter])) base++
  from[children.length] = base
  used.add(base)
  packed.base[slot] = base
  for (const letter of letters) packed.letter[base + letter] = letter
  for (const [letter, child] of children) pack(child, base + numbers.get(letter)!, packed, packing)
}

function digits(value: number, count: number): string {
  let text = ''
  for (let place = count - 1; place >= 0; place--)
    // The letters of the longest alphabets go beyond 64.
    text += String.fromCharCode(ZERO + (count === 1 ? value : (value >> (DIGIT_BITS * place)) & 63))
  return text
}

function lettersOf(node: PatternNode, letters = new Set<string>()): Set<string> {
  for (const [letter, child] of Object.entries(childrenOf(node))) {
    letters.add(letter)
    lettersOf(child, letters)
  }
  return letters
}

function childrenOf(node: PatternNode): { [letter: string]: PatternNode } {
  if (typeof node === 'number') return {}
  return Array.isArray(node) ? node[0] : node
}

function rowOf(node: PatternNode): number {
  const row = typeof node === 'number' ? node : Array.isArray(node) ? node[1] : undefined
  return row === undefined ? 0 : row + 1
}
