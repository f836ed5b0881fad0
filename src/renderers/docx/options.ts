import { OptionsError } from '../renderer.js'

/** What a user may choose for a Word file. How it looks is the template's affair, or the letterhead's. */
export interface DocxOptions {
  /** A table of contents after the title block. Default: none. */
  toc?: boolean
  /** A letterhead (.docx or .dotx), as a path or its bytes: its styles, theme, page and running lines are kept. */
  referenceDoc?: string | Uint8Array
}

/** Returns the options. Throws `OptionsError` on one that is not known, or that is not what it should be. */
export function docxOptions(input: Readonly<Record<string, unknown>>): DocxOptions {
  const { toc, referenceDoc, ...others } = input
  const [unknown] = Object.keys(others)
  if (unknown !== undefined)
    throw new OptionsError(`docx has no option \`${unknown}\`; it has \`toc\` and \`referenceDoc\``)
  if (toc !== undefined && typeof toc !== 'boolean')
    throw new OptionsError(`\`docx.toc\` is true or false, not \`${String(toc)}\``)
  if (referenceDoc !== undefined && typeof referenceDoc !== 'string' && !(referenceDoc instanceof Uint8Array))
    throw new OptionsError('`docx.referenceDoc` is the path of a .docx or .dotx file')
  return { ...(toc !== undefined && { toc }), ...(referenceDoc !== undefined && { referenceDoc }) }
}
