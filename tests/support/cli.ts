import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { root } from './corpus.js'

/** How the command ended and what it said. */
export interface Ran {
  code: number | null
  stdout: string
  stderr: string
  /** What came on standard output, as bytes. */
  bytes: Buffer
}

export interface RunOptions {
  cwd?: string
  input?: string | Uint8Array
  env?: { [name: string]: string }
  /** Called with the process as soon as it runs. */
  started?(child: ReturnType<typeof spawn>): void
}

/** The built program: `npm test` builds it first. */
export const program = join(root, 'dist', 'cli.cjs')

/** Runs the real command. Nothing of this machine's settings for colour, time or reports reaches it. */
export function standfirst(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [program, ...args], options)
}

/** Runs a program and waits for its end. */
export function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { NO_COLOR: _1, FORCE_COLOR: _2, SOURCE_DATE_EPOCH: _3, CI: _4, NODE_OPTIONS: _5, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: options.cwd, env: { ...env, ...options.env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', reject)
    child.on('close', (ended, signal) => {
      // As a shell has it.
      const code = signal === null ? ended : 128 + constants.signals[signal]
      const bytes = Buffer.concat(out)
      resolve({ code, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    })
    // A program that refuses its arguments does not read its input.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
    options.started?.(child)
  })
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Returns a new folder with these files, gone after the tests of the file. */
export function folderOf(files: { readonly [name: string]: string | Uint8Array } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Returns the names of all files in a folder, with their subfolders, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Returns a short article in Markdown; `fields` are lines of its front matter. */
export function story(title: string, ...fields: string[]): string {
  return `---\ntitle: ${title}\nauthor: Maren Holt\npublished: 2026-11-19T10:30:00+01:00\nlanguage: en\nurl: https://news.example/${encodeURIComponent(title)}\n${fields.map(field => `${field}\n`).join('')}---\n\nThe pier is open again.\n\n> “We lend the steel.”\n>\n> — Ines Calder, minister\n`
}
