import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Returns the folder of this package, whether it runs from `dist/` or from its sources: the one with the templates. */
export function packageFolder(from: string = import.meta.url): string {
  let folder = path.dirname(fileURLToPath(from))
  while (!existsSync(path.join(folder, 'templates', 'briefing', 'template.json'))) {
    const above = path.dirname(folder)
    if (above === folder) throw new Error('the package is incomplete: its folder `templates` is missing')
    folder = above
  }
  return folder
}
