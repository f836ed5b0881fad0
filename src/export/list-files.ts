import { type Dirent, opendirSync } from 'node:fs'

/**
 * Gives the files below a folder whose names end in one of the endings, by their paths from there with slashes between.
 * Names that begin with a dot, `node_modules` and symbolic links are passed by; so is what may not be looked into. One after
 * another, since a folder may hold 100,000.
 */
export function* listFiles(folder: string, endings: readonly string[], below = ''): Generator<string> {
  const folders: string[] = []
  for (const entry of entriesOf(below === '' ? folder : `${folder}/${below}`)) {
    const { name } = entry
    if (name.startsWith('.')) continue
    if (entry.isDirectory() && name !== 'node_modules') folders.push(below + name)
    else if (entry.isFile() && endings.some(ending => name.endsWith(ending))) yield below + name
  }
  for (const each of folders) yield* listFiles(folder, endings, `${each}/`)
}

function* entriesOf(folder: string): Generator<Dirent> {
  try {
    const opened = opendirSync(folder)
    try {
      for (let entry = opened.readSync(); entry; entry = opened.readSync()) yield entry
    } finally {
      opened.closeSync()
    }
  } catch {
    // What cannot be listed holds nothing for this run; that it was named and gives nothing is said where it is missed.
  }
}
