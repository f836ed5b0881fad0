import { limits } from '../budget.js'
import { isString, latin, type PdfValue } from './objects.js'
import type { PdfFile } from './pdf-file.js'

/** Returns a number tree's entries (ISO 32000-1 7.9.7); of two with one key the first. */
export function readNumberTree(
  file: PdfFile,
  root: PdfValue | undefined,
): { entries: Map<number, PdfValue>; repeated: number[] } {
  const entries = new Map<number, PdfValue>()
  const repeated: number[] = []
  walkTree(file, root, 'Nums', (key, value) => {
    const number = file.number(key)
    if (number === undefined) return
    if (entries.has(number)) repeated.push(number)
    else entries.set(number, value)
  })
  return { entries, repeated }
}

/** Returns a name tree's entries (ISO 32000-1 7.9.6) in their order; names as bytes in characters. */
export function readNameTree(file: PdfFile, root: PdfValue | undefined): { name: string; value: PdfValue }[] {
  const entries: { name: string; value: PdfValue }[] = []
  walkTree(file, root, 'Names', (key, value) => {
    const string = file.get(key)
    if (isString(string)) entries.push({ name: latin(string.bytes), value })
  })
  return entries
}

function walkTree(
  file: PdfFile,
  root: PdfValue | undefined,
  leaf: string,
  visit: (key: PdfValue, value: PdfValue) => void,
): void {
  const seen = new Set<unknown>()
  const walk = (value: PdfValue | undefined, depth: number): void => {
    const node = file.dict(value)
    if (!node || seen.has(node) || depth > limits.treeDepth) return
    seen.add(node)
    const items = file.array(node.get(leaf)) ?? []
    file.budget.spend(items.length * 4 + 10)
    for (let index = 0; index + 1 < items.length; index += 2) visit(items[index]!, items[index + 1]!)
    for (const kid of file.array(node.get('Kids')) ?? []) walk(kid, depth + 1)
  }
  walk(root, 0)
}
