import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { createMessage, type Message } from '../diagnostics/message.js'
import { nearest } from '../diagnostics/nearest.js'
import type { Toolkit } from '../toolkit.js'

/** One source to be read. */
export interface Input {
  /** As the user named it, or below the folder that was named: what messages print. `-` for the standard input. */
  file: string
  /** Folder that it is named from, absolute; absent for the standard input. */
  folder?: string
}

/** Returns the absolute path of a source; undefined for the standard input. Not kept: a run may have 100,000 sources. */
export function pathOf({ file, folder }: Input): string | undefined {
  return folder === undefined ? undefined : path.resolve(folder, file)
}

/** The sources that were found, and what was named and is not there. */
export interface FoundInputs {
  inputs: Input[]
  messages: Message[]
}

/**
 * Returns the endings that are looked for in folders: those of text. A Word file must be named, since what an export made may
 * lie beside its source.
 */
export function folderEndings({ readers }: Pick<Toolkit, 'readers'>): string[] {
  return [...new Set(readers.filter(reader => !reader.readBytes).flatMap(reader => reader.extensions))]
}

/**
 * Finds the sources that files, globs, folders and `-` name. A folder is read with all its subfolders (but those whose
 * name begins with a dot, and `node_modules`) for files with a reader's ending; of `.json`, only articles. The order is that
 * of the arguments, within one argument by path, bytewise; a file named twice is taken once.
 */
export async function findInputs(
  named: readonly string[],
  endings: readonly string[],
  cwd: string,
): Promise<FoundInputs> {
  const inputs = new Map<string, Input>()
  const messages: Message[] = []
  for (const name of named) {
    const found = name === '-' ? [{ file: '-' }] : await expand(name, endings, cwd)
    if (found.length === 0) messages.push(await nothingAt(name, cwd))
    for (const input of found) {
      const key = pathOf(input) ?? '-'
      if (!inputs.has(key)) inputs.set(key, input)
    }
  }
  return { inputs: [...inputs.values()], messages }
}

async function expand(name: string, endings: readonly string[], cwd: string): Promise<Input[]> {
  const absolute = path.resolve(cwd, name)
  const kind = await stat(absolute).catch(() => undefined)
  // A file that exists is meant as it stands, though its name may look like a pattern.
  if (kind?.isDirectory()) return articlesIn(name, absolute, endings, cwd)
  if (kind) return [{ file: name, folder: cwd }]
  if (!/[*?[\]{}!]/.test(name)) return []
  const files = await search(toSlashes(name), cwd, [])
  return inputsOf(files, '', cwd)
}

async function articlesIn(name: string, folder: string, endings: readonly string[], cwd: string): Promise<Input[]> {
  const patterns = endings.map(ending => `**/*${ending}`)
  const files = await search(patterns, folder, ['**/node_modules/**'])
  return inputsOf(files, name, cwd).filter(input => !input.file.endsWith('.json') || isArticle(pathOf(input)!))
}

async function search(patterns: string | string[], cwd: string, ignore: string[]): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  return glob(patterns, {
    cwd,
    ignore,
    dot: false,
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  })
}

function inputsOf(files: readonly string[], name: string, cwd: string): Input[] {
  return files
    .map(file => ({ file: toSlashes(path.join(name, file)), folder: cwd }))
    .sort((a, b) => compareBytewise(a.file, b.file))
}

/**
 * Compares as UTF-8 does, whose order is that of code points, the same on every machine. Only from the surrogates on does the
 * order of an engine's strings differ.
 */
export function compareBytewise(a: string, b: string): number {
  if (/[\uD800-\uFFFF]/.test(a) && /[\uD800-\uFFFF]/.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : a > b ? 1 : 0
}

/** A saved article begins so: most files are settled by their first bytes. */
const opening = /^\uFEFF?\s*\{\s*"type"\s*:\s*"article"/

/**
 * A `.json` that says it is an article; a broken one that seems to say so, and one that cannot be read, are taken all the
 * same, to be complained about. One after another: a folder may hold more files than may be open at once.
 */
function isArticle(file: string): boolean {
  try {
    if (opening.test(headOf(file))) return true
    const source = readFileSync(file, 'utf8')
    if (!/"type"\s*:\s*"article"/.test(source)) return false
    return isArticleText(source)
  } catch {
    return true
  }
}

function headOf(file: string): string {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(200)
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(handle)
  }
}

function isArticleText(source: string): boolean {
  try {
    return (JSON.parse(source) as { type?: unknown } | null)?.type === 'article'
  } catch {
    return true
  }
}

async function nothingAt(name: string, cwd: string): Promise<Message> {
  const folder = await stat(path.resolve(cwd, name)).catch(() => undefined)
  if (folder) return { ...createMessage('input-missing', `the folder \`${name}\` holds no article`), file: name }
  if (/[*?[\]{}]/.test(name)) return { ...createMessage('input-missing', `no file matches \`${name}\``), file: name }
  const near = await neighbour(path.resolve(cwd, name))
  const hint = near && `did you mean \`${toSlashes(path.join(path.dirname(name), near))}\`?`
  return { ...createMessage('input-missing', `there is no file \`${name}\``, { hint: hint || undefined }), file: name }
}

async function neighbour(wanted: string): Promise<string | undefined> {
  const { readdir } = await import('node:fs/promises')
  const names = await readdir(path.dirname(wanted)).catch(() => [])
  return nearest(path.basename(wanted), names.sort().slice(0, 2000))
}

function toSlashes(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/')
}
