import type { Attachment } from '../build/attachments.js'
import { type CosDocument, type CosValue, type PDFRef, PDFString, textString } from '../cos.js'
import { pdfDate } from './metadata.js'

/** Where the catalog names attachments: as associated files, and by name for readers that list them. */
export interface WrittenAttachments {
  associated: PDFRef[]
  names: PDFRef
}

/**
 * Adds files to the document as PDF/A-3 has them (ISO 19005-3 6.8): each with its kind, its description and how it belongs
 * here. `modified` is the article's own date. Returns nothing where there are none.
 */
export function writeAttachments(
  attachments: readonly Attachment[],
  modified: string | undefined,
  document: CosDocument,
): WrittenAttachments | undefined {
  if (attachments.length === 0) return undefined
  const date = modified === undefined ? {} : { ModDate: PDFString.of(pdfDate(modified)) }
  const written = attachments.map(attachment => ({ name: attachment.name, ref: writeOne(attachment, date, document) }))
  // A name tree is sorted (ISO 32000-1 7.9.6): names are written in UTF-16, by whose units JavaScript compares.
  const sorted = [...written].sort((a, b) => (a.name < b.name ? -1 : 1))
  const names = document.add({ Names: sorted.flatMap(({ name, ref }) => [textString(name), ref]) })
  return { associated: written.map(({ ref }) => ref), names }
}

function writeOne(
  { name, description, mediaType, relationship, bytes }: Attachment,
  date: { [key: string]: CosValue },
  document: CosDocument,
): PDFRef {
  const file = document.addStream(
    { Type: 'EmbeddedFile', Subtype: mediaType, Params: { Size: bytes.length, ...date } },
    bytes,
  )
  return document.add({
    Type: 'Filespec',
    F: textString(name),
    UF: textString(name),
    Desc: textString(description),
    AFRelationship: relationship,
    EF: { F: file, UF: file },
  })
}
