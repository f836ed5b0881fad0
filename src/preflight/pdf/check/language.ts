import type { ContentFacts } from '../content/content-facts.js'
import { isString, textOf } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { placeOf, type StructureElement, type StructureTree } from '../structure/structure-tree.js'

const languageTag = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

/** Checks that the language of all text is known and rightly written (ISO 14289-1 7.2; ISO 19005-2 6.7.4). */
export function checkLanguage(
  file: PdfFile,
  tree: StructureTree | undefined,
  facts: ContentFacts,
  report: ReportFinding,
): void {
  const entry = file.get(file.catalog.get('Lang'))
  const whole = isString(entry) ? textOf(entry) : undefined
  checkTag(whole, 'catalog', report)
  for (const element of tree?.elements ?? []) checkTag(element.language, placeOf(element), report)
  for (const { language, page } of facts.languages) checkTag(language, `page ${page}`, report)
  if (whole === undefined) checkWithout(file, tree, facts, report)
}

function checkTag(language: string | undefined, path: string, report: ReportFinding): void {
  if (language !== undefined && !languageTag.test(language))
    report('pdfua-language', `"${language.slice(0, 40)}" is no language tag`, path)
}

/** Without a language for the whole document, each text must have one from its element or its content. */
function checkWithout(
  file: PdfFile,
  tree: StructureTree | undefined,
  facts: ContentFacts,
  report: ReportFinding,
): void {
  if (!tree) return report('pdfua-language', 'the document names no language: `Lang` is missing in the catalog')
  let without = 0
  for (const element of tree.elements) {
    if (hasLanguage(element)) continue
    const speaks = ['Alt', 'ActualText', 'E'].some(key => element.dict.has(key))
    const shows = element.kids.some(
      kid => kid.kind === 'content' && kid.owner && facts.marked.get(kid.owner)?.idsWithText.has(kid.id),
    )
    if (speaks || shows) without += 1
  }
  if (without > 0)
    report(
      'pdfua-language',
      `the catalog names no language, and ${without} ${without === 1 ? 'element' : 'elements'} with text have none of their own`,
    )
  if (file.dict(file.catalog.get('Outlines')))
    report('pdfua-language', 'the language of the outline is not known: `Lang` is missing in the catalog')
}

function hasLanguage(element: StructureElement): boolean {
  for (let above: StructureElement | undefined = element; above; above = above.parent)
    if (above.language !== undefined) return true
  return false
}
