import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** One source that every format must carry. */
export interface Source {
  /** Path from the project's folder. */
  name: string
  path: string
  text: string
}

/** Returns every example article and every fixture's input, ordered by name. */
export function corpus(): Source[] {
  return [...filesBelow('examples'), ...filesBelow('tests/fixtures')]
    .filter(name => name.endsWith('.md') && (!name.startsWith('tests/') || name.endsWith('/input.md')))
    .filter(name => !name.endsWith('README.md'))
    .sort()
    .map(name => ({ name, path: join(root, name), text: readFileSync(join(root, name), 'utf8') }))
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
