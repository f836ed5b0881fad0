import { isStream, type PdfDict, type PdfValue } from '../file/objects.js'
import type { Page } from '../file/pages.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { placeOf, type StructureElement, type StructureTree } from '../structure/structure-tree.js'
import type { ParentTree } from './marked-content.js'

const INVISIBLE = 1
const HIDDEN = 2
const PRINT = 4
const NO_VIEW = 32
const TOGGLE_NO_VIEW = 256

const allowed = new Set([
  ...[
    'Text',
    'Link',
    'FreeText',
    'Line',
    'Square',
    'Circle',
    'Polygon',
    'PolyLine',
    'Highlight',
    'Underline',
    'Squiggly',
  ],
  ...['StrikeOut', 'Stamp', 'Caret', 'Ink', 'Popup', 'FileAttachment', 'Widget', 'PrinterMark', 'TrapNet', 'Watermark'],
])
/** In which element an annotation of a kind stands (ISO 14289-1 7.18.1, 7.18.4, 7.18.5). */
const elementFor: { [subtype: string]: string } = { Link: 'Link', Widget: 'Form' }

/** What each annotation of the document is judged with. */
interface Surroundings {
  file: PdfFile
  tree: StructureTree | undefined
  parents: ParentTree
  holders: Map<PdfDict, StructureElement[]>
  report: ReportFinding
}

/** Checks all annotations: kind, flags, words, and their way into the structure tree and back (ISO 14289-1 7.18, ISO 19005-2 6.3). */
export function checkAnnotations(
  file: PdfFile,
  pages: readonly Page[],
  tree: StructureTree | undefined,
  parents: ParentTree,
  usedKeys: ReadonlySet<number>,
  report: ReportFinding,
): void {
  const around: Surroundings = { file, tree, parents, holders: holdersOf(tree), report }
  const keys = new Map<number, PdfDict>()
  const seen = new Set<PdfDict>()
  for (const page of pages) {
    for (const value of file.array(page.dict.get('Annots')) ?? []) {
      const dict = file.dict(value)
      if (!dict || seen.has(dict)) continue
      seen.add(dict)
      file.budget.spend(100)
      checkAnnotation(around, page, dict, pathOf(file, page, value))
      checkKey(file, dict, keys, usedKeys, pathOf(file, page, value), report)
    }
  }
  for (const [object, elements] of around.holders)
    if (!seen.has(object) && file.name(object.get('Type')) === 'Annot')
      report('pdfua-link', 'the element refers to an annotation that is on no page', placeOf(elements[0]!))
}

function pathOf(file: PdfFile, page: Page, value: PdfValue): string {
  const number = file.numberOf(value)
  return number === undefined ? `page ${page.number}` : `page ${page.number}, object ${number}`
}

/** Which elements refer to an annotation by an object reference. */
function holdersOf(tree: StructureTree | undefined): Map<PdfDict, StructureElement[]> {
  const holders = new Map<PdfDict, StructureElement[]>()
  for (const element of tree?.elements ?? [])
    for (const kid of element.kids) {
      if (kid.kind !== 'object' || !kid.object) continue
      holders.set(kid.object, [...(holders.get(kid.object) ?? []), element])
    }
  return holders
}

function checkAnnotation(around: Surroundings, page: Page, dict: PdfDict, path: string): void {
  const { file, report } = around
  const subtype = file.name(dict.get('Subtype')) ?? ''
  if (!allowed.has(subtype)) report('pdf-annotation', `an annotation of kind \`${subtype}\` is not allowed`, path)
  checkFlags(file, dict, subtype, path, report)
  checkAppearance(file, dict, subtype, path, report)
  if (subtype === 'Widget' && (dict.has('A') || dict.has('AA')))
    report('pdf-action', 'a form field has an action', path)
  if (isUnseen(file, page, dict) || subtype === 'Popup') return
  if (subtype === 'TrapNet') return report('pdf-annotation', 'an annotation of kind `TrapNet` is not allowed', path)
  if (subtype === 'PrinterMark') return
  checkWords(around, dict, subtype, path)
  checkElement(around, dict, subtype, path)
}

/** Hidden, or outside the part of the page that is shown. */
function isUnseen(file: PdfFile, page: Page, dict: PdfDict): boolean {
  if (((file.number(dict.get('F')) ?? 0) & HIDDEN) !== 0) return true
  const rectangle = file.rectangle(dict.get('Rect'))
  if (!rectangle) return false
  const [left, bottom, right, top] = page.cropBox
  return rectangle[2] < left || rectangle[0] > right || rectangle[3] < bottom || rectangle[1] > top
}

