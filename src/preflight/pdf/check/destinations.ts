import { limits } from '../budget.js'
import { isName, isString, latin, type PdfDict, type PdfValue, textOf } from '../file/objects.js'
import type { Page } from '../file/pages.js'
import type { PdfFile } from '../file/pdf-file.js'
import { readNameTree } from '../file/trees.js'
import type { ReportFinding } from '../findings.js'

/** Checks that links and outline entries lead to places that exist, and that names are in order (ISO 32000-1 12.3.2, 12.3.3, 7.9.6). */
export function checkDestinations(file: PdfFile, pages: readonly Page[], report: ReportFinding): void {
  const names = readNameTree(file, file.dict(file.catalog.get('Names'))?.get('Dests'))
  for (let index = 1; index < names.length; index += 1)
    if (names[index]!.name <= names[index - 1]!.name)
      report(
        'pdf-destination',
        'the names of places are not in order, or one stands twice',
        `name "${printable(names[index]!.name)}"`,
      )
  const known = new Map(names.map(entry => [entry.name, entry.value]))
  for (const [name, value] of file.dict(file.catalog.get('Dests')) ?? []) known.set(name, value)
  const pageDicts = new Set(pages.map(page => page.dict))
  const check = (value: PdfValue | undefined, path: string) => checkTarget(file, value, known, pageDicts, path, report)
  for (const page of pages)
    for (const item of file.array(page.dict.get('Annots')) ?? []) {
      const dict = file.dict(item)
      if (dict && file.name(dict.get('Subtype')) === 'Link') check(targetOf(file, dict), `page ${page.number}`)
    }
  checkOutline(file, check, report)
}

function targetOf(file: PdfFile, dict: PdfDict): PdfValue | undefined {
  if (dict.has('Dest')) return dict.get('Dest')
  const action = file.dict(dict.get('A'))
  return file.name(action?.get('S')) === 'GoTo' ? action?.get('D') : undefined
}

function checkTarget(
  file: PdfFile,
  value: PdfValue | undefined,
  known: Map<string, PdfValue>,
  pages: ReadonlySet<PdfDict>,
  path: string,
  report: ReportFinding,
): void {
  const target = file.get(value)
  if (target === undefined) return
  const name = isString(target) ? latin(target.bytes) : isName(target) ? target.name : undefined
  if (name !== undefined && !known.has(name))
    return report('pdf-destination', `it leads to "${printable(name)}", and no place has that name`, path)
  const found = file.get(name === undefined ? target : known.get(name))
  const place = Array.isArray(found) ? found : file.array(file.dict(found)?.get('D'))
  const page = file.dict(place?.[0])
  if (!place || (page && !pages.has(page)) || (!page && typeof file.get(place[0]) !== 'number'))
    report('pdf-destination', 'it leads to no page of the document', path)
}

function checkOutline(
  file: PdfFile,
  check: (value: PdfValue | undefined, path: string) => void,
  report: ReportFinding,
): void {
  const seen = new Set<PdfDict>()
  const walk = (value: PdfValue | undefined, depth: number): void => {
    for (let item = file.dict(value); item; item = file.dict(item.get('Next'))) {
      if (seen.has(item) || depth > limits.treeDepth) return report('pdf-destination', 'the outline runs in a circle')
      seen.add(item)
      const title = file.text(item.get('Title'))
      if (!title) report('pdf-destination', 'an entry of the outline has no title')
      check(targetOf(file, item), `outline, "${(title ?? '').slice(0, 40)}"`)
      walk(item.get('First'), depth + 1)
    }
  }
  walk(file.dict(file.catalog.get('Outlines'))?.get('First'), 0)
}

/** A name is bytes; most are text. */
function printable(name: string): string {
  const text = textOf({ kind: 'string', bytes: Uint8Array.from(name, character => character.charCodeAt(0)) })
  return text.slice(0, 60).replace(/[^\x20-\x7e]/g, '?')
}
