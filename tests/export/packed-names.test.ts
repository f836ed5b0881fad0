import { expect, it } from 'vitest'
import { PackedNames } from '../../src/export/packed-names.js'

it.each([
  [[]],
  [['a.md']],
  [['-']],
  [['in/a.md', 'in/b.md', 'in/deep/c.md']],
  [['in/é/“a”.md', 'in/é/文.md', 'in/e.md', '-']],
  [['/a.md', 'b.md']],
  [['/a.md', '/b/c.md', '//d.md']],
  [['in/a', 'in/a/b', 'in']],
])('gives back %j', names => {
  const packed = new PackedNames(names)
  expect(Array.from({ length: packed.length }, (_, index) => packed.at(index))).toEqual(names)
})
