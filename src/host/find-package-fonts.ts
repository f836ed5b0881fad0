import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { packageFolder } from './package-folder.js'

const fontFile = /\.(ttf|otf)$/i

/**
 * Returns the font files of an installed package, by name: from the first `node_modules` that has it, in one of the folders
 * or above it, or where this program is installed. None where there is no such package.
 */
export async function findPackageFonts(name: string, folders: readonly string[]): Promise<string[]> {
  for (const start of [...folders, packageFolder()]) {
    for (const folder of upwards(path.resolve(start))) {
      const files = await fontsIn(path.join(folder, 'node_modules', name))
      if (files) return files
    }
  }
  return []
}

function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    yield at
    if (path.dirname(at) === at) return
  }
}

/** Fonts lie at the top of a package or one folder down. */
async function fontsIn(folder: string): Promise<string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const inner = await Promise.all(
      entries
        .filter(entry => entry.isDirectory() && entry.name !== 'node_modules')
        .map(async entry => (await readdir(path.join(folder, entry.name))).map(file => path.join(entry.name, file))),
    )
    const files = [...entries.filter(entry => entry.isFile()).map(entry => entry.name), ...inner.flat()]
    return files
      .filter(file => fontFile.test(file))
      .sort()
      .map(file => path.join(folder, file))
  } catch {
    return undefined
  }
}
