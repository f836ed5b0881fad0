/**
 * Standfirst as a library: `node publish.mjs story.md folder`. Reads one article, looks at what it holds, and writes it in
 * four formats. Nothing here knows the command line.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { exportFiles, readMarkdown, wordCount } from 'standfirst'

const [file = '../ferry-talks.md', out = 'out'] = process.argv.slice(2)

const { article, messages } = await readMarkdown(await readFile(file, 'utf8'), { path: file })
for (const { severity, reason, position } of messages)
  console.error(`${basename(file)}:${position?.start.line ?? 1} ${severity}: ${reason}`)
if (!article) process.exit(1)

console.error(`${article.meta.title}: ${wordCount(article)} words`)

const run = exportFiles({ inputs: [file], to: ['pdf', 'docx', 'rss', 'jsonld'], out })
for await (const event of run) {
  if ('outputs' in event) for (const { format, path } of event.outputs) console.log(format, path)
}
const { ok } = await run.done
process.exitCode = ok ? 0 : 1
