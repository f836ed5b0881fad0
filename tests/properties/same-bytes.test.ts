import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { root } from '../support/corpus.js'

const scratch = mkdtempSync(join(tmpdir(), 'standfirst-bytes-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Surroundings {
  name: string
  cwd: string
  environment: { [name: string]: string }
  flags: string[]
}

const surroundings: Surroundings[] = [
  { name: 'utc', cwd: root, environment: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }, flags: ['--jobs', '1'] },
  {
    name: 'auckland',
    cwd: scratch,
    environment: { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    flags: ['--jobs', '3', '--now', '2031-07-01T00:00:00Z'],
  },
  {
    name: 'lima',
    cwd: join(root, 'examples'),
    environment: { TZ: 'America/Lima', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', SOURCE_DATE_EPOCH: '1900000000' },
    flags: ['--jobs', '2'],
  },
]

it('the same input gives the same bytes, whatever the time zone, locale, folder, clock and number of jobs', () => {
  const [first, ...others] = surroundings.map(each => exportIn(each))
  expect(Object.keys(first!).sort()).toEqual([
    'feed.xml',
    'ferry-talks.docx',
    'ferry-talks.jsonld',
    'ferry-talks.pdf',
    'river-ports.docx',
    'river-ports.jsonld',
    'river-ports.pdf',
  ])
  for (const other of others) expect(other).toEqual(first)
})

/** Exports two examples in a child process and returns the hash of each output. */
function exportIn({ name, cwd, environment, flags }: Surroundings): { [file: string]: string } {
  const out = join(scratch, name)
  const articles = ['ferry-talks', 'river-ports'].map(each => relative(cwd, join(root, 'examples', `${each}.md`)))
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'dist/cli.cjs'),
      'export',
      ...articles,
      '--to',
      'pdf,docx,rss,jsonld',
      '--out',
      out,
      '--site',
      'https://example.org',
      ...flags,
    ],
    { cwd, env: { ...process.env, ...environment }, encoding: 'utf8' },
  )
  expect(done.status, done.stderr).toBe(0)
  return Object.fromEntries(
    readdirSync(out).map(file => [
      file,
      createHash('sha256')
        .update(readFileSync(join(out, file)))
        .digest('hex'),
    ]),
  )
}
