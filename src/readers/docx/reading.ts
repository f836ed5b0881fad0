import type { Block, Heading } from '../../article/article.js'
import type { Report } from '../../diagnostics/message.js'
import type { Package, Relationship } from '../../ooxml/open-package.js'
import type { Numbering } from './numbering.js'
import type { Marks, NotePiece, Remark } from './pieces.js'
import type { Styles } from './styles.js'

/** What the parts of the reader share while one file is read. */
export interface Reading {
  package: Package
  report: Report
  styles: Styles
  numbering: Numbering
  /** Remarks by id, and those whose range is open where the reading stands. */
  remarks: ReadonlyMap<string, Remark>
  openRemarks: Map<string, { remark: Remark; used: boolean }>
  /** Ids of remarks that have their place already. */
  doneRemarks: Set<string>
  /** Relationships of the part that is being read. */
  relationships: ReadonlyMap<string, Relationship>
  /** BCP 47. */
  language: string
  /** Pictures of the article, by the address that its nodes give them. */
  assets: Map<string, Uint8Array>
  /** Styles that no table names, and how often each was met. */
  unknownStyles: Map<string, { role: string; times: number }>
  /** Kinds of things that were left out, and how often. */
  leftOut: Map<string, number>
  /** Headings by the names of the bookmarks in them. */
  bookmarks: Map<string, Heading>
  /** Bookmarks that begin between paragraphs: they belong to the next one. */
  waitingBookmarks: string[]
  /** Fields that are open where the reading stands; one may reach over several paragraphs. */
  fields: Field[]
  /** Calls of notes by the names of the bookmarks around them, which other calls of the same notes go by. */
  noteMarks: Map<string, NotePiece>
  /** Returns the text of a note. */
  noteText(id: string, of: 'footnote' | 'endnote'): Block[]
}

/** A field between its begin and its end (ISO/IEC 29500-1, 17.16.18). */
export interface Field {
  instruction: string
  /** What is deleted of it: all, where the field is cut as a whole. */
  cut?: string
  /** What its result stands in: LibreOffice marks only that as changed, not the field. */
  marks?: Marks
  /** The instruction has been read; what comes now is the result. */
  result: boolean
}

/** Counts something that an article has no place for; all of a kind are reported once. */
export function leaveOut(what: string, reading: Reading): void {
  reading.leftOut.set(what, (reading.leftOut.get(what) ?? 0) + 1)
}
