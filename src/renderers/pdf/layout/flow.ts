import type { DecimalSign } from '../../table-figures.js'
import type { Slot, StructNode } from '../tag/structure.js'
import type { LinkTarget, Span } from '../text/span.js'
import type { LineAlign } from './line.js'
import type { PlacedText } from './placed-text.js'
import type { EdgeRule, Vert } from './vertical.js'

/**
 * An article as the layout sees it: blocks with every measure settled (points) and every tag in place, before any line is
 * broken. Blocks nest without limit.
 */
export type Flow =
  | TextFlow
  | PanelFlow
  | ItemFlow
  | TableFlow
  | PictureFlow
  | RuleFlow
  | FloatFlow
  | EntryFlow
  | LaidFlow

interface Spaced {
  /** Space above and below; of two that meet, the larger counts. */
  before: number
  after: number
  /** No page may end after it. */
  keepWithNext?: boolean
  /** Takes the page's full width where text stands in columns; only for blocks that no other block holds. */
  span?: 'page'
}

/** A paragraph of any kind: heading, caption, line of a list. */
export interface TextFlow extends Spaced {
  t: 'text'
  spans: Span[]
  leading: number
  align: LineAlign
  indentStart: number
  indentEnd: number
  firstLine: number
  balance: boolean
  rtl: boolean
  /** Language whose hyphenation applies, in ragged text only to words wider than a line; absent: words are left whole. */
  hyphenate?: string
  /** Rank of a heading of the running text: a section begins here. */
  section?: number
  /** Its lines stand on the baseline grid. */
  onGrid?: boolean
  /** Names that lead here. */
  places?: string[]
  /** Kept on one page where that can be. */
  together?: boolean
  /** The large letter that the paragraph begins with. `spans` hold its words without one. */
  dropCap?: DropCap
  /** Set before each line but the first, in the hanging indent: says that the line goes on. */
  wrapMark?: Span[]
}

/** An entry of a table of contents. */
export interface EntryFlow extends Spaced {
  t: 'entry'
  spans: Span[]
  /** How the number of its page is set. */
  number: Span
  link: LinkTarget
  /** The name of the place that it leads to. */
  place: string
  /** Colour of the leader. */
  leader: string
  leading: number
  indentStart: number
  rtl: boolean
  /** Where the number goes, filled when its page is known; `edge` is the outer edge of the column, points. */
  waiting: { placed: PlacedText; edge: number }[]
}

/** The first letter of a text, several lines tall, and what stands beside and below it. */
export interface DropCap {
  lines: number
  letter: Span
  /** Marks before the letter. */
  mark?: Span
  rest: Span[]
}

/** Blocks inside a background, borders or an indent. */
export interface PanelFlow extends Spaced {
  t: 'panel'
  children: Flow[]
  indentStart: number
  indentEnd: number
  padding: { top: number; right: number; bottom: number; left: number }
  background?: string
  border: { top?: EdgeRule; right?: EdgeRule; bottom?: EdgeRule; left?: EdgeRule }
  rtl: boolean
  together?: boolean
  /** A box of the running text: small enough, it may stand in a later column of the page while the text goes on. */
  moves?: boolean
}

/** One item of a list: a marker that hangs in the indent, beside the item's first line. */
export interface ItemFlow extends Spaced {
  t: 'item'
  marker: Span[]
  /** Room for the marker, and whether it stands at the end of it as numbers do. */
  indent: number
  markerAtEnd: boolean
  children: Flow[]
  rtl: boolean
}

export interface TableFlow extends Spaced {
  t: 'table'
  rows: TableFlowRow[]
  headRows: number
  align: ('start' | 'left' | 'center' | 'right')[]
  /** For each column, the sign that its figures are set under each other by. */
  decimals: (DecimalSign | undefined)[]
  caption?: TextFlow
  /** The caption in short, over each further part of a table that is parted. An artifact. */
  continued?: Span[]
  /**
   * It stands in the running text, and cites no notes: it may be set on a page turned sideways, or in a later column of the
   * page while the text goes on.
   */
  turns?: boolean
  /** Told how a table was set that is too wide for the measure: in how many parts below each other, or turned. */
  report?: (how: number | 'turned') => void
  leading: number
  padding: { top: number; right: number; bottom: number; left: number }
  top: EdgeRule | undefined
  bottom: EdgeRule | undefined
  headRule: EdgeRule | undefined
  rowRule: EdgeRule | undefined
  headBackground: string | undefined
  rtl: boolean
  hyphenate?: string
}
export interface TableFlowRow {
  cells: CellFlow[]
}
export interface CellFlow {
  spans: Span[]
  /** Set in one line whatever the width: a figure. */
  whole: boolean
}

/** Pictures side by side. Each with its slot, or as decoration. */
export interface PictureFlow extends Spaced {
  t: 'pictures'
  pictures: { index: number; width: number; height: number; slot: Slot | undefined; figure: StructNode | undefined }[]
  /** Picture grows to the measure, because it is drawn and not photographed. */
  scalable: boolean
  /** Space at both sides of a row that is narrower than the measure: it stands in the middle. Absent: at the left. */
  indent?: number
}

/** A separator: a short rule or signs, an artifact. */
export interface RuleFlow extends Spaced {
  t: 'rule'
  colour: string
}

/** A figure, a pull quote, a table or a box that may stand at the head of the next column while the text goes on. */
export interface FloatFlow extends Spaced {
  t: 'float'
  children: Flow[]
  /** A pull quote: it may stand between any paragraphs of its section. */
  roams?: boolean
  /** A table or a box: its words are part of the running text, and a tall one is parted in its place. */
  words?: boolean
}

/** What is laid out already: a figure or a table across the columns. */
export interface LaidFlow extends Spaced {
  t: 'laid'
  verts: readonly Vert[]
}
