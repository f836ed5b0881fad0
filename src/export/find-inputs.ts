import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { createMessage, type Message } from '../diagnostics/message.js'
import { nearest } from '../diagnostics/nearest.js'
import { lookAt } from '../host/look-at.js'
import type { Toolkit } from '../toolkit.js'
import { Inputs } from './inputs.js'
import { listFiles } from './list-files.js'
import { ownCopy } from './own-copy.js'

/** The sources that were found, and what was named and is not there. */
export interface FoundInputs {
  inputs: Inputs
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
  const files: string[] = []
  const messages: Message[] = []
  const seen = new Set<string>()
  for (const name of named) {
    const all = name === '-' ? ['-'] : await expand(name, endings, cwd)
    // What is named itself is meant.
    const found = all.length === 1 && all[0] === name ? all : withoutSectionPages(all, messages)
    if (found.length === 0) messages.push(await nothingAt(name, cwd))
    // What one argument names is named once.
    if (named.length === 1) return { inputs: new Inputs(found, cwd), messages }
    for (const file of found) {
      const key = file === '-' ? file : path.resolve(cwd, file)
      if (!seen.has(key)) files.push(file)
      seen.add(key)
    }
  }
  return { inputs: new Inputs(files, cwd), messages }
}

async function expand(name: string, endings: readonly string[], cwd: string): Promise<string[]> {
  const absolute = path.resolve(cwd, name)
  const kind = lookAt(absolute)
  // A file that exists is meant as it stands, though its name may look like a pattern.
  if (kind?.isDirectory()) return articlesIn(name, absolute, endings)
  if (kind) return [name]
  return /[*?[\]{}!]/.test(name) ? matching(toSlashes(name), cwd) : []
}

function articlesIn(name: string, folder: string, endings: readonly string[]): string[] {
  const prefix = toSlashes(path.join(name, 'x')).slice(0, -1)
  const files: string[] = []
  for (const file of listFiles(folder, endings))
    if (!file.endsWith('.json') || isArticle(`${folder}/${file}`)) files.push(ownCopy(prefix + file))
  return sorted(files)
}

/** Hugo's page of a section, in any language: it lists stories and is none. */
const sectionPage = /(?:^|\/)_index(?:\.[\w-]+)?\.md$/

/** Takes the pages of sections out of what a folder holds, and says so. */
function withoutSectionPages(found: string[], messages: Message[]): string[] {
  if (!found.some(file => sectionPage.test(file))) return found
  const [first, ...others] = found.filter(file => sectionPage.test(file))
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const reason = `left out, as pages of sections: \`${first}\`${more}`
  messages.push({ ...createMessage('input-section', reason), file: first! })
  return found.filter(file => !sectionPage.test(file))
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  // What leads away from the working folder goes first: under such a pattern no file of that folder would be found.
  const start = /^(?:\.\.?\/)+/.exec(pattern)?.[0] ?? path.parse(pattern).root
  const files = await glob(pattern.slice(start.length), {
    cwd: path.resolve(cwd, start),
    dot: false,
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    // As in folders, unless the pattern names it.
    ignore: pattern.includes('node_modules') ? [] : ['**/node_modules/**'],
  })
  const names = files.map(file => toSlashes(path.normalize(start + file)))
  // A file of that name is not the standard input.
  return sorted(names.map(name => (name === '-' ? './-' : name)))
}

/** From the surrogates on the order of UTF-8, which is that of code points, is not that of an engine's strings. */
const high = /[\uD800-\uFFFF]/

/** Sorts paths bytewise, the same on every machine. */
function sorted(files: string[]): string[] {
  return files.some(file => high.test(file)) ? files.sort(compareBytewise) : files.sort()
}

/** Compares as UTF-8 does. */
export function compareBytewise(a: string, b: string): number {
  if (high.test(a) && high.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b))
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

/** One for all files: a folder may hold 100,000. */
const head = Buffer.alloc(200)

function headOf(file: string): string {
  const handle = openSync(file, 'r')
  try {
    return head.toString('utf8', 0, readSync(handle, head, 0, head.length, 0))
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
  if (lookAt(path.resolve(cwd, name)))
    return {
      ...createMessage('input-missing', `the folder \`${name}\` holds no article`, {
        hint: `in a folder those are \`.md\` and saved \`.json\`; name others: \`${name.replace(/[\\/]+$/, '')}/*.docx\``,
      }),
      file: name,
    }
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
