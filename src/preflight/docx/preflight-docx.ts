import { createMessage, type Message } from '../../diagnostics/message.js'
import { openPackage, type Package } from '../../ooxml/open-package.js'
import { PackageError } from '../../ooxml/package-error.js'
import { Findings } from '../pdf/findings.js'
import { blankCheck, checkMetadata, headingCheck, pictureCheck, tableHeadCheck } from './check-accessibility.js'
import { checkSettings, nameCheck } from './check-names.js'
import { checkPackage, relationshipCheck } from './check-package.js'
import { schemaCheck } from './check-schema.js'
import { bookmarkCheck, cellCheck, drawingCheck, fieldCheck, noteCheck } from './check-text.js'
import { findParts, textParts, visitPart, type WordParts } from './visit-parts.js'

/**
 * Judges a Word file, whoever made it: what makes Word call it corrupt, ask or warn on opening, what other programs show
 * wrong, and what its accessibility checker finds. No message means that nothing was found. Never rejects over content.
 */
export async function preflightDocx(bytes: Uint8Array): Promise<Message[]> {
  try {
    const file = openPackage(bytes)
    const parts = findParts(file)
    if (!parts) return [createMessage('docx-unreadable', 'the package holds no Word document')]
    return judge(file, parts)
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    return [createMessage('docx-unreadable', error.message, { hint: error.hint })]
  }
}

function judge(file: Package, parts: WordParts): Message[] {
  const findings = new Findings()
  const { report } = findings
  const part = (path: string | undefined) => (path === undefined ? undefined : file.xml(path))
  checkPackage(file, parts, report)
  checkMetadata(file, parts, report)
  checkSettings(part(parts.settings), report)
  const lasting = [
    bookmarkCheck(report),
    fieldCheck(report),
    noteCheck('footnote', part(parts.footnotes), report),
    noteCheck('endnote', part(parts.endnotes), report),
    noteCheck('comment', part(parts.comments), report),
  ]
  const visitors = [
    schemaCheck(report),
    relationshipCheck(file, report),
    nameCheck(file, parts, report),
    cellCheck(report),
    drawingCheck(report),
    pictureCheck(report),
    tableHeadCheck(report),
    headingCheck(parts.document, part(parts.styles), report),
    blankCheck(part(parts.styles), report),
    ...lasting.map(each => each.visitor),
  ]
  for (const path of textParts(parts)) {
    const root = file.xml(path)
    if (root) visitPart(root, path, visitors)
  }
  for (const path of [parts.styles, parts.numbering, parts.settings]) {
    const root = part(path)
    if (root && path) visitPart(root, path, [schemaCheck(report), nameCheck(file, parts, report)])
  }
  for (const each of lasting) each.finish()
  return findings.messages()
}
