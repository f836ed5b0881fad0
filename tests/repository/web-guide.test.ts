import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { htmlRenderer } from '../../src/renderers/html/index.js'
import { jsonldRenderer } from '../../src/renderers/jsonld/index.js'
import { ninjsRenderer } from '../../src/renderers/ninjs/index.js'
import { rssRenderer } from '../../src/renderers/rss/index.js'
import { root } from '../support/corpus.js'

const guide = readFileSync(join(root, 'docs/web.md'), 'utf8')
const rows = guide.split('\n').filter(line => line.startsWith('| `'))
const named = rows.flatMap(row => [...row.split('|')[1]!.matchAll(/`(\w+)\.(\w+)`/g)].map(([, of, key]) => [of, key]))

/** What the configuration takes beside the options of the formats. */
const ofCollection = ['title', 'description', 'copyright']

it.each([
  ['feed', rssRenderer],
  ['jsonld', jsonldRenderer],
  ['html', htmlRenderer],
  ['ninjs', ninjsRenderer],
] as const)('the guide to the web names each option of `%s` and none that is not', (format, renderer) => {
  const keys = named.filter(([of]) => of === format).map(([, key]) => key!)
  for (const key of Object.keys(renderer.options({}))) expect(keys).toContain(key)
  const own = keys.filter(key => !ofCollection.includes(key))
  for (const key of own) expect(() => renderer.options({ [key]: null })).not.toThrow(/there is no key/)
  expect(() => renderer.options({ [`${own[0]}x`]: null })).toThrow(/there is no key/)
})
