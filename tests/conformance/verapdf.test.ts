import { join } from 'node:path'
import { expect, it } from 'vitest'
import { judge } from './judge.js'
import { folder, made } from './made.js'

/** ISO 14289-1 and ISO 19005-2, level A: one Java process each, over everything. */
it.each([
  ['PDF/UA-1', 'ua1'],
  ['PDF/A-2a', '2a'],
])('veraPDF finds every PDF compliant with %s', async (_, flavour) => {
  const classpath = process.env.STANDFIRST_VERAPDF ?? ''
  const { out } = await judge('java', [
    '-cp',
    classpath,
    'org.verapdf.apps.GreenfieldCliWrapper',
    '--flavour',
    flavour,
    '--format',
    'text',
    '-v',
    '--recurse',
    join(folder, 'pdf'),
  ])
  const verdicts = out.split('\n').filter(line => /^(?:PASS|FAIL) /.test(line))
  expect(verdicts.length, out.slice(0, 2000)).toBe(made().length)
  expect(failures(out)).toEqual({})
})

/** Rules that were broken, each with how many files break it and one of them. */
function failures(report: string): { [rule: string]: string } {
  const files = new Map<string, string[]>()
  let file = ''
  for (const line of report.split('\n')) {
    const verdict = /^(PASS|FAIL) (\S+)/.exec(line)
    if (verdict) {
      file = verdict[2]!.split('/').at(-1)!
      if (verdict[1] === 'FAIL') files.set('FAIL', [...(files.get('FAIL') ?? []), file])
    } else if (/^\s+FAIL /.test(line)) files.set(line.trim(), [...(files.get(line.trim()) ?? []), file])
  }
  return Object.fromEntries([...files].map(([rule, broken]) => [rule, `${broken.length} files, such as ${broken[0]}`]))
}
