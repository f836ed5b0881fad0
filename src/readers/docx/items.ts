import type { Table } from '../../article/article.js'
import type { Piece } from './pieces.js'
import type { ParagraphRole } from './style-roles.js'

/** Where in a list a paragraph stands. */
export interface ListPlace {
  /** `w:numId`. */
  id: string
  /** 0 for the outermost. */
  level: number
  ordered: boolean
  unmarked: boolean
  start: number
  definition: string
  restarts: boolean
  apart: boolean
  /** Undefined where the paragraph's style does not say how close the items stand. */
  tight: boolean | undefined
}

/** What every item of a text says about its surroundings. */
interface Surrounded {
  /** Kind of the box around it. */
  box: string | undefined
  /** It begins or ends the panel, the quotation or the title block that it stands in. */
  begins: boolean
  ends: boolean
  /** Where it begins beside the margin, in twips. */
  indent: number
}

/** A paragraph of the file, taken apart. */
export interface ParagraphItem extends Surrounded {
  kind: 'paragraph'
  role: ParagraphRole
  /** Language of code. */
  code?: string
  pieces: Piece[]
  bookmarks: string[]
  list: ListPlace | undefined
  /** It continues an item at this level, counted from 1; 0 where it does not. */
  continues: number
  /** Words other than white space, pictures, notes or breaks stand in it. */
  filled: boolean
  /** It is the large first letter of the paragraph after it, in a frame of its own. */
  dropCap: boolean
  /** A line is drawn under it. */
  ruled: boolean
}

/** A table of the file. */
export interface TableItem extends Surrounded {
  kind: 'table'
  table: Table
}

export type Item = ParagraphItem | TableItem
