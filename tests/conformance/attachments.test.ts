import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportFiles } from '../../src/index.js'
import { preflight } from '../../src/preflight/judges.js'
import { root } from '../support/corpus.js'
import { judge } from './judge.js'

const folder = join(root, '.cache', 'attached')
const files = () => readdirSync(folder).filter(name => name.endsWith('.pdf'))

/** The examples, each carrying its source, itself as data and its markup. */
beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  const set = ['pdf.attach=source,article.json,jsonld']
  await exportFiles({ inputs: ['examples/*.md'], to: 'pdf', out: folder, cwd: root, config: false, set }).done
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each(['ua1', '3a'])('veraPDF finds every PDF with attachments compliant: %s', async flavour => {
  const classpath = process.env.STANDFIRST_VERAPDF ?? ''
  const verapdf = ['-cp', classpath, 'org.verapdf.apps.GreenfieldCliWrapper', '--flavour', flavour, '--format', 'text']
  const { out } = await judge('java', [...verapdf, '--recurse', folder])
  const verdicts = out.split('\n').filter(line => /^(?:PASS|FAIL) /.test(line))
  expect(verdicts.length, out.slice(0, 2000)).toBe(files().length)
  expect(verdicts.filter(line => line.startsWith('FAIL'))).toEqual([])
})

it('preflight agrees', async () => {
  expect(files().length).toBeGreaterThan(1)
  for (const name of files()) expect(await preflight(readFileSync(join(folder, name))), name).toEqual([])
})
