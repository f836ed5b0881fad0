/**
 * What an export costs beside its peers: `npm run bench`; `-- --install` fetches the npm peers first, `--only
 * story,report-pdf` runs some sets, `--rounds 5` sets how often.
 *
 * Every row is a whole cold process, measured from outside; the rows of a set take turns, and the table gives medians and
 * their ratios. The result goes to stdout and, where all sets ran, to `bench/results.md`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { measureInTurns } from './measure-process.mjs'
import { tableOf } from './table.mjs'

const here = import.meta.dirname
if (process.argv.includes('--install')) installPeers()
const { present, sets } = await import('./sets.mjs')
if (!existsSync(join(here, '..', 'dist', 'cli.cjs'))) stop('There is no build yet: run `npm run build` first.')

const only = valueAfter('--only')?.split(',')
const wanted = only ?? Object.keys(sets)
const unknown = wanted.filter(name => !(name in sets))
if (unknown.length > 0) stop(`There is no set ${unknown.join(', ')}: there are ${Object.keys(sets).join(', ')}.`)
const scratch = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))

try {
  const parts = [head()]
  for (const name of wanted) {
    const set = await sets[name](scratch)
    const rounds = Number(valueAfter('--rounds') ?? set.rounds ?? 11)
    parts.push(set.jobs ? tableFor(set, rounds) : set)
    process.stderr.write(`${name}\n`)
  }
  const text = parts.join('\n')
  if (!only) writeFileSync(join(here, 'results.md'), text)
  process.stdout.write(text)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function tableFor(set, rounds) {
  return tableOf(set, measureInTurns(set.jobs, rounds, join(scratch, 'cost.json')), rounds)
}

function head() {
  const missing = Object.keys(present).filter(name => !present[name])
  return [
    '# What an export costs',
    '',
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB. Made by \`npm run bench\`.`,
    'The npm combination is one Node process with @myriaddreamin/typst-ts-node-compiler, markdown-docx, feed and JSON (bench/peers);',
    'the other peers are whole programs of their own. The texts are made by bench/corpus: the same in every run.',
    'Standfirst keeps its compiled code between runs, as Node does from 22.1 on: but for its first process all find it there.',
    ...(missing.length > 0 ? [`Not on this machine: ${missing.join(', ')}.`] : []),
    '',
  ].join('\n')
}

function installPeers() {
  const done = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
    cwd: join(here, 'peers'),
    stdio: 'inherit',
  })
  if (done.status !== 0) stop('The peers could not be installed.')
}

function valueAfter(flag) {
  const at = process.argv.indexOf(flag)
  return at < 0 ? undefined : process.argv[at + 1]
}

function stop(why) {
  process.stderr.write(`${why}\n`)
  process.exit(2)
}
