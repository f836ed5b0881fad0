/**
 * `npm run demo`: makes the four outputs of each example under `out/`, one folder an example, with the command that a user
 * would type.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const demos = [
  ['examples/ferry-talks.md', '--template', 'wire'],
  ['examples/river-ports.md'],
  ['examples/ice-road.md', '--template', 'feature'],
  ['examples/newsroom'],
  ['examples/plugin/bulletin.md', '--config', 'examples/plugin/standfirst.config.mjs'],
]

let failed = false
for (const [input, ...flags] of demos) {
  const name = input.replace(/\.md$/, '').split('/').at(-1)
  const out = join('out', name)
  const formats = name === 'bulletin' ? 'pdf,docx,rss,jsonld,radio' : 'pdf,docx,rss,jsonld'
  const args = ['export', input, '--to', formats, '--out', out, ...flags]
  rmSync(join(root, out), { recursive: true, force: true })
  process.stdout.write(`\nstandfirst ${args.join(' ')}\n`)
  const done = spawnSync(process.execPath, [join('dist', 'cli.js'), ...args], { cwd: root, stdio: 'inherit' })
  failed ||= done.status !== 0
}
process.exit(failed ? 1 : 0)
