import type { ContentFacts, MarkedContent } from '../content/content-facts.js'
import { isReference, type PdfDict, type PdfValue } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { placeOf, type StructureElement, type StructureTree } from '../structure/structure-tree.js'

/** The parent tree's entries by key (ISO 32000-1 14.7.4.4). */
export type ParentTree = Map<number, PdfValue>

/**
 * Checks that marked content and structure tree say the same in both directions: each MCID stands once on its page, in
 * one element, and the parent tree leads from the one to the other (ISO 14289-1 7.1, ISO 32000-1 14.7.4).
 */
export function checkMarkedContent(
  file: PdfFile,
  tree: StructureTree,
  parents: ParentTree,
  facts: ContentFacts,
  report: ReportFinding,
): void {
  const elements = elementsByContent(tree, report)
  const keys = new Map<number, string>()
  for (const marked of facts.marked.values()) {
    const path = marked.isForm ? `page ${marked.page}, a form` : `page ${marked.page}`
    checkKey(marked, keys, path, report)
    checkIds(file, marked, parents, elements.get(marked.owner), path, report)
  }
  for (const [owner, ids] of elements) {
    const marked = facts.marked.get(owner)
    for (const [id, element] of ids)
      if (!marked?.ids.has(id))
        report('pdfua-mcid', `the element holds MCID ${id}, which no content has`, placeOf(element))
  }
}

/** Owner (page or form) to MCID to the element that holds it. */
function elementsByContent(tree: StructureTree, report: ReportFinding): Map<PdfDict, Map<number, StructureElement>> {
  const all = new Map<PdfDict, Map<number, StructureElement>>()
  for (const element of tree.elements)
    for (const kid of element.kids) {
      if (kid.kind !== 'content') continue
      if (!kid.owner) {
        report('pdfua-mcid', `the element holds MCID ${kid.id} of no page`, placeOf(element))
        continue
      }
      const ids = all.get(kid.owner) ?? new Map<number, StructureElement>()
      all.set(kid.owner, ids)
      if (ids.has(kid.id))
        report('pdfua-mcid', `MCID ${kid.id} of one page stands in two places of the structure tree`, placeOf(element))
      else ids.set(kid.id, element)
    }
  return all
}

function checkKey(marked: MarkedContent, keys: Map<number, string>, path: string, report: ReportFinding): void {
  const key = marked.structParents
  if (key === undefined) {
    if (marked.ids.size > 0) report('pdfua-parent-tree', 'its content is tagged and it has no `StructParents`', path)
    return
  }
  const other = keys.get(key)
  if (other !== undefined) report('pdfua-parent-tree', `\`StructParents\` ${key} is also that of ${other}`, path)
  keys.set(key, path)
}

function checkIds(
  file: PdfFile,
  marked: MarkedContent,
  parents: ParentTree,
  elements: Map<number, StructureElement> | undefined,
  path: string,
  report: ReportFinding,
): void {
  const row = marked.structParents === undefined ? undefined : file.array(parents.get(marked.structParents))
  if (marked.ids.size > 0 && marked.structParents !== undefined && !row)
    report('pdfua-parent-tree', `the parent tree has no array for \`StructParents\` ${marked.structParents}`, path)
  for (const [id, count] of marked.ids) {
    if (count > 1) report('pdfua-mcid', `MCID ${id} stands ${count} times in one content stream`, path)
    const element = elements?.get(id)
    if (!element) report('pdfua-mcid', `MCID ${id} belongs to no structure element`, path)
    if (!row) continue
    const entry = row[id]
    const found = file.dict(entry)
    if (!isReference(entry) || !found)
      report('pdfua-parent-tree', `the parent tree leads from MCID ${id} to no element`, path)
    else if (element && found !== element.dict)
      report(
        'pdfua-parent-tree',
        `the parent tree leads from MCID ${id} to another element than the one that holds it`,
        path,
      )
  }
  checkGaps(marked, path, report)
}

/** The parent tree's array has a place for each number up to the highest, so numbers should follow on one another. */
function checkGaps(marked: MarkedContent, path: string, report: ReportFinding): void {
  let highest = -1
  for (const id of marked.ids.keys()) highest = Math.max(highest, id)
  const missing = highest + 1 - marked.ids.size
  if (missing > 0)
    report('pdf-mcid-gap', `${missing} of the MCIDs 0 to ${highest} ${missing === 1 ? 'is' : 'are'} not used`, path)
}
