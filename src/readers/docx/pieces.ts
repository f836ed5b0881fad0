import type { Direction, IsoDate } from '../../article/article.js'
import type { CharacterRole } from './style-roles.js'

/** An editor's mark on a run: whose, and when. */
export interface Change {
  author?: string
  date?: IsoDate
}

export interface Remark extends Change {
  id: string
  text: string
}

/** What holds about a stretch of a paragraph. Word knows no nesting: each run has its marks. */
export interface Marks {
  readonly comments?: readonly Remark[]
  /** Address outside, or `#` and the name of a bookmark. */
  readonly link?: { readonly url: string; readonly title?: string }
  readonly insertion?: Change
  readonly deletion?: Change
  readonly span?: { readonly language?: string; readonly direction?: Direction }
  readonly strong?: true
  readonly emphasis?: true
  readonly strike?: true
  readonly script?: 'superscript' | 'subscript'
  readonly code?: true
  /** A character style that says what the run stands for: the credit in a caption, the name in a byline. */
  readonly role?: CharacterRole
}

/** What a call or a remark shares with the words beside it; its look is that of its kind. */
export const outerMarks = ({ insertion, deletion, link }: Marks): Marks => ({
  ...(insertion && { insertion }),
  ...(deletion && { deletion }),
  ...(link && { link }),
})

/** The call of a note. Of one that is called more than once each has the label. */
export type NotePiece = { kind: 'note'; id: string; of: 'footnote' | 'endnote'; label?: string }

/** A stretch of a paragraph. */
export type Piece = { marks: Marks } & (
  | { kind: 'text'; value: string }
  | { kind: 'break' }
  | NotePiece
  | { kind: 'picture'; url: string; alt: string }
  /** A remark about no words. */
  | { kind: 'remark'; remark: Remark }
  /** The number that a field of captions counts. */
  | { kind: 'counter' }
)
