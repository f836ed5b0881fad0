import { type CosDocument, writtenNumber as n, type PDFRef, writtenText } from '../cos.js'
import type { StructNode } from './structure.js'

/** What the structure tree refers to. */
export interface StructureContext {
  pages: readonly PDFRef[]
  /** Elements of each page's marked content, by MCID. */
  owners: readonly (readonly StructNode[])[]
  annotations: readonly { ref: PDFRef; page: number; owner: StructNode }[]
  boxes: ReadonlyMap<StructNode, { page: number; bbox: readonly [number, number, number, number] }>
}

/**
 * Writes the tree, its root, the parent tree that leads from content back to elements (ISO 32000-1 14.7.4.4), and the list
 * of ids. Pages have the keys from 0, annotations those after the last page. Returns the root.
 */
export function writeStructure(root: StructNode, context: StructureContext, document: CosDocument): PDFRef {
  const order: StructNode[] = []
  collect(root, order)
  const numbers: number[] = []
  for (let at = 0; at < order.length; at++) {
    const number = document.reserveNumber()
    order[at]!.reference = `${number} 0 R`
    numbers.push(number)
  }
  const rootRef = document.reserve()
  const tree = rootRef.toString()
  const pages = context.pages.map(page => page.toString())
  for (let at = 0; at < order.length; at++) document.write(numbers[at]!, elementText(order[at]!, tree, pages, context))
  const parents = context.owners.map((owners, page) => `${page} ${arrayRef(owners, document)}`)
  context.annotations.forEach(({ owner }, index) => {
    parents.push(`${context.pages.length + index} ${owner.reference}`)
  })
  const parentTree = document.addWritten(`<</Nums[${parents.join(' ')}]>>`)
  const ids = idTree(order)
  document.addWritten(
    `<</Type/StructTreeRoot/K ${root.reference}/ParentTree ${parentTree.toString()}` +
      `/ParentTreeNextKey ${context.pages.length + context.annotations.length}${ids}>>`,
    rootRef,
  )
  return rootRef
}

/** Elements in document order; without recursion, because articles nest as deep as they like. */
function collect(root: StructNode, order: StructNode[]): void {
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    order.push(node)
    for (let i = node.kids.length - 1; i >= 0; i--) {
      const kid = node.kids[i]!
      if ('role' in kid) stack.push(kid)
    }
  }
}

function arrayRef(owners: readonly StructNode[], document: CosDocument): string {
  return document.addWritten(`[${owners.map(owner => owner.reference).join(' ')}]`).toString()
}

/** `root` and `pages` are references as they are written. */
function elementText(node: StructNode, root: string, pages: readonly string[], context: StructureContext): string {
  const page = firstPage(node)
  let text = `<</Type/StructElem/S/${node.role}/P ${node.parent?.reference ?? root}`
  if (page !== undefined) text += `/Pg ${pages[page]!}`
  if (node.alt !== undefined) text += `/Alt ${writtenText(node.alt)}`
  if (node.actualText !== undefined) text += `/ActualText ${writtenText(node.actualText)}`
  if (node.title !== undefined) text += `/T ${writtenText(node.title)}`
  if (node.language !== undefined) text += `/Lang ${writtenText(node.language)}`
  if (node.id !== undefined) text += `/ID ${writtenText(node.id)}`
  text += attributesText(node, context)
  return `${text}/K[${kidsText(node, page, pages, context)}]>>`
}

function firstPage(node: StructNode): number | undefined {
  const { kids } = node
  for (let at = 0; at < kids.length; at++) {
    const kid = kids[at]!
    if ('marks' in kid && kid.marks.length > 0) return kid.marks[0]
  }
  return undefined
}

function kidsText(
  node: StructNode,
  page: number | undefined,
  pages: readonly string[],
  context: StructureContext,
): string {
  const { kids } = node
  let text = ''
  for (let at = 0; at < kids.length; at++) {
    const kid = kids[at]!
    if ('role' in kid) text += ` ${kid.reference}`
    else if ('marks' in kid) {
      for (let i = 0; i < kid.marks.length; i += 2) {
        const on = kid.marks[i]!
        const mcid = kid.marks[i + 1]!
        text += on === page ? ` ${mcid}` : ` <</Type/MCR/Pg ${pages[on]!}/MCID ${mcid}>>`
      }
    } else {
      for (const index of kid.annotations) {
        const annotation = context.annotations[index]!
        text += ` <</Type/OBJR/Obj ${annotation.ref.toString()}/Pg ${pages[annotation.page]!}>>`
      }
    }
  }
  return text.slice(1)
}

/** Attribute dictionaries by their owner (ISO 32000-1 14.8.5). */
function attributesText(node: StructNode, context: StructureContext): string {
  // Most have none.
  if (!node.attributes && node.role !== 'Figure') return ''
  const dicts: string[] = []
  const { scope, listNumbering, summary } = node.attributes ?? {}
  if (scope) dicts.push(`<</O/Table/Scope/${scope}>>`)
  if (summary) dicts.push(`<</O/Table/Summary ${writtenText(summary)}>>`)
  if (listNumbering) dicts.push(`<</O/List/ListNumbering/${listNumbering}>>`)
  const box = context.boxes.get(node)
  if (box && node.role === 'Figure') dicts.push(`<</O/Layout/BBox[${box.bbox.map(n).join(' ')}]>>`)
  return dicts.length === 0 ? '' : `/A ${dicts.length === 1 ? dicts[0] : `[${dicts.join('')}]`}`
}

function idTree(order: readonly StructNode[]): string {
  const named = order.filter(node => node.id !== undefined)
  if (named.length === 0) return ''
  const sorted = [...named].sort((a, b) => (a.id! < b.id! ? -1 : 1))
  return `/IDTree<</Names[${sorted.map(node => `${writtenText(node.id!)} ${node.reference}`).join(' ')}]/Limits[${writtenText(sorted[0]!.id!)} ${writtenText(sorted.at(-1)!.id!)}]>>`
}
