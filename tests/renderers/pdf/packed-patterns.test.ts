import { describe, expect, it } from 'vitest'
import { toBytes } from '../../../src/renderers/pdf/cos.js'
import { patternFiles } from '../../../src/renderers/pdf/text/hyphen-patterns.js'
import {
  baseAt,
  letterAt,
  type NestedPatterns,
  type PatternNode,
  packPatterns,
  rowAt,
} from '../../../src/renderers/pdf/text/packed-patterns.js'

/** Lists every path from the root of a trie as the package has it, with the levels of the pattern that ends there. */
function* pathsOf(node: PatternNode, levels: NestedPatterns[0], path = ''): Generator<[string, string]> {
  const row = typeof node === 'number' ? node : Array.isArray(node) ? node[1] : undefined
  yield [path, row === undefined ? '' : levels[row]!.join('')]
  const children = typeof node === 'number' ? {} : Array.isArray(node) ? node[0] : node
  for (const [letter, child] of Object.entries(children)) yield* pathsOf(child, levels, path + letter)
}

describe('packed patterns', () => {
  it.each(['nl', 'pl', 'el', 'bn'])('have every pattern of %s and no other', async language => {
    const nested = (await patternFiles[language]!()).default as NestedPatterns
    const packed = packPatterns(nested)
    const { alphabet, levels } = packed
    const slots = toBytes(packed.slots)
    const follow = (path: string) => {
      let slot = 0
      for (const letter of path) {
        const number = alphabet.indexOf(letter) + 1
        const base = baseAt(slots, slot)
        if (base === 0 || letterAt(slots, base + number) !== number) return undefined
        slot = base + number
      }
      return levels[rowAt(slots, slot)]
    }
    const paths = new Map(pathsOf(nested[1], nested[0]))
    const wrong: string[] = []
    for (const [path, row] of paths) {
      if (follow(path) !== row) wrong.push(path)
      for (const letter of alphabet)
        if (!paths.has(path + letter) && follow(path + letter) !== undefined) wrong.push(path + letter)
    }
    expect(wrong).toEqual([])
    expect(paths.size).toBeGreaterThan(50)
  })
})
