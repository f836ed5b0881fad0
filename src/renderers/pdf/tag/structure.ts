/**
 * The structure tree (ISO 32000-1 14.7, ISO 14289-1 7.1). It is made while blocks are read, before anything is laid out, so
 * that reading order is the article's order wherever things land on a page.
 */
export type Role =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'BlockQuote'
  | 'Note'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Code'
  | 'Span'

/** What an element's attribute dictionaries may say. */
export interface StructureAttributes {
  scope?: 'Row' | 'Column'
  listNumbering?: 'Decimal' | 'Disc' | 'None'
  /** Left, bottom, right, top on the page, points: a figure's place, known after layout. */
  bbox?: readonly [number, number, number, number]
  summary?: string
}

/** One element. `kids` holds elements and slots in reading order. */
export interface StructNode {
  role: Role
  parent: StructNode | undefined
  kids: (StructNode | Slot | ObjectSlot)[]
  language: string | undefined
  alt: string | undefined
  actualText: string | undefined
  title: string | undefined
  /** Unique in the document; a note must have one (ISO 14289-1 7.9). */
  id: string | undefined
  attributes: StructureAttributes | undefined
  /** How the file refers to it: filled when the tree is written. */
  reference: string | undefined
}

/** A place in an element for pieces of page content: filled when pages are written. */
export interface Slot {
  owner: StructNode
  /** Its marked-content sequences, two numbers for each: the index of its page and its MCID there. */
  marks: number[]
}

/** A place for annotations, filled when pages are written with indices into the document's list of them. */
export interface ObjectSlot {
  owner: StructNode
  annotations: number[]
}

/** What content belongs to: a place in the tree, or an artifact of the page (ISO 32000-1 14.8.2.2). */
export type Tag = Slot | Artifact
export type Artifact = 'Layout' | 'Header' | 'Footer' | 'Background'

/** Returns whether a tag is a place in the structure tree. */
export function isSlot(tag: Tag): tag is Slot {
  return typeof tag === 'object'
}

/** What an element may say of itself. */
export type ElementWords = Partial<Pick<StructNode, 'language' | 'alt' | 'actualText' | 'title' | 'id' | 'attributes'>>

const noWords: ElementWords = {}

/** Makes an element that is not yet among its parent's children. */
export function makeElement(role: Role, parent: StructNode | undefined, more = noWords): StructNode {
  const { language, alt, actualText, title, id, attributes } = more
  // With every field, whether it says something or not: of one shape, for there are thousands.
  return { role, parent, kids: [], language, alt, actualText, title, id, attributes, reference: undefined }
}

/** Makes an element, the last of its parent's children so far. */
export function addElement(parent: StructNode | undefined, role: Role, more = noWords): StructNode {
  const node = makeElement(role, parent, more)
  parent?.kids.push(node)
  return node
}

/** Returns the place for the next piece of content: the last one where nothing has come between. */
export function addSlot(owner: StructNode): Slot {
  const last = owner.kids.at(-1)
  if (last && 'marks' in last) return last
  const slot: Slot = { owner, marks: [] }
  owner.kids.push(slot)
  return slot
}

/** Returns a place for an element's annotations. */
export function addObjectSlot(owner: StructNode): ObjectSlot {
  const slot: ObjectSlot = { owner, annotations: [] }
  owner.kids.push(slot)
  return slot
}
