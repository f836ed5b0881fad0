import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { preflight } from '../../src/preflight/judges.js'
import { root } from '../support/corpus.js'
import { commonFaults } from '../support/pdf-faults/common.js'
import { moreFaults } from '../support/pdf-faults/more.js'
import { taggedPdf } from '../support/tagged-pdf.js'
import { judge } from './judge.js'

const folder = join(root, '.cache', 'preflight')
const faults = [...commonFaults, ...moreFaults]
const files = [
  { name: 'plain', bytes: () => taggedPdf() },
  { name: 'packed', bytes: () => taggedPdf(() => {}, true) },
  ...faults.map((fault, index) => ({ name: `fault-${index}`, bytes: () => taggedPdf(fault.change) })),
]
/** veraPDF's failed rules by file, of both standards; undefined where it could not open the file. */
const verdicts = new Map<string, string[] | undefined>()

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(folder, `${name}.pdf`), await bytes())
  for (const flavour of ['ua1', '2a']) {
    const classpath = process.env.STANDFIRST_VERAPDF ?? ''
    const verapdf = ['-cp', classpath, 'org.verapdf.apps.GreenfieldCliWrapper', '--flavour', flavour, '--format', 'xml']
    const { out } = await judge('java', [...verapdf, '--recurse', folder])
    for (const [, job = ''] of out.matchAll(/<job>(.*?)<\/job>/gs)) {
      const name = /([^/\\]+)\.pdf<\/name>/.exec(job)?.[1] ?? ''
      const rules = [...job.matchAll(/<rule [^>]*clause="([^"]+)" testNumber="(\d+)" status="failed"/g)]
      const found = rules.map(([, clause, number]) => `${clause}-${number}`)
      const known = verdicts.get(name) ?? []
      verdicts.set(name, job.includes('<validationReport') ? [...known, ...found] : undefined)
    }
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('veraPDF and preflight find nothing in the sound documents', () => {
  expect([verdicts.get('plain'), verdicts.get('packed')]).toEqual([[], []])
})

it('veraPDF finds each fault by the rule that is named for it', () => {
  const missed = faults.filter(
    ({ judge: rule }, index) => rule && verdicts.get(`fault-${index}`)?.includes(rule) === false,
  )
  expect(missed.map(({ name }) => name)).toEqual([])
})

it('whatever veraPDF fails, preflight fails', async () => {
  const passed: string[] = []
  for (const { name, bytes } of files) {
    if (verdicts.get(name)?.length === 0) continue
    const messages = await preflight(await bytes())
    if (!messages.some(({ severity }) => severity === 'error')) passed.push(name)
  }
  expect(passed).toEqual([])
})
