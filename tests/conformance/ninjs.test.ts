import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { preflightNinjs } from '../../src/preflight/ninjs/preflight-ninjs.js'
import { ninjsRenderer } from '../../src/renderers/ninjs/index.js'
import { goodNinjs } from '../preflight/finished-mutations.js'
import { root } from '../support/corpus.js'
import { everyNode } from '../support/every-node.js'
import { ninjsJudge } from '../support/ninjs-faults.js'
import { randomArticle, wild } from '../support/random-article.js'
import { textContext, textOf } from '../support/text-context.js'

/** IPTC's schema and the one it refers to, which are not part of the project: a folder named by the environment, or beside it. */
const folder = process.env.STANDFIRST_NINJS ?? join(root, '../shared/data')
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

if (existsSync(join(folder, 'ninjs-schema_3.1.json'))) {
  const faultsOf = ninjsJudge(read('ninjs-schema_3.1.json'), read('geojson-schema.json'))
  it('ninjs of any article is valid by IPTC’s schema', async () => {
    for (const article of [everyNode(), ...fc.sample(randomArticle(wild), { seed: 5, numRuns: 200 })]) {
      const { context } = textContext(ninjsRenderer, { site: { url: 'https://news.example' } })
      expect(faultsOf(JSON.parse(await textOf(await ninjsRenderer.render(article, context))))).toEqual([])
    }
  })

  it('check finds what IPTC’s schema finds, for one change to any member of a news object', () => {
    const good = JSON.parse(goodNinjs)
    const values = [17, 'two words', '', true, null, [], {}, { other: 1 }, 3.5, '2026-11-23', 'urn:a:b']
    // The schema takes any name of a standard, and would call a news object of another version broken.
    for (const path of pathsIn(good).filter(([member]) => member !== 'standard'))
      for (const value of values) {
        const changed = structuredClone(good)
        path.slice(0, -1).reduce((at, step) => at[step], changed)[path.at(-1)!] = value
        const found = preflightNinjs(JSON.stringify(changed)).some(({ severity }) => severity === 'error')
        const place = `${path.join('.')} = ${JSON.stringify(value)}`
        expect([place, found]).toEqual([place, faultsOf(changed).length > 0])
      }
  })
} else {
  process.stdout.write(
    `IPTC's ninjs schema is not in ${folder}: ninjs is judged by its required property alone.\n` +
      'Save ninjs-schema_3.1.json and geojson-schema.json there, or name another folder in STANDFIRST_NINJS.\n',
  )
  it('ninjs has the one property that it must have', async () => {
    const { context } = textContext(ninjsRenderer)
    expect(JSON.parse(await textOf(await ninjsRenderer.render(everyNode(), context))).uri).toMatch(/^[a-z]+:/)
  })
}

/** Every path into a value, its lists and objects. */
function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [[...path, key], ...pathsIn(each, [...path, key])])
}
