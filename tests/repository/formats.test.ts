import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtinRenderers } from '../../src/renderers/registry.js'
import { root } from '../support/corpus.js'

it('the README names every format, with the file that it makes', () => {
  const rows = readFileSync(join(root, 'README.md'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `'))
  for (const { name, extension } of builtinRenderers) {
    const row = rows.find(line => line.split('|')[1]!.includes(`\`${name}\``))
    expect(row, name).toContain(extension)
  }
})
