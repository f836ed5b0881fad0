import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeReport } from './corpus/write-corpus.mjs'

const root = join(import.meta.dirname, '..')

/** The stages of a report by the modules that do them: the innermost frame that belongs to one decides. */
const stages = [
  ['reading Markdown', /^src\/(readers|transforms|article|pipeline|diagnostics)\/|(satteri|mdast|micromark|yaml)/],
  ['pictures', /^src\/(assets|renderers\/pdf\/drawing)\/|resvg/],
  ['compressing', /^src\/host\/node\.ts deflate/],
  ['shaping', /^src\/renderers\/pdf\/(text\/|fonts\/(harfbuzz|face)\.ts (?!openFont|Face|startHarfbuzz))/],
  ['fonts: opening and cutting', /^src\/(renderers\/pdf\/fonts|host\/(compile-wasm|find-package-fonts))/],
  ['breaking lines', /^src\/renderers\/pdf\/layout\/(knuth-plass|paragraph|line|line-box|entry|measures)\.ts|hyphen/],
  ['filling pages', /^src\/renderers\/pdf\/layout\//],
  ['tags, objects and streams', /^src\/renderers\/pdf\//],
  ['garbage', /\(garbage collector\)/],
]
const rest = 'loading the program, and the rest'

/** Returns what each stage of the report's PDF takes of the main thread, as a Markdown section. */
export function reportStages(scratch) {
  const built = join(root, '.cache', 'stages')
  run([join(root, 'scripts', 'build.mjs'), '--apart', '--into', built])
  const file = writeReport(join(scratch, 'report'))
  const times = new Map([...stages.map(([name]) => name), rest].map(name => [name, 0]))
  const rounds = 5
  for (let round = 0; round < rounds; round += 1) {
    const profile = profileOf(
      [join(built, 'cli.cjs'), 'export', file, '--to', 'pdf', '--out', scratch, '--quiet'],
      scratch,
    )
    for (const [stage, time] of timesOf(profile)) times.set(stage, times.get(stage) + time / rounds)
  }
  const total = [...times.values()].reduce((sum, time) => sum + time)
  return [
    '## The stages of that report',
    '',
    `Samples of the main thread, four a millisecond, by the module that was at work; mean of ${rounds} runs. Sampling itself adds to all.`,
    '',
    '| stage | ms | share |',
    '|:--|--:|--:|',
    ...[...times].map(([name, time]) => `| ${name} | ${time.toFixed(0)} | ${((100 * time) / total).toFixed(0)} % |`),
    '',
  ].join('\n')
}

function run(args) {
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (ended.status !== 0) throw new Error(ended.stderr || ended.stdout)
}

function profileOf(args, scratch) {
  const folder = mkdtempSync(join(scratch, 'profile-'))
  run(['--cpu-prof', '--cpu-prof-interval', '250', '--cpu-prof-dir', folder, ...args])
  const profile = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'))
  rmSync(folder, { recursive: true })
  return profile
}

/** Returns the milliseconds of each stage of a profile. Waiting is no work. */
function timesOf({ nodes, samples, timeDeltas }) {
  const stageOf = new Map()
  const walk = [[nodes[0], undefined]]
  const byId = new Map(nodes.map(node => [node.id, node]))
  for (let next = walk.pop(); next; next = walk.pop()) {
    const [node, above] = next
    const stage = stageAt(node.callFrame) ?? above
    stageOf.set(node.id, node.callFrame.functionName === '(idle)' ? undefined : (stage ?? rest))
    for (const id of node.children ?? []) walk.push([byId.get(id), stage])
  }
  const times = new Map()
  samples.forEach((id, index) => {
    const stage = stageOf.get(id)
    if (stage) times.set(stage, (times.get(stage) ?? 0) + timeDeltas[index] / 1000)
  })
  return times
}

function stageAt({ functionName, url, lineNumber }) {
  const place = `${moduleAt(url, lineNumber)} ${functionName}`
  return stages.find(([, modules]) => modules.test(place))?.[0]
}

const modulesOf = new Map()

/** Returns the source file that a line of a chunk comes from: a comment before each module names it. */
function moduleAt(url, line) {
  if (!url.startsWith('file:')) return url
  let starts = modulesOf.get(url)
  if (!starts) {
    const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n')
    starts = lines.flatMap((text, at) => (/^\/\/ (src|node_modules)\//.test(text) ? [[at, text.slice(3)]] : []))
    modulesOf.set(url, starts)
  }
  return starts.findLast(([at]) => at <= line)?.[1] ?? ''
}
