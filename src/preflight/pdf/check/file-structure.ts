import { lastIndexOf, standsAt } from '../file/cross-reference.js'
import { isWhite } from '../file/lexer.js'
import { isString } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'

/** Objects that one PDF may have (ISO 19005-2 6.1.13). */
const MAX_OBJECTS = 8_388_607

/** Checks what stands around the objects: header, cross-reference, trailer, end (ISO 19005-2 6.1). */
export function checkFileStructure(file: PdfFile, report: ReportFinding): void {
  checkHeader(file.bytes, report)
  const { damage, places } = file.crossReference
  if (damage)
    report('pdf-cross-reference', `the cross-reference is broken (${damage}): the objects were searched for instead`)
  if (places.size > MAX_OBJECTS) report('pdf-limit', `it has ${places.size} objects, and may have ${MAX_OBJECTS}`)
  checkIdentifier(file, report)
  checkEnd(file.bytes, report)
}

/** Called when all objects have been read: only then is it known which are not where the table says. */
export function checkPlaces(file: PdfFile, report: ReportFinding): void {
  for (const number of new Set(file.misplaced))
    report('pdf-cross-reference', 'it does not stand where the cross-reference says', `object ${number}`)
  for (const number of file.unspaced)
    report('pdf-object', '`12 0 obj` or `endobj` does not stand on a line of its own', `object ${number}`)
}

function checkHeader(bytes: Uint8Array, report: ReportFinding): void {
  const line = String.fromCharCode(...bytes.subarray(0, 12))
  const header = /^%PDF-(\d\.\d)(\r\n|\r|\n)/.exec(line)
  if (!header || !/^1\.[0-7]$/.test(header[1]!)) {
    const found = header ? `\`%PDF-${header[1]}\`` : 'something else'
    report('pdf-header', `it begins with ${found}, not with \`%PDF-1.0\` to \`%PDF-1.7\` on a line of its own`)
  }
  const at = header?.[0].length ?? 9
  if (bytes[at] !== 0x25 || ![1, 2, 3, 4].every(step => (bytes[at + step] ?? 0) > 127))
    report('pdf-header', 'the line after the header is no comment of four bytes above 127')
}

function checkIdentifier(file: PdfFile, report: ReportFinding): void {
  const id = file.array(file.trailer.get('ID'))?.map(item => file.get(item))
  if (id?.length === 2 && id.every(item => isString(item) && item.bytes.length > 0)) return
  report('pdf-trailer-id', id ? '`ID` in the trailer is not a pair of strings' : 'the trailer has no `ID`')
}

function checkEnd(bytes: Uint8Array, report: ReportFinding): void {
  const end = lastIndexOf(bytes, '%%EOF')
  if (end < 0) return report('pdf-cross-reference', 'the file does not end in `%%EOF`: it is cut off')
  let after = end + 5
  if (bytes[after] === 13) after += 1
  if (bytes[after] === 10) after += 1
  if (after < bytes.length) report('pdf-after-end', `${bytes.length - after} bytes follow the last \`%%EOF\``)
}

/** Returns whether bytes can be a PDF at all: its mark stands near the start (ISO 32000-1 Annex H.3, note 13). */
export function looksLikePdf(bytes: Uint8Array): boolean {
  for (let at = 0; at < Math.min(1024, bytes.length); at += 1) if (standsAt(bytes, '%PDF-', at)) return true
  return false
}

/** Returns whether a file holds nothing but white space. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 1024).every(byte => isWhite(byte))
}
