import type { Tag } from '../tag/structure.js'
import type { FootnoteAnchor, LinkTarget } from '../text/span.js'
import type { PlacedText } from './placed-text.js'

/**
 * What a page is filled with: boxes, spaces, and the places between them where a page may end. Lengths are points; `x` is
 * from the page's left edge, `y` downwards from the box's own top.
 */
export type Vert =
  | Box
  /** `inner` is a space within a list. */
  | { t: 'skip'; height: number; inner?: boolean }
  /** Space that stays at the head of a page: the padding of a panel. */
  | { t: 'strut'; height: number }
  | { t: 'break'; cost: number }
  | { t: 'open'; panel: Panel }
  | { t: 'close'; panel: Panel }
  | Float
  /** A float as wide as the page is named here, among columns. It takes no room in them. */
  | { t: 'wide'; float: WideFloat }
  /** A section begins: no float of the one before it may stand below. Rank 1 is the highest. */
  | { t: 'section'; rank: number }
  /** What follows stands on the baseline grid. */
  | { t: 'snap' }

/** Something with height that no page break goes through. */
export interface Box {
  t: 'box'
  height: number
  /** Distance of the first baseline from the top. */
  baseline: number
  ops: Op[]
  notes: FootnoteAnchor[]
  /** On the first line of a paragraph in columns. */
  paragraph?: ParagraphLines
}

/** A paragraph that can be set a little looser or closer, so that it fills a line more or less. */
export interface ParagraphLines {
  /** Its verts follow each other: lines, and breaks between them. */
  count: number
  /** The part of its measure that its last line takes. */
  last: number
  /** Return the same paragraph with a line more, and less; nothing where its spaces would become too wide or too narrow. */
  longer(): Vert[] | undefined
  shorter(): Vert[] | undefined
  /** Returns it as wide as all columns. Absent where it stands in another block. */
  across?: (() => Vert[]) | undefined
}

/** A figure, a pull quote, a table or a box that may stand later than where it is named: at the head of the next column, while the text goes on. */
export interface Float {
  t: 'float'
  /** Space that it adds above and below where it is named; it falls away at a column's ends. */
  before: number
  after: number
  /** Space under it at the head of a later column. */
  gap: number
  height: number
  verts: readonly Vert[]
  /** What it costs that it waits for a later column, on the scale of `WIDOW_COST`. */
  waiting: number
  /** By how much its pictures may become lower where a page asks for it. Points. */
  give: number
  /** Returns it as wide as all columns, in each way in which it may stand so. Absent: there is one column. */
  across?: () => readonly WideFloat[]
  /** A pull quote: it may stand between any paragraphs of its section. */
  roams?: boolean | undefined
  /** A table or a box: on the page of its place its words are written there. */
  words?: boolean | undefined
}

/** A figure or a table across the columns, at the head or the foot of a page. */
export interface WideFloat {
  height: number
  /** Space to columns above and below it, points. */
  before: number
  after: number
  verts: readonly Vert[]
  /** Its words are part of the running text: it stays on the page on which it is named. */
  stays: boolean
  /** The columns of its page begin with its words: it stands at their head, where it is named, and nowhere else. */
  opens?: boolean
  /** How it stands in its place, where headings go before it in the columns. It never stands above these. */
  headed?: Headed
}

/** What stands across the columns below its headings: these, so many of them, and itself. Space to columns above and below, points. */
export interface Headed {
  verts: readonly Vert[]
  count: number
  before: number
  after: number
}

/** What a page break costs: `FORBIDDEN` only where nothing else is left. */
export const FORBIDDEN = 1e7
export const WIDOW_COST = 6_000

/** A background, a border or a repeated head that goes with a stretch of verts, on every page that it reaches. */
export interface Panel {
  x: number
  width: number
  background?: string | undefined
  /** Rules at the sides: full height on each page. Top and bottom: at the panel's ends, or on every page if `closed`. */
  left?: EdgeRule | undefined
  right?: EdgeRule | undefined
  top?: EdgeRule | undefined
  bottom?: EdgeRule | undefined
  closed?: boolean
  /** Room that a broken panel keeps at a page's edge, where its padding does not stand. */
  bleed: number
  /** Set again at the head of each further page: a table's header row. The panel's own top is below the first `lead` points. */
  repeat?: { height: number; lead?: number; ops: Op[] } | undefined
}

export interface EdgeRule {
  width: number
  colour: string
}

/** A piece of painting, the smallest unit of a page. */
export type Op =
  | { k: 'text'; x: number; y: number; placed: PlacedText }
  | { k: 'rule'; x: number; y: number; width: number; height: number; colour: string; tag: Tag }
  | { k: 'image'; x: number; y: number; width: number; height: number; picture: number; tag: Tag }
  | { k: 'link'; x: number; y: number; width: number; height: number; link: LinkTarget }
  /** A page of its own, wider than high, for a table that is too wide for the others. Its ops are placed in that page's text block. */
  | { k: 'turn'; x: number; y: number; ops: Op[] }
  /** A named place that links and the outline lead to. */
  | { k: 'place'; y: number; name: string }

/** Returns whether a box is but a rule between parts of the text. */
export function isSeparator({ ops }: Box): boolean {
  return ops.length > 0 && ops.every(op => op.k === 'rule')
}

/** Returns whether a vert is a row of pictures and nothing else. */
export function isPictures(vert: Vert): vert is Box {
  return vert.t === 'box' && vert.ops.length > 0 && vert.ops.every(op => op.k === 'image')
}

/** Returns the float right above another: they are set in that order, this one wherever the other was. */
export function floatAbove(verts: readonly Vert[], at: number): Float | undefined {
  let above = at - 1
  while (verts[above]?.t === 'break') above--
  const vert = verts[above]
  return vert?.t === 'float' ? vert : undefined
}

/** Adds space, of which the larger counts where two meet. A break stands before the space, so that it falls away there. */
export function addSkip(list: Vert[], height: number, inner = false): void {
  if (height <= 0) return
  const last = list.at(-1)
  if (last?.t !== 'skip') list.push(inner ? { t: 'skip', height, inner } : { t: 'skip', height })
  else {
    last.height = Math.max(last.height, height)
    if (inner) last.inner = inner
  }
}

/** Adds a place where a page may end; of two that meet, the dearer counts. */
export function addBreak(list: Vert[], cost: number): void {
  let at = list.length
  while (list[at - 1]?.t === 'skip') at--
  const before = list[at - 1]
  if (before?.t === 'break') before.cost = Math.max(before.cost, cost)
  else list.splice(at, 0, { t: 'break', cost })
}

/** Joins two lists, with the space and the break between them settled. */
export function append(list: Vert[], more: readonly Vert[]): void {
  for (let at = 0; at < more.length; at++) {
    const vert = more[at]!
    if (vert.t === 'skip') addSkip(list, vert.height, vert.inner)
    else if (vert.t === 'break') addBreak(list, vert.cost)
    else list.push(vert)
  }
}

/** Takes away the space at the ends of a list, and breaks that part nothing. Returns that space in points. */
export function takeEndSkips(list: Vert[]): { before: number; after: number } {
  let before = 0
  let after = 0
  for (let first = list[0]; first?.t === 'skip' || first?.t === 'break'; first = list[0]) {
    if (first.t === 'skip') before = Math.max(before, first.height)
    list.shift()
  }
  for (let last = list.at(-1); last?.t === 'skip' || last?.t === 'break'; last = list.at(-1)) {
    if (last.t === 'skip') after = Math.max(after, last.height)
    list.pop()
  }
  return { before, after }
}
