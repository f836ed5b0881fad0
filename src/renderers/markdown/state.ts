import type { Note, Paragraph } from '../../article/article.js'
import type { RuleId } from '../../diagnostics/rules.js'
import type { CitedNotes } from '../cited-notes.js'
import type { Placed } from '../renderer.js'

/** What the parts of the Markdown renderer share while one article is written. */
export interface State {
  report(reason: string, rule: RuleId, from?: Placed): void
  /** Notes in the order of their calls; `[^1]` is the first. A note inside a note joins the end. */
  notes: Note[]
  cited: CitedNotes
  /** The text of a note is being written. */
  inNote: boolean
  /** Ids of headings that stand after their words: `{#method}`. */
  writtenIds: ReadonlySet<string>
  /** The first paragraph of the body, in which the reader looks for a dateline. */
  lede: Paragraph | undefined
}

/** Where a run of text stands, which decides how its breaks and some of its signs are written. */
export interface Place {
  /** A break ends the line; elsewhere (headings, cells, labels) it is a tag. */
  multiline: boolean
  cell: boolean
  bracketed: boolean
  /** In the label of a directive, whose brackets count even in code. */
  label: boolean
  linked: boolean
}

/** The running text of a paragraph. */
export const inParagraph: Place = { multiline: true, cell: false, bracketed: false, label: false, linked: false }
/** One line: a heading. */
export const inHeading: Place = { ...inParagraph, multiline: false }
export const inCell: Place = { ...inHeading, cell: true }
/** Between square brackets: the label of a directive, an alternative text. */
export const inLabel: Place = { ...inHeading, bracketed: true, label: true }
