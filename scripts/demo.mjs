/**
 * `npm run demo`: makes every format of each example under `out/`, one folder an example, with the command that a user would
 * type.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const formats = ['pdf', 'docx', 'rss', 'jsonld', 'html', 'markdown', 'atom', 'jsonfeed', 'ninjs']

/** What is exported, with which further formats, and how. A news sitemap holds two days: these, whenever the demo runs. */
const demos = [
  ['examples/ferry-talks.md', [], '--template', 'wire'],
  ['examples/river-ports.md', []],
  ['examples/ice-road.md', [], '--template', 'feature'],
  ['examples/newsroom', ['newssitemap'], '--now', '2026-11-21T18:00:00Z'],
  ['examples/plugin/bulletin.md', ['radio'], '--config', 'examples/plugin/standfirst.config.mjs'],
]

let failed = false
for (const [input, more, ...flags] of demos) {
  const name = input.replace(/\.md$/, '').split('/').at(-1)
  const out = join('out', name)
  const args = ['export', input, '--to', [...formats, ...more].join(','), '--out', out, ...flags]
  rmSync(join(root, out), { recursive: true, force: true })
  process.stdout.write(`\nstandfirst ${args.join(' ')}\n`)
  const done = spawnSync(process.execPath, [join('dist', 'cli.cjs'), ...args], { cwd: root, stdio: 'inherit' })
  failed ||= done.status !== 0
}
process.exit(failed ? 1 : 0)
