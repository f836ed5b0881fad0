import { limits } from '../budget.js'
import type { PdfDict, PdfValue } from './objects.js'
import type { PdfFile } from './pdf-file.js'

/** One page with what it inherits from the page tree (ISO 32000-1 7.7.3.4). */
export interface Page {
  /** From 1, as a reader counts. */
  number: number
  dict: PdfDict
  /** The object's number: marked content is referred to by it. */
  object: number | undefined
  resources: PdfDict
  /** Left, bottom, right, top; the crop box lies within the media box. */
  mediaBox: readonly [number, number, number, number]
  cropBox: readonly [number, number, number, number]
}

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
const letter = [0, 0, 612, 792] as const

/** Returns the pages in their order. A tree with a loop is walked once. */
export function readPages(file: PdfFile): Page[] {
  const pages: Page[] = []
  const seen = new Set<PdfDict>()
  const walk = (value: PdfValue | undefined, inherited: PdfDict, depth: number): void => {
    const node = file.dict(value)
    if (!node || seen.has(node) || depth > limits.treeDepth || seen.size > limits.treeNodes) return
    seen.add(node)
    file.budget.spend(20)
    const own: PdfDict = new Map(inherited)
    for (const key of inheritable) if (node.has(key)) own.set(key, node.get(key)!)
    const kids = file.array(node.get('Kids'))
    if (kids && file.name(node.get('Type')) !== 'Page') for (const kid of kids) walk(kid, own, depth + 1)
    else if (!kids) pages.push(createPage(file, node, own, file.numberOf(value), pages.length + 1))
  }
  walk(file.catalog.get('Pages'), new Map(), 0)
  return pages
}

function createPage(file: PdfFile, dict: PdfDict, own: PdfDict, object: number | undefined, number: number): Page {
  const mediaBox = file.rectangle(own.get('MediaBox')) ?? letter
  const cropBox = file.rectangle(own.get('CropBox')) ?? mediaBox
  return { number, dict, object, resources: file.dict(own.get('Resources')) ?? new Map(), mediaBox, cropBox }
}

/** Returns a page's content: its streams one after another, a white space between (ISO 32000-1 7.8.2). */
export function pageContent(file: PdfFile, page: Page): { bytes: Uint8Array; broken: boolean } {
  const entry = file.get(page.dict.get('Contents'))
  const streams = (Array.isArray(entry) ? entry : [page.dict.get('Contents')])
    .map(item => file.stream(item))
    .filter(item => item !== undefined)
  const decoded = streams.map(stream => file.data(stream))
  const parts = decoded.map(item => (item.unknown || item.picture ? new Uint8Array(0) : item.bytes))
  const broken = decoded.some(item => item.broken || item.unknown !== undefined || item.picture !== undefined)
  if (parts.length === 1) return { bytes: parts[0]!, broken }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(10)
  file.budget.decode(bytes.length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length + 1
  }
  return { bytes, broken }
}
