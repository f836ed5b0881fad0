import { suggestion } from '../../diagnostics/nearest.js'
import { OptionsError } from '../renderer.js'
import { wordStyles } from './style/word-styles.js'

/** What a user may choose for a Word file. How it looks is the template's affair, or the letterhead's. */
export interface DocxOptions {
  /** A table of contents after the title block. Default: none. */
  toc?: boolean
  /** A letterhead (.docx or .dotx), as a path or its bytes: its styles, theme, page and running lines are kept. */
  referenceDoc?: string | Uint8Array
  /** What the letterhead's own styles stand for, by their names: `{"House Pull": "Pull Quote"}`. Ours take their look. */
  styles?: { readonly [name: string]: string }
}

/** Returns the options. Throws `OptionsError` on one that is not known, or that is not what it should be. */
export function docxOptions(input: Readonly<Record<string, unknown>>): DocxOptions {
  const { toc, referenceDoc, styles, ...others } = input
  const [unknown] = Object.keys(others)
  if (unknown !== undefined)
    throw new OptionsError(
      `options of \`docx\`: there is no key \`${unknown}\` (${suggestion(unknown, ['toc', 'referenceDoc', 'styles'])})`,
    )
  if (toc !== undefined && typeof toc !== 'boolean')
    throw new OptionsError(`\`docx.toc\` is true or false, not \`${String(toc)}\``)
  if (referenceDoc !== undefined && typeof referenceDoc !== 'string' && !(referenceDoc instanceof Uint8Array))
    throw new OptionsError('`docx.referenceDoc` is the path of a .docx or .dotx file')
  return {
    ...(toc !== undefined && { toc }),
    ...(referenceDoc !== undefined && { referenceDoc }),
    ...(styles !== undefined && { styles: houseStyles(styles) }),
  }
}

/** Names of our styles, as Word shows them. */
const ownNames = wordStyles.map(style => style.name)

function houseStyles(given: unknown): { readonly [name: string]: string } {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new OptionsError(
      '`docx.styles` names what each style of the house stands for: `{"House Pull": "Pull Quote"}`',
    )
  for (const [name, known] of Object.entries(given)) {
    if (typeof known !== 'string' || !ownNames.some(own => own.toLowerCase() === known.toLowerCase()))
      throw new OptionsError(
        `\`docx.styles\`: \`${name}\` cannot stand for \`${String(known)}\`: ${suggestion(String(known), ownNames)}`,
      )
  }
  return given as { readonly [name: string]: string }
}
