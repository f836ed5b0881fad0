/**
 * What an export costs: `npm run bench`, or `npm run bench -- --install` to fetch the peers first.
 *
 * Every row is a whole cold process, measured from outside; all rows take turns (A B C … A B C …) and the table gives
 * medians, so that a busy moment of the machine strikes all alike. The result goes to stdout and to `bench/results.md`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const peers = join(here, 'peers')
const story = join(here, 'story.md')
const cli = join(root, 'dist', 'cli.js')
const rounds = numberAfter('--rounds') ?? 11

if (process.argv.includes('--install')) installPeers()
if (!existsSync(cli)) stop('There is no build yet: run `npm run build` first.')
const hasPeers = existsSync(join(peers, 'node_modules', 'markdown-docx'))
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0
const hasTime = existsSync('/usr/bin/time')
const scratch = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))

const jobs = [
  nodeJob('node -e 0', 'start', ['-e', '0']),
  nodeJob('standfirst --version', 'start', [cli, '--version']),
  nodeJob('standfirst --help', 'start', [cli, '--help']),
  ...['pdf', 'docx', 'rss', 'jsonld', 'pdf,docx,rss,jsonld'].flatMap(formats => [
    nodeJob('standfirst', formats, [cli, 'export', story, '--to', formats, '--site', 'https://example.org', '--quiet']),
    ...(hasPeers ? [nodeJob('npm combination', formats, [join(peers, 'combo.mjs'), story, '{out}', formats])] : []),
    ...(hasPandoc && formats === 'docx' ? [pandocJob('docx')] : []),
  ]),
]

try {
  const table = report(measureAll())
  writeFileSync(join(here, 'results.md'), table)
  process.stdout.write(table)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function nodeJob(name, work, args) {
  return { name, work, command: process.execPath, args, node: true }
}

function pandocJob(format) {
  return { name: 'pandoc', work: format, command: 'pandoc', args: [story, '-o', `{out}/story.${format}`], node: false }
}

/** Runs every job once to warm the disk's cache, then in turns. */
function measureAll() {
  const runs = jobs.map(() => [])
  for (let round = -1; round < rounds; round += 1)
    for (const [index, job] of jobs.entries()) {
      const cost = measure(job, index)
      if (round >= 0) runs[index].push(cost)
    }
  return jobs.map((job, index) => ({ ...job, runs: runs[index] }))
}

function measure(job, index) {
  const out = join(scratch, String(index))
  mkdirSync(out, { recursive: true })
  const note = join(scratch, 'cost.json')
  const args = job.args.map(each => each.replace('{out}', out))
  if (job.args.includes('export')) args.push('--out', out)
  const env = { ...process.env, STANDFIRST_MEASURE: note, NO_COLOR: '1' }
  const [command, ...rest] = job.node
    ? [job.command, '--import', join(here, 'measure.mjs'), ...args]
    : hasTime
      ? ['/usr/bin/time', '-o', note, '-f', '{"cpu":[%U,%S],"memory":%M}', job.command, ...args]
      : [job.command, ...args]
  const start = performance.now()
  const ended = spawnSync(command, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const wall = (performance.now() - start) / 1000
  if (ended.status !== 0) stop(`${job.name} (${job.work}) failed:\n${ended.stderr}`)
  return { wall, ...costFrom(note, job.node) }
}

function costFrom(note, byNode) {
  if (!existsSync(note)) return { cpu: Number.NaN, memory: Number.NaN }
  const cost = JSON.parse(readFileSync(note, 'utf8'))
  rmSync(note)
  return byNode ? cost : { cpu: cost.cpu[0] + cost.cpu[1], memory: cost.memory / 1024 }
}

function report(measured) {
  const lines = [
    '# What an export costs',
    '',
    `A ${wordsOf(story)}-word story, one cold process a row; median of ${rounds} runs (fastest–slowest), all rows in turn.`,
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB. Made by \`npm run bench\`.`,
    '',
    '| work | program | wall, s | CPU, s | peak, MiB | wall / CPU / peak against the npm combination |',
    '|:--|:--|--:|--:|--:|:--|',
  ]
  for (const row of measured)
    lines.push(`| ${[row.work, row.name, spread(row), ...plain(row), against(row, measured)].join(' | ')} |`)
  lines.push('', ...notes(measured), '')
  return lines.join('\n')
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function of(row, what) {
  return median(row.runs.map(run => run[what]))
}

function shown(number, digits) {
  return Number.isNaN(number) ? '–' : number.toFixed(digits)
}

function spread(row) {
  const walls = row.runs.map(run => run.wall)
  return `${shown(median(walls), 3)} (${shown(Math.min(...walls), 3)}–${shown(Math.max(...walls), 3)})`
}

function plain(row) {
  return [shown(of(row, 'cpu'), 3), shown(of(row, 'memory'), 0)]
}

/** Ratios of the medians, to the combination doing the same work. */
function against(row, measured) {
  const peer = measured.find(each => each.name === 'npm combination' && each.work === row.work)
  if (!peer || row.name !== 'standfirst') return ''
  return ['wall', 'cpu', 'memory'].map(what => `${shown(of(row, what) / of(peer, what), 2)} ×`).join(' / ')
}

function notes(measured) {
  const start = measured.find(row => row.name === 'node -e 0')
  const ratio = name =>
    shown(
      of(
        measured.find(row => row.name === name),
        'wall',
      ) / of(start, 'wall'),
      2,
    )
  return [
    `Start-up against \`node -e 0\`: \`--version\` ${ratio('standfirst --version')} ×, \`--help\` ${ratio('standfirst --help')} ×.`,
    hasPeers
      ? 'The npm combination is one Node process with @myriaddreamin/typst-ts-node-compiler, markdown-docx, feed and JSON (bench/peers).'
      : 'The npm combination was not installed: `npm run bench -- --install` fetches it into bench/peers.',
    hasPandoc
      ? 'pandoc is no Node program: its row includes no start of Node.'
      : 'pandoc was not found on this machine.',
  ]
}

function wordsOf(path) {
  return readFileSync(path, 'utf8').split(/^---$/m).slice(2).join('').split(/\s+/).filter(Boolean).length
}

function installPeers() {
  const done = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
    cwd: peers,
    stdio: 'inherit',
  })
  if (done.status !== 0) stop('The peers could not be installed.')
}

function numberAfter(flag) {
  const at = process.argv.indexOf(flag)
  return at < 0 ? undefined : Number(process.argv[at + 1])
}

function stop(why) {
  process.stderr.write(`${why}\n`)
  process.exit(2)
}
