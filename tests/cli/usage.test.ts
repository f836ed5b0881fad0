import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, folderOf, standfirst, story } from '../support/cli.js'
import { root } from '../support/corpus.js'

describe.concurrent('wrong usage ends with 2, says what would be right, and writes nothing', () => {
  it.each([
    ['a flag with a slip', ['export', 'a.md', '--tempate', 'wire'], '`export` has no flag `--tempate`', '`--template`'],
    ['a flag of a later version', ['export', 'a.md', '--watch'], '`export` has no flag `--watch`', '`--out`'],
    ['a flag of another command', ['inspect', 'a.md', '--to', 'pdf'], '`inspect` has no flag `--to`', '`export`'],
    ['a format with a slip', ['export', 'a.md', '--to', 'pfd'], 'there is no format `pfd`', 'did you mean `pdf`?'],
    ['a format nobody knows', ['export', 'a.md', '--to', 'spreadsheet'], 'no format `spreadsheet`', '`jsonld`'],
    ['a command with a slip', ['exprt', 'a.md'], 'there is no command `exprt`', 'did you mean `export`?'],
    ['a file in a command’s place', ['a.md'], 'there is no command `a.md`', 'standfirst export a.md'],
    ['no file', ['export', '--to', 'pdf'], '`export` needs a file', 'standfirst export story.md'],
    ['two files for inspect', ['inspect', 'a.md', 'a.md'], '`inspect` takes one file, not 2', ''],
    ['a flag given twice', ['export', 'a.md', '--out', 'x', '--out', 'y'], '`--out` is given 2 times', ''],
    ['a flag without its value', ['export', 'a.md', '--to'], '`--to` is given without a value', ''],
    ['jobs that are no number', ['export', 'a.md', '--jobs', 'many'], '`--jobs many`', 'whole number from 1'],
    ['no jobs', ['export', 'a.md', '--jobs', '0'], '`--jobs 0`', 'whole number from 1'],
    ['a limit that is no number', ['export', 'a.md', '--limit', 'none'], '`--limit none`', '`all`'],
    ['a moment that is none', ['export', 'a.md', '--now', 'noon'], '`--now noon` is no moment', '2026-'],
    ['a reporter with a slip', ['export', 'a.md', '--reporter', 'jsn'], 'no reporter `jsn`', 'did you mean `json`?'],
    ['a parser with a slip', ['export', 'a.md', '--parser', 'remarc'], 'no parser `remarc`', 'did you mean `remark`?'],
    ['a template with a slip', ['export', 'a.md', '--template', 'briefng'], 'no template `briefng`', '`briefing`'],
    [
      'a site that is no address',
      ['export', 'a.md', '--site', 'example'],
      'the site `example` is no address',
      'https://',
    ],
    ['a root that is no folder', ['export', 'a.md', '--root', 'nowhere'], 'the root `nowhere` is no folder', ''],
    ['a configuration that is not there', ['export', 'a.md', '--config', 'c.json'], 'no configuration', 'c.json'],
    [
      'a setting that sets nothing',
      ['export', 'a.md', '--set', 'limit'],
      '`--set limit` sets nothing',
      'feed.limit=20',
    ],
    ['a setting nobody knows', ['export', 'a.md', '--set', 'tempate=wire'], 'no key `tempate`', '`template`'],
    [
      'an option of a format nobody knows',
      ['export', 'a.md', '--to', 'rss', '--set', 'feed.limt=3'],
      '`limt`',
      '`limit`',
    ],
    [
      'a slip in an option of a format that is not asked for',
      ['export', 'a.md', '--to', 'rss', '--set', 'pdf.tocc=true'],
      '`tocc`',
      'did you mean `toc`?',
    ],
    [
      'two formats for one file',
      ['export', 'a.md', '--to', 'pdf,docx', '--out', 'b.pdf'],
      'names one file',
      '`--out b`',
    ],
    ['a file of another format', ['export', 'a.md', '--to', 'docx', '--out', 'b.pdf'], 'names one file', '`--to pdf`'],
    [
      'several formats on the standard output',
      ['export', 'a.md', '--to', 'pdf,rss', '--out', '-'],
      'takes one format',
      '',
    ],
  ])('%s', async (_, args, said, advice) => {
    const cwd = folderOf({ 'a.md': story('One') })
    const { code, stdout, stderr } = await standfirst(args, { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(stderr).toContain(advice)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(filesIn(cwd)).toEqual(['a.md'])
  })

  it('a binary format for a terminal is refused', async () => {
    const cwd = folderOf({ 'a.md': story('One') })
    // `script` gives the program a terminal; where it is absent the shell says 127, and there is nothing to look at.
    const { run, program } = await import('../support/cli.js')
    const command = `'${process.execPath}' '${program}' export a.md --to docx --out -`
    const { stdout, code } = await run(
      'sh',
      ['-c', `command -v script >/dev/null || exit 99; script -qec "${command}" /dev/null`],
      { cwd },
    )
    expect(code === 99 || stdout.includes('a terminal cannot show this format')).toBe(true)
    expect(stdout).not.toContain('PK')
  })
})

describe('help and version', () => {
  it('print the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(await standfirst(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
    expect(await standfirst(['export', '--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })

  it.each([[[]], [['--help']], [['help']], [['-h']]])('list the commands: %j', async args => {
    const { code, stdout, stderr } = await standfirst(args)
    expect([code, stderr]).toEqual([0, ''])
    for (const command of ['export', 'check', 'inspect', 'formats', 'templates', 'fonts'])
      expect(stdout).toContain(`standfirst ${command}`)
  })

  it.each([[['export', '--help']], [['help', 'export']]])('list the flags of a command: %j', async args => {
    const { code, stdout } = await standfirst(args)
    expect(code).toBe(0)
    for (const flag of [
      'to',
      'out',
      'template',
      'config',
      'set',
      'site',
      'root',
      'strict',
      'reporter',
      'jobs',
      'quiet',
      'now',
      'limit',
    ])
      expect(stdout).toContain(`--${flag}`)
  })
})

describe('lists', () => {
  it('formats', async () => {
    const { code, stdout } = await standfirst(['formats'])
    expect(code).toBe(0)
    for (const format of ['pdf', 'docx', 'rss', 'jsonld', 'html'])
      expect(stdout).toMatch(new RegExp(`^${format} `, 'm'))
  })

  it('templates', async () => {
    const { code, stdout } = await standfirst(['templates'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^briefing {2}/m)
    expect(stdout).toMatch(/^wire {6}/m)
  })

  it('fonts', async () => {
    const { code, stdout } = await standfirst(['fonts'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Source Serif 4 .*italic.*Cyrillic +shipped$/m)
  })
})