function checkFlags(file: PdfFile, dict: PdfDict, subtype: string, path: string, report: ReportFinding): void {
  const flags = file.number(dict.get('F'))
  if (flags === undefined) {
    if (subtype !== 'Popup')
      report(
        'pdf-annotation-flags',
        'the annotation has no flags: `F` is missing, and must say that it prints (4)',
        path,
      )
    return
  }
  const right = (flags & PRINT) !== 0 && (flags & (INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW)) === 0
  if (!right)
    report(
      'pdf-annotation-flags',
      `the annotation’s flags are ${flags}: it must print (4) and must not be hidden (1, 2, 32, 256)`,
      path,
    )
}

/** What is shown must be in the file (ISO 19005-2 6.3.3). */
function checkAppearance(file: PdfFile, dict: PdfDict, subtype: string, path: string, report: ReportFinding): void {
  const appearance = file.dict(dict.get('AP'))
  const rectangle = file.rectangle(dict.get('Rect'))
  const hasArea = rectangle && (rectangle[2] > rectangle[0] || rectangle[3] > rectangle[1])
  if (!appearance) {
    if (hasArea && subtype !== 'Popup' && subtype !== 'Link')
      report('pdf-annotation', `an annotation of kind \`${subtype}\` has no looks of its own: \`AP\` is missing`, path)
    return
  }
  if ([...appearance.keys()].some(key => key !== 'N'))
    report('pdf-annotation', 'the annotation’s looks are more than the normal ones', path)
  const isButton = file.name(dict.get('FT')) === 'Btn'
  if (!isButton && !isStream(file.get(appearance.get('N'))) && subtype !== 'Widget')
    report('pdf-annotation', 'the annotation’s normal looks are no stream', path)
}

/** A reader that cannot see needs words (ISO 14289-1 7.18.1, 7.18.5). */
function checkWords({ file, holders, report }: Surroundings, dict: PdfDict, subtype: string, path: string): void {
  if (file.text(dict.get('Contents'))) return
  const hasAlt = holders.get(dict)?.some(element => file.text(element.dict.get('Alt'))) === true
  if (subtype === 'Widget') {
    if (!file.text(dict.get('TU')) && !file.text(file.dict(dict.get('Parent'))?.get('TU')) && !hasAlt)
      report('pdfua-annotation', 'a form field has no `TU` to say what it is for', path)
  } else if (subtype === 'Link') report('pdfua-link', 'the link has no `Contents` to say where it leads', path)
  else if (!hasAlt) report('pdfua-annotation', `an annotation of kind \`${subtype}\` has no \`Contents\``, path)
}

/** Element to annotation by an object reference, annotation to element by `StructParent` and the parent tree. */
function checkElement(
  { file, tree, parents, holders, report }: Surroundings,
  dict: PdfDict,
  subtype: string,
  path: string,
): void {
  const rule = subtype === 'Link' ? 'pdfua-link' : 'pdfua-annotation'
  const wanted = elementFor[subtype] ?? 'Annot'
  const holding = holders.get(dict) ?? []
  const key = file.number(dict.get('StructParent'))
  if (holding.length > 1) report(rule, 'several elements refer to one annotation', path)
  if (holding.length === 0) report(rule, `no \`${wanted}\` element refers to the annotation`, path)
  else if (!holding.some(element => element.role === wanted || element.parent?.role === wanted))
    report(rule, `the annotation stands in \`${holding[0]!.role}\`, not in \`${wanted}\``, path)
  if (!tree) return
  if (key === undefined) return report(rule, 'the annotation has no `StructParent`', path)
  const above = file.dict(parents.get(key))
  if (!above) report('pdfua-parent-tree', `the parent tree has nothing for \`StructParent\` ${key}`, path)
  else if (holding.length > 0 && !holding.some(element => element.dict === above))
    report(
      'pdfua-parent-tree',
      `the parent tree leads from \`StructParent\` ${key} to another element than the one that refers to the annotation`,
      path,
    )
}

function checkKey(
  file: PdfFile,
  dict: PdfDict,
  keys: Map<number, PdfDict>,
  usedKeys: ReadonlySet<number>,
  path: string,
  report: ReportFinding,
): void {
  const key = file.number(dict.get('StructParent'))
  if (key === undefined) return
  if (keys.has(key)) report('pdfua-parent-tree', `\`StructParent\` ${key} is also that of another annotation`, path)
  else if (usedKeys.has(key))
    report('pdfua-parent-tree', `\`StructParent\` ${key} is also the \`StructParents\` of a page`, path)
  keys.set(key, dict)
}
