import type { PdfDict } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'

/** CIDs end at 65535 (ISO 32000-1 Annex C). */
const MAX_CID = 65535

/** Returns the widths of a font dictionary: by code for a simple font (9.6.2.1), by CID for a descendant font (9.7.4.3). */
export function readWidths(file: PdfFile, inner: PdfDict, isComposite: boolean): (index: number) => number | undefined {
  return isComposite ? compositeWidths(file, inner) : simpleWidths(file, inner)
}

function simpleWidths(file: PdfFile, dict: PdfDict): (code: number) => number | undefined {
  const first = file.number(dict.get('FirstChar'))
  const widths = file.array(dict.get('Widths'))?.map(item => file.number(item))
  const missing = file.number(file.dict(dict.get('FontDescriptor'))?.get('MissingWidth')) ?? 0
  if (first === undefined || !widths) return () => undefined
  return code => (code >= first && code < first + widths.length ? widths[code - first] : missing)
}

function compositeWidths(file: PdfFile, dict: PdfDict): (cid: number) => number | undefined {
  const otherwise = file.number(dict.get('DW')) ?? 1000
  const widths = new Map<number, number>()
  const items = file.array(dict.get('W')) ?? []
  for (let at = 0; at < items.length; ) {
    const first = file.number(items[at])
    const list = file.array(items[at + 1])
    if (first === undefined) break
    if (list) {
      file.budget.spend(list.length)
      for (const [index, item] of list.entries()) setWidth(widths, first + index, file.number(item))
      at += 2
      continue
    }
    const last = Math.min(file.number(items[at + 1]) ?? first, MAX_CID)
    file.budget.spend(Math.max(0, last - first) + 1)
    for (let cid = first; cid <= last; cid += 1) setWidth(widths, cid, file.number(items[at + 2]))
    at += 3
  }
  return cid => widths.get(cid) ?? otherwise
}

function setWidth(widths: Map<number, number>, cid: number, width: number | undefined): void {
  if (width !== undefined) widths.set(cid, width)
}
