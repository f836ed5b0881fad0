import type { Package } from '../../ooxml/open-package.js'
import { elementsOf, type XmlElement } from '../../ooxml/xml-tree.js'

/** Where an element stands: enough for a person to find it. */
export interface Place {
  /** The part: "word/document.xml". */
  part: string
  /** Paragraphs begun so far in this part. */
  paragraph: number
  parent: XmlElement | undefined
}

/** What a check wants to see: a function for each element's name; `*` sees all. */
export interface Visitor {
  [element: string]: (element: XmlElement, place: Place) => void
}

/** Returns a place as it is printed. */
export function placeName({ part, paragraph }: Place): string {
  return paragraph > 0 ? `${part}, paragraph ${paragraph}` : part
}

/** Shows every element of a part to every visitor, parents first. */
export function visitPart(root: XmlElement, part: string, visitors: readonly Visitor[]): void {
  const place: Place = { part, paragraph: 0, parent: undefined }
  const enter = (element: XmlElement, parent: XmlElement | undefined): void => {
    if (element.name === 'w:p') place.paragraph++
    place.parent = parent
    for (const visitor of visitors) {
      visitor[element.name]?.(element, place)
      visitor['*']?.(element, place)
    }
    for (const child of elementsOf(element)) enter(child, element)
  }
  enter(root, undefined)
}

/** The parts of a Word file that hold text, and those beside it, by what they are. */
export interface WordParts {
  document: string
  styles: string | undefined
  numbering: string | undefined
  settings: string | undefined
  footnotes: string | undefined
  endnotes: string | undefined
  comments: string | undefined
  headers: string[]
  footers: string[]
}

/** Finds the parts by relationships, not by names; undefined where the package holds no Word document. */
export function findParts(file: Package): WordParts | undefined {
  const document = [...file.relationships('').values()].find(each => each.type === 'officeDocument')?.target
  if (document === undefined) return undefined
  const related = [...file.relationships(document).values()].filter(each => !each.external)
  const all = (type: string): string[] => related.filter(each => each.type === type).map(each => each.target)
  const one = (type: string): string | undefined => all(type)[0]
  return {
    document,
    styles: one('styles'),
    numbering: one('numbering'),
    settings: one('settings'),
    footnotes: one('footnotes'),
    endnotes: one('endnotes'),
    comments: one('comments'),
    headers: all('header'),
    footers: all('footer'),
  }
}

/** Returns the parts that hold paragraphs, the document first. */
export function textParts(parts: WordParts): string[] {
  const some = [parts.document, parts.footnotes, parts.endnotes, parts.comments, ...parts.headers, ...parts.footers]
  return some.filter(part => part !== undefined)
}
