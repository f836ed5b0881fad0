import type { Article, Block, Paragraph } from '../../../article/article.js'
import type { Labels } from '../../../locale/labels.js'
import type { PlacedUpdates } from '../../live-updates.js'
import type { RenderContext } from '../../renderer.js'
import type { DocxOptions } from '../options.js'
import type { Relationships } from '../package/relationships.js'
import type { Comments } from '../parts/comments.js'
import type { Footnotes } from '../parts/footnotes.js'
import type { Numbering } from '../parts/numbering.js'
import type { Pictures } from '../pictures/pictures.js'
import type { House } from '../reference/house.js'
import type { StyleSheet } from '../style/style-sheet.js'
import type { Bookmarks } from './bookmarks.js'
import type { Marks } from './marks.js'

/** One Word file while it is written: what all its parts share. */
export interface WordFile {
  article: Article
  context: RenderContext<DocxOptions>
  labels: Labels
  styles: StyleSheet
  /** The letterhead that the file is written on. */
  house: House | undefined
  numbering: Numbering
  footnotes: Footnotes
  comments: Comments
  bookmarks: Bookmarks
  pictures: Pictures
  /** Whether any picture stands in a line of text: else no line need be looked through. */
  inlinePictures: boolean
  /** Width of the column being written and height of the text block, points. */
  textWidth: number
  textHeight: number
  /** The paragraph that the dateline is run into. */
  lede: Paragraph | undefined
  /** Whether the text runs from right to left. */
  rtl: boolean
  /** About how many pages it has. */
  pages: number
  /** Entries of a live blog. */
  updates: PlacedUpdates
  /** Captions counted so far. */
  figures: number
  tables: number
  /** Returns the next id for a bookmark or a tracked change: these share one row of numbers. */
  nextId(): number
}

/** What the first paragraph of a list item or a note begins with. The paragraph that takes it empties it. */
export interface Opening {
  /** `w:numPr`. */
  numbering?: string
  /** Runs before the text. */
  runs?: string
}

/** Where in the file a node stands; each nesting makes a new one. */
export interface Flow {
  file: WordFile
  /** What the part being written refers to. */
  part: Relationships
  place: 'body' | 'note' | 'cell'
  /** Prefix of the styles of the box around, such as "Key Points". */
  box?: string
  /** How many quotations stand around. */
  quotes: number
  /** How many lists stand around, and whether the innermost is tight. */
  lists: number
  tight: boolean
  opening?: Opening
  marks: Marks
  /** In a note: what its own notes hold, set below it. The same list in all that the note holds. */
  below?: Block[]
}
