import type { FootnoteAnchor } from '../text/span.js'
import type { Op, Vert } from './vertical.js'

/** The part of a page that text fills. Points from the page's top left corner. */
export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** What stands on one page: ops with `y` from the top of the page, column after column. */
export interface PagePlan {
  /** Backgrounds, painted first. */
  under: Op[]
  content: Op[]
  /** Rules of panels, tables and columns, painted last. */
  over: Op[]
  /** Rules of good setting that this page breaks, because nothing better was left. */
  relaxed: Relaxed[]
}

/** A rule that was given up: the first words of the fixed order in which the breaker gives up. */
export type Relaxed =
  /** A single line of a paragraph stands at the end or the head of a column. */
  | 'widow-orphan'
  /** A heading, a caption or what else belongs with its next block is parted from it. */
  | 'keep'
  /** A note goes on in the next column. */
  | 'note-split'
  /** A note begins in a later column than its reference stands in. */
  | 'note-moved'
  /** What cannot be divided is taller than the column. */
  | 'too-tall'
  /** The last columns before a full-width block or the end differ by more than a line. */
  | 'unbalanced'

/** Blocks that are set in so many columns of a page: text, or one column for what takes the page's full width. */
export interface Segment {
  columns: number
  verts: readonly Vert[]
  /** Space to what stands above and below on the same page; of two that meet, the larger counts. */
  before: number
  after: number
  /** Distance of the lines of the baseline grid on which its running text stands. Points. */
  grid?: number | undefined
}

/** What the page filler asks of its caller. */
export interface PageWish {
  frame(page: number): Frame
  /** Distance of the baselines of running text: what a line counts for. */
  leading: number
  /** Space between columns, and the rule in its middle. */
  columnGap: number
  columnRule?: { width: number; colour: string } | undefined
  /** The verts of a footnote, set to a column's width. */
  note(anchor: FootnoteAnchor): readonly Vert[]
  /** Space between text and the rule over the notes, and between that rule and the first note. */
  noteGap: number
  noteRule: { width: number; thickness: number; colour: string; distance: number }
  rtl: boolean
}
