import { limits } from '../budget.js'
import { isDict, isName, isReference, type PdfDict, type PdfValue } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { standardTypes } from './standard-types.js'

/** A piece of page content in an element: a marked-content sequence of a page, or of a form painted there. */
export interface ContentItem {
  kind: 'content'
  id: number
  owner: PdfDict | undefined
}
/** An annotation or a form in an element (ISO 32000-1 14.7.4.3). */
export interface ObjectItem {
  kind: 'object'
  object: PdfDict | undefined
  number: number | undefined
}

/** An element of the structure tree. */
export interface StructureElement {
  kind: 'element'
  /** The type as written, and what the role map makes of it. */
  type: string
  role: string
  dict: PdfDict
  number: number | undefined
  parent: StructureElement | undefined
  kids: (StructureElement | ContentItem | ObjectItem)[]
  /** Its own `Lang`. */
  language: string | undefined
}

/** The structure tree (ISO 32000-1 14.7.2). */
export interface StructureTree {
  root: PdfDict
  elements: StructureElement[]
  tops: StructureElement[]
  byDict: Map<PdfDict, StructureElement>
}

/** Reads the tree in its order; undefined where the document has none. A loop is reported and cut. */
export function readStructureTree(file: PdfFile, report: ReportFinding): StructureTree | undefined {
  const root = file.dict(file.catalog.get('StructTreeRoot'))
  if (!root) return undefined
  const reader = new TreeReader(file, root, report)
  reader.read()
  return reader.tree
}

/** How an element is named in a message's place. */
export function placeOf(element: StructureElement): string {
  return `${element.number === undefined ? 'element' : `object ${element.number}`} (${element.type})`
}

class TreeReader {
  readonly tree: StructureTree
  private readonly roles: PdfDict | undefined

  constructor(
    private readonly file: PdfFile,
    root: PdfDict,
    private readonly report: ReportFinding,
  ) {
    this.tree = { root, elements: [], tops: [], byDict: new Map() }
    this.roles = file.dict(root.get('RoleMap'))
  }

  read(): void {
    for (const kid of this.kidsOf(this.tree.root)) {
      const dict = this.file.dict(kid)
      if (dict) this.element(kid, dict, undefined, undefined, 0)
    }
  }

  private kidsOf(dict: PdfDict): PdfValue[] {
    const value = dict.get('K')
    if (value === undefined) return []
    return this.file.array(value) ?? [value]
  }

  private element(
    value: PdfValue,
    dict: PdfDict,
    parent: StructureElement | undefined,
    page: PdfDict | undefined,
    depth: number,
  ): void {
    const number = this.file.numberOf(value)
    this.file.budget.spend(60)
    if (this.tree.byDict.has(dict)) {
      this.report('pdfua-structure', 'an element stands in the structure tree twice', `object ${number ?? '?'}`)
      return
    }
    if (depth > limits.treeDepth || this.tree.elements.length >= limits.treeNodes) {
      this.report('pdf-not-judged', 'the structure tree is too deep or too large to be followed to its end')
      return
    }
    const type = this.file.name(dict.get('S')) ?? ''
    const element: StructureElement = {
      kind: 'element',
      type,
      role: this.roleOf(type, number),
      dict,
      number,
      parent,
      kids: [],
      language: this.file.text(dict.get('Lang')),
    }
    this.tree.byDict.set(dict, element)
    this.tree.elements.push(element)
    if (parent) parent.kids.push(element)
    else this.tree.tops.push(element)
    this.checkParent(element)
    const own = this.file.dict(dict.get('Pg')) ?? page
    for (const kid of this.kidsOf(dict)) this.kid(kid, element, own, depth + 1)
  }

  private kid(value: PdfValue, parent: StructureElement, page: PdfDict | undefined, depth: number): void {
    const found = this.file.get(value)
    if (typeof found === 'number') parent.kids.push({ kind: 'content', id: found, owner: page })
    if (!isDict(found)) return
    const type = this.file.name(found.get('Type'))
    if (type === 'MCR') {
      const owner = this.file.dict(found.get('Stm')) ?? this.file.dict(found.get('Pg')) ?? page
      parent.kids.push({ kind: 'content', id: this.file.number(found.get('MCID')) ?? -1, owner })
    } else if (type === 'OBJR') {
      const object = found.get('Obj')
      parent.kids.push({
        kind: 'object',
        object: this.file.dict(object),
        number: isReference(object) ? object.object : undefined,
      })
    } else this.element(value, found, parent, page, depth)
  }

  /** `P` leads up to the element that holds this one (ISO 32000-1 Table 323; ISO 14289-1 7.1). */
  private checkParent(element: StructureElement): void {
    const above = this.file.dict(element.dict.get('P'))
    if (above === (element.parent?.dict ?? this.tree.root)) return
    this.report(
      'pdfua-structure',
      above ? '`P` does not lead to the element that holds it' : 'it has no `P`',
      placeOf(element),
    )
  }

  /** Follows the role map to a standard type (ISO 32000-1 14.7.3). */
  private roleOf(type: string, number: number | undefined): string {
    const path = `object ${number ?? '?'}`
    let role = type
    const seen = new Set<string>()
    if (
      standardTypes.has(type) &&
      isName(this.file.get(this.roles?.get(type))) &&
      this.file.name(this.roles?.get(type)) !== type
    )
      this.report('pdfua-role', `the role map gives the standard type \`${type}\` another meaning`)
    while (!standardTypes.has(role)) {
      if (seen.has(role)) {
        this.report('pdfua-role', `the role map leads \`${type}\` in a circle`)
        return ''
      }
      seen.add(role)
      const next = this.file.name(this.roles?.get(role))
      if (next === undefined) {
        this.report('pdfua-role', `\`${type}\` is no standard structure type and the role map leads to none`, path)
        return ''
      }
      role = next
    }
    return role
  }
}
