import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../src/cli/parse-arguments.js'

async function parsed(...argv: string[]): Promise<unknown> {
  const found = await parseArguments(['export', ...argv])
  return 'args' in found ? { files: found.args.files, ...found.args.values } : found
}

describe('the command line', () => {
  it.each([
    [['a.md', '--out', 'public'], { files: ['a.md'], out: 'public' }],
    [['a.md', '--out=public'], { files: ['a.md'], out: 'public' }],
    [['-o', 'public', 'a.md'], { files: ['a.md'], out: 'public' }],
    [['-o=public', 'a.md'], { files: ['a.md'], out: 'public' }],
    [['-j4', 'a.md'], { files: ['a.md'], jobs: '4' }],
    [['-', '--out', '-'], { files: ['-'], out: '-' }],
    [['a.md', '-t', 'pdf', '--to', 'rss'], { files: ['a.md'], to: ['pdf', 'rss'] }],
    [['a.md', '--set', 'feed.limit=-1'], { files: ['a.md'], set: ['feed.limit=-1'] }],
    [['a.md', '--jobs', '-1'], { files: ['a.md'], jobs: '-1' }],
    [['-q', 'a.md', '--strict'], { files: ['a.md'], quiet: true, strict: true }],
    [['--strict=false', 'a.md'], { files: ['a.md'], strict: false }],
    [['--quiet', '--', '-odd.md'], { files: ['-odd.md'], quiet: true }],
  ])('%j', async (argv, args) => {
    expect(await parsed(...argv)).toEqual(args)
  })

  it.each([
    [['a.md', '--out', '--quiet'], '`--out` is given without a value'],
    [['a.md', '--out='], '`--out` is given without a value'],
    [['a.md', '-o', '-q'], '`--out` is given without a value'],
    [['a.md', '-x'], '`export` has no flag `-x`'],
    [['a.md', '--constructor'], '`export` has no flag `--constructor`'],
  ])('is refused: %j', async (argv, reason) => {
    await expect(parsed(...argv)).rejects.toThrow(reason)
  })
})
