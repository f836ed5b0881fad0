import { readFile } from 'node:fs/promises'
import { OptionsError } from '../renderers/renderer.js'
import { UsageError } from './errors.js'

/**
 * Looks whether a letterhead is a Word file that can be read: a package (APPNOTE 4.3.7) with a part below `word/`, whole
 * inside. Throws `UsageError`, so that a slip in its name is told before anything is made, whatever the formats.
 */
export async function checkLetterhead(file: string): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw wrong(`the letterhead \`${file}\` is not there`)
    throw wrong(`the letterhead \`${file}\` cannot be read (${error.code ?? error.message})`)
  })
  const isPackage = bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50
  if (!isPackage || !bytes.includes('word/')) throw wrong(`the letterhead \`${file}\` is no Word file`)
  const { openReference } = await import('../renderers/docx/reference/reference.js')
  try {
    openReference(new Uint8Array(bytes))
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error
    throw wrong(`\`${file}\`: ${error.message}`)
  }
}

function wrong(reason: string): UsageError {
  return new UsageError(reason, 'name a .docx or .dotx file with `--reference-doc`, or as `docx.referenceDoc`')
}
