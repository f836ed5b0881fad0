import { OptionsError } from '../renderer.js'

/** What a user may choose for a Word file. Its look comes from the template, so there is nothing to choose yet. */
export type DocxOptions = Record<never, never>

/** Returns the options. Throws `OptionsError` on any, because none is known. */
export function docxOptions(input: Readonly<Record<string, unknown>>): DocxOptions {
  const [unknown] = Object.keys(input)
  if (unknown !== undefined) throw new OptionsError(`docx has no option \`${unknown}\``)
  return {}
}
