import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Message } from '../../src/diagnostics/message.js'
import { byPlace } from '../../src/diagnostics/message.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import type { ReadContext, ReadResult } from '../../src/readers/reader.js'

/** One folder of `tests/fixtures`: its name, where it is, and what its Markdown says. */
export interface Fixture {
  name: string
  folder: string
  source: string
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures')

/** Returns every fixture, by name. */
export function fixtures(): Fixture[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(name => ({ name, folder: join(root, name), source: readFileSync(join(root, name, 'input.md'), 'utf8') }))
}

/** Plugins' nodes that the fixtures use. */
const context: ReadContext = { path: 'input.md', extensionNames: ['acme:poll'] }

/** Reads a fixture, by default with the parser that is fastest here. */
export async function readFixture(fixture: Fixture, parser?: ReadContext['parser']): Promise<ReadResult> {
  return readMarkdown(fixture.source, parser ? { ...context, parser } : context)
}

/** Returns messages as lines of `line:column severity rule reason`, by place, with hints under them. */
export function formatMessages(messages: readonly Message[]): string {
  return [...messages]
    .sort(byPlace)
    .map(({ position, severity, rule, reason, hint }) => {
      const place = position ? `${position.start.line}:${position.start.column}` : '-'
      return `${place} ${severity} ${rule} ${reason}\n${hint ? `    ${hint}\n` : ''}`
    })
    .join('')
}
