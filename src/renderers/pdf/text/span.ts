import type { Tag } from '../tag/structure.js'
import type { TextStyle } from './text-style.js'

/** A picture's data as it will stand in the PDF, shared by all places that show it. */
export interface Picture {
  /** Shown size in px, after orientation. */
  width: number
  height: number
  /** Index into the document's pictures. */
  index: number
}

/** A link's target and the element that its annotations belong to. One object per link, however many lines it takes. */
export interface LinkTarget {
  /** A web address, or the name of a place in this document. */
  to: { url: string } | { place: string }
  /** What the link says of itself to those who cannot see where it stands (ISO 14289-1 7.18.5). */
  contents: string
  slot: { annotations: number[] }
}

/** A footnote: numbered in reading order, set at the foot of the page that holds its reference. */
export interface FootnoteAnchor {
  number: number
}

/** A run of text in one style, the atom of a paragraph. */
export interface Span {
  text: string
  style: TextStyle
  tag: Tag
  link?: LinkTarget | undefined
  /** Set on a reference to a footnote: the note must stand on the page of this run. */
  note?: FootnoteAnchor | undefined
  /** A name that links inside the document lead to. */
  place?: string | undefined
  kind?: 'text' | 'lineBreak' | 'picture' | undefined
  picture?: { picture: Picture; width: number; height: number; alt: string } | undefined
  direction?: 'ltr' | 'rtl' | undefined
  /** Read in place of what is shown (ISO 32000-1 14.9.4); empty where it is read elsewhere. */
  actualText?: string | undefined
  /** No hyphens are put into code, addresses and names of fields. */
  verbatim?: boolean | undefined
  /** The letters of its word that are set apart before it: beside a drop cap a word is divided only where it fits no line. */
  before?: string | undefined
}
