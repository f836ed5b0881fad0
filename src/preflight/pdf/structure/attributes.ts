import type { PdfDict, PdfValue } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { StructureElement, StructureTree } from './structure-tree.js'

/** Returns the value that an element's attributes of one owner give a key, its classes' after its own (ISO 32000-1 14.7.5). */
export function attributeOf(
  file: PdfFile,
  tree: StructureTree,
  element: StructureElement,
  owner: string,
  key: string,
): PdfValue | undefined {
  const own = dictionaries(file, element.dict.get('A'))
  const classes = file.dict(tree.root.get('ClassMap'))
  const named = names(file, element.dict.get('C')).flatMap(name => dictionaries(file, classes?.get(name)))
  const found = [...own, ...named].find(dict => file.name(dict.get('O')) === owner && dict.has(key))
  return found && file.get(found.get(key))
}

function dictionaries(file: PdfFile, value: PdfValue | undefined): PdfDict[] {
  // An array may hold revision numbers between the dictionaries.
  const items = file.array(value) ?? [value]
  return items.map(item => file.dict(item)).filter(item => item !== undefined)
}

function names(file: PdfFile, value: PdfValue | undefined): string[] {
  const items = file.array(value) ?? [value]
  return items.map(item => file.name(item)).filter(item => item !== undefined)
}
