import type { FootnoteAnchor } from '../text/span.js'
import type { Op, Panel, Vert } from './vertical.js'

/** The part of a page that text fills. Points from the page's top left corner. */
export interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** What stands on one page: ops with `y` from the top of the page, in reading order. */
export interface PagePlan {
  /** Backgrounds, painted first. */
  under: Op[]
  content: Op[]
  /** Rules of panels and tables, painted last. */
  over: Op[]
}

/** What the page filler asks of its caller. */
export interface PageWish {
  frame(page: number): Frame
  /** The verts of a footnote, set to the frame's width. */
  note(anchor: FootnoteAnchor): readonly Vert[]
  /** Space between text and the rule over the notes, and between that rule and the first note. */
  noteGap: number
  noteRule: { width: number; thickness: number; colour: string; distance: number }
  rtl: boolean
}

/** A stretch of verts set on a page, with the panels that were open when it began. */
export interface Stretch {
  verts: readonly Vert[]
  from: number
  to: number
  open: readonly Panel[]
}
