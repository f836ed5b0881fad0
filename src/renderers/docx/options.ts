import { OptionsError } from '../renderer.js'

/** What a user may choose for a Word file. How it looks is the template's affair. */
export interface DocxOptions {
  /** A table of contents after the title block. Default: none. */
  toc?: boolean
}

/** Returns the options. Throws `OptionsError` on one that is not known, or that is not what it should be. */
export function docxOptions(input: Readonly<Record<string, unknown>>): DocxOptions {
  const { toc, ...others } = input
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new OptionsError(`docx has no option \`${unknown}\`; it has \`toc\``)
  if (toc === undefined) return {}
  if (typeof toc !== 'boolean') throw new OptionsError(`\`toc\` is true or false, not \`${String(toc)}\``)
  return { toc }
}
