import path from 'node:path'
import type { Config, FontOption } from './config-spec.js'

/** Options of formats that name a file, as format and option. */
const fileOptions = [['docx', 'referenceDoc']] as const

/** Returns whether an option of a format names a file. An article may not set it: it could have any file of the machine read. */
export function namesFile(format: string, option: string): boolean {
  return fileOptions.some(([ofFormat, named]) => ofFormat === format && named === option)
}

/** Returns the configuration with the files that its formats' options name as absolute paths; relative ones lie in `folder`. */
export function resolvePaths(config: Config, folder: string): Config {
  let resolved = config
  for (const [format, option] of fileOptions) {
    const options = config[format]
    if (typeof options !== 'object' || options === null) continue
    const file = (options as { [name: string]: unknown })[option]
    if (typeof file === 'string')
      resolved = { ...resolved, [format]: { ...options, [option]: path.resolve(folder, file) } }
  }
  return Array.isArray(config.fonts) ? { ...resolved, fonts: config.fonts.map(font => fontIn(font, folder)) } : resolved
}

function fontIn(font: string | FontOption, folder: string): string | FontOption {
  if (typeof font === 'string') return path.resolve(folder, font)
  return typeof font?.file === 'string' ? { ...font, file: path.resolve(folder, font.file) } : font
}
