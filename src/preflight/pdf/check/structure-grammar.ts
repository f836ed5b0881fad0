import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { childrenOf, parentsOf, singleChildren } from '../structure/standard-types.js'
import { placeOf, type StructureElement, type StructureTree } from '../structure/structure-tree.js'

/** Checks what may stand in what (ISO 14289-1 7.2), and what pictures, formulas and notes must say of themselves. */
export function checkStructureGrammar(file: PdfFile, tree: StructureTree, report: ReportFinding): void {
  const noteIds = new Set<string>()
  for (const element of tree.elements) {
    checkParent(element, report)
    checkChildren(element, report)
    checkAlternative(file, element, report)
    if (element.role === 'Note') checkNote(file, element, noteIds, report)
  }
}

/** Returns an element's children that are elements; a `NonStruct` counts as what it holds (ISO 32000-1 14.8.4.2). */
export function elementsIn(element: StructureElement): StructureElement[] {
  const elements = element.kids.filter(kid => kid.kind === 'element')
  return elements.flatMap(kid => (kid.role === 'NonStruct' ? elementsIn(kid) : [kid]))
}

function parentOf({ parent }: StructureElement): StructureElement | undefined {
  return parent?.role === 'NonStruct' ? parentOf(parent) : parent
}

function checkParent(element: StructureElement, report: ReportFinding): void {
  const allowed = parentsOf[element.role]
  const parent = parentOf(element)?.role ?? 'the root'
  if (allowed && !allowed.includes(parent))
    report(
      'pdfua-nesting',
      `\`${element.role}\` stands in \`${parent}\`, and may only stand in ${list(allowed)}`,
      placeOf(element),
    )
}

function checkChildren(element: StructureElement, report: ReportFinding): void {
  const roles = elementsIn(element).map(kid => kid.role)
  const allowed = childrenOf[element.role]
  const place = placeOf(element)
  for (const role of new Set(roles))
    if (allowed && !allowed.includes(role))
      report('pdfua-nesting', `\`${element.role}\` holds \`${role}\`, and may only hold ${list(allowed)}`, place)
  for (const single of singleChildren[element.role] ?? [])
    if (roles.filter(role => role === single).length > 1)
      report('pdfua-nesting', `\`${element.role}\` holds more than one \`${single}\``, place)
  if (element.role === 'Table') checkTableParts(roles, place, report)
  if ((element.role === 'L' || element.role === 'TOC') && roles.indexOf('Caption') > 0)
    report('pdfua-nesting', `the \`Caption\` of a \`${element.role}\` does not come first`, place)
  if (/^T(able|Head|Body|Foot|R)$/.test(element.role) && element.kids.some(kid => kid.kind === 'content'))
    report('pdfua-nesting', `\`${element.role}\` holds content of its own, and may only hold elements`, place)
}

function checkTableParts(roles: string[], place: string, report: ReportFinding): void {
  const caption = roles.indexOf('Caption')
  if (caption > 0 && caption < roles.length - 1)
    report('pdfua-nesting', 'the `Caption` of a `Table` is neither its first nor its last child', place)
  for (const part of ['THead', 'TFoot'])
    if (roles.includes(part) && !roles.includes('TBody'))
      report('pdfua-nesting', `a \`Table\` with \`${part}\` has no \`TBody\``, place)
}

/** Pictures and formulas need words that stand for them (ISO 14289-1 7.3, 7.7). */
function checkAlternative(file: PdfFile, element: StructureElement, report: ReportFinding): void {
  const { role, dict } = element
  if (role !== 'Figure' && role !== 'Formula') return
  if (file.text(dict.get('Alt')) || file.text(dict.get('ActualText')) !== undefined) return
  report('pdfua-alternative', `\`${role}\` has neither \`Alt\` nor \`ActualText\``, placeOf(element))
}

function checkNote(file: PdfFile, element: StructureElement, ids: Set<string>, report: ReportFinding): void {
  const id = file.text(element.dict.get('ID'))
  if (!id) report('pdfua-note', '`Note` has no `ID`', placeOf(element))
  else if (ids.has(id)) report('pdfua-note', `two \`Note\` elements have the \`ID\` "${id}"`, placeOf(element))
  else ids.add(id)
}

function list(types: readonly string[]): string {
  return types.map(type => `\`${type}\``).join(', ')
}
