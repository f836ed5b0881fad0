import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { pathOf } from '../../src/export/inputs.js'

describe('the path of a source', () => {
  const files = ['a/one.md', 'a/two.md', 'b/one.md', '/a/one.md', 'one.md', '../a/one.md', 'a//one.md', 'a/b/../one.md']
  const odd = ['a/..', 'a/.', 'a/', 'a/...', 'a/.one.md', 'a/b\\c.md', 'a/C:one.md', '/one.md']
  const folders = ['/house', '/house/news', '/']

  test('is the same whichever was asked for before it', () => {
    const inputs = folders.flatMap(folder => [...files, ...odd].map(file => ({ file, folder })))
    for (const input of [...inputs, ...inputs.toReversed()])
      expect(pathOf(input), `${input.folder} ${input.file}`).toBe(path.resolve(input.folder, input.file))
  })

  test('is none for the standard input', () => {
    expect(pathOf({ file: '-' })).toBeUndefined()
  })
})
