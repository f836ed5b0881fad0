import { isName, type PdfDict } from '../file/objects.js'
import type { Page } from '../file/pages.js'
import type { PdfFile } from '../file/pdf-file.js'
import { readNameTree } from '../file/trees.js'
import type { ReportFinding } from '../findings.js'
import type { StructureTree } from '../structure/structure-tree.js'

const mediaType = /^[-\w+.]+\/[-\w+.]+$/

/** Checks embedded files: PDF/A-3 allows any that say what they are and what they belong to; PDF/A-2 only PDF/A (ISO 19005-2 and -3, 6.8). */
export function checkAttachments(
  file: PdfFile,
  pages: readonly Page[],
  tree: StructureTree | undefined,
  part: number | undefined,
  report: ReportFinding,
): void {
  const associated = associatedFiles(file, pages, tree)
  for (const number of file.objectNumbers()) {
    const dict = file.dict(file.object(number))
    if (!dict || !file.dict(dict.get('EF'))) continue
    checkSpecification(file, dict, `object ${number}`, part, associated, report)
  }
  for (const { name, value } of readNameTree(file, file.dict(file.catalog.get('Names'))?.get('EmbeddedFiles')))
    if (!file.dict(value)?.has('EF')) report('pdf-attachment', `the attachment "${name.slice(0, 60)}" holds no file`)
}

function checkSpecification(
  file: PdfFile,
  dict: PdfDict,
  path: string,
  part: number | undefined,
  associated: ReadonlySet<PdfDict>,
  report: ReportFinding,
): void {
  const name = file.text(dict.get('UF'))
  if (!name || !file.text(dict.get('F')))
    report('pdf-attachment', 'an attachment’s name is missing in `F` or `UF`', path)
  const embedded = file.dict(dict.get('EF'))
  const stream = file.stream(embedded?.get('UF') ?? embedded?.get('F'))
  if (!stream) return report('pdf-attachment', 'an attachment’s file is missing', path)
  if (part !== 3) {
    if (!isPdf(file, stream))
      report('pdf-attachment', 'a file that is no PDF/A is attached: only PDF/A-3 allows that', path)
    return
  }
  const subtype = stream.dict.get('Subtype')
  if (!isName(subtype) || !mediaType.test(subtype.name))
    report('pdf-attachment', 'an attachment’s media type is missing: `Subtype` of its stream', path)
  if (!file.name(dict.get('AFRelationship')))
    report(
      'pdf-attachment',
      'an attachment does not say how it belongs to the document: `AFRelationship` is missing',
      path,
    )
  if (!associated.has(dict)) report('pdf-attachment', 'an attachment belongs to nothing: no `AF` names it', path)
  if (!file.text(dict.get('Desc')))
    report('pdf-attachment-description', 'an attachment has no description: `Desc` is missing', path)
}

function isPdf(file: PdfFile, stream: NonNullable<ReturnType<PdfFile['stream']>>): boolean {
  const { bytes } = file.data(stream)
  return String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'
}

/** File specifications that an `AF` of catalog, page, element or annotation names (ISO 19005-3 6.8). */
function associatedFiles(file: PdfFile, pages: readonly Page[], tree: StructureTree | undefined): Set<PdfDict> {
  const found = new Set<PdfDict>()
  const holders = [
    file.catalog,
    ...pages.map(page => page.dict),
    ...(tree?.elements ?? []).map(element => element.dict),
  ]
  for (const holder of holders) {
    const value = holder.get('AF')
    if (value === undefined) continue
    for (const item of file.array(value) ?? [value]) {
      const dict = file.dict(item)
      if (dict) found.add(dict)
    }
  }
  return found
}
