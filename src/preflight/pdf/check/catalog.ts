import type { Page } from '../file/pages.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'

/** Checks the document catalog's keys (ISO 14289-1 6.2, 7.1; ISO 19005-2 6.4, 6.5.2, 6.7, 6.10, 6.11). */
export function checkCatalog(file: PdfFile, report: ReportFinding): void {
  const { catalog } = file
  const mark = file.dict(catalog.get('MarkInfo'))
  if (file.get(mark?.get('Marked')) !== true)
    report('pdfua-marked', '`MarkInfo` does not say that the document is tagged: `Marked` is not true')
  if (file.get(mark?.get('Suspects')) === true) report('pdfua-marked', '`MarkInfo` says that the tags are suspect')
  if (!file.dict(catalog.get('StructTreeRoot')))
    report('pdfua-structure', 'there is no structure tree: `StructTreeRoot` is missing')
  if (file.get(file.dict(catalog.get('ViewerPreferences'))?.get('DisplayDocTitle')) !== true)
    report('pdfua-display-title', 'a reader’s window shows the file name, not the title: `DisplayDocTitle` is not true')
  if (catalog.has('AA')) report('pdf-action', 'the catalog has actions that run by themselves: `AA`')
  if (catalog.has('Requirements')) report('pdf-catalog', 'the catalog lists `Requirements`')
  if (file.get(catalog.get('NeedsRendering')) === true)
    report('pdf-catalog', 'the pages are made by a form: `NeedsRendering` is true')
  const names = file.dict(catalog.get('Names'))
  if (names?.has('AlternatePresentations')) report('pdf-catalog', 'the catalog has `AlternatePresentations`')
  if (names?.has('JavaScript')) report('pdf-action', 'the catalog holds JavaScript')
  for (const key of file.dict(catalog.get('Perms'))?.keys() ?? [])
    if (key !== 'UR3' && key !== 'DocMDP') report('pdf-catalog', `the permissions hold \`${key}\``)
  checkOptionalContent(file, report)
  checkForm(file, report)
}

/** Layers have names, and none switches itself (ISO 19005-2 6.9, ISO 14289-1 7.10). */
function checkOptionalContent(file: PdfFile, report: ReportFinding): void {
  const properties = file.dict(file.catalog.get('OCProperties'))
  if (!properties) return
  for (const value of [properties.get('D'), ...(file.array(properties.get('Configs')) ?? [])]) {
    const config = file.dict(value)
    if (!config) continue
    if (!file.text(config.get('Name'))) report('pdf-layer', 'a configuration of layers has no `Name`')
    if (config.has('AS')) report('pdf-layer', 'a configuration of layers switches them by itself: `AS`')
  }
}

function checkForm(file: PdfFile, report: ReportFinding): void {
  const form = file.dict(file.catalog.get('AcroForm'))
  if (form?.has('XFA')) report('pdf-form', 'the form is made with XFA')
  if (file.get(form?.get('NeedAppearances')) === true)
    report('pdf-form', 'the form’s fields have no looks of their own: `NeedAppearances` is true')
}

/** Checks the pages' own keys (ISO 14289-1 7.18.3; ISO 19005-2 6.1.13, 6.5.2, 6.10). */
export function checkPages(file: PdfFile, pages: readonly Page[], report: ReportFinding): void {
  if (pages.length === 0) report('pdf-unreadable', 'it has no page')
  for (const { dict, number, mediaBox } of pages) {
    const path = `page ${number}`
    const hasAnnotations = (file.array(dict.get('Annots')) ?? []).length > 0
    const tabs = file.name(dict.get('Tabs'))
    if (hasAnnotations && tabs !== 'S')
      report(
        'pdfua-tabs',
        `the tab key does not follow the structure: \`Tabs\` is ${tabs ? `\`${tabs}\`` : 'missing'}, not \`S\``,
        path,
      )
    if (dict.has('AA')) report('pdf-action', 'the page has actions that run by themselves: `AA`', path)
    if (dict.has('PresSteps')) report('pdf-catalog', 'the page has `PresSteps`', path)
    const [left, bottom, right, top] = mediaBox
    if ([right - left, top - bottom].some(side => side < 3 || side > 14400))
      report('pdf-limit', `the page measures ${right - left} × ${top - bottom} pt: each side may be 3 to 14400`, path)
  }
}
