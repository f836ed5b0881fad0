import type { FootnoteAnchor } from '../text/span.js'
import { padTo } from './baseline-grid.js'
import { type Float, isPictures, type Panel, type Vert, type WideFloat } from './vertical.js'

/** Points: sums of heights differ by so much, and nobody sees it. */
export const TOLERANCE = 0.01

/**
 * Sums over a list of verts, from which the height of any stretch follows without walking it. An index is that of a vert;
 * the one after the last is the list's end.
 */
export interface Measures {
  verts: readonly Vert[]
  /** Height of all that stands before a vert, floats left aside. Points. */
  above: Float64Array
  /** What falls away where a column begins at a vert: space at its head. */
  trim: Float64Array
  /** For each vert, the first from there on that stands at a column's head, floats left aside, or opens a panel. */
  wordsAt: Int32Array
  /** What a column that begins, or ends, at a vert adds for panels that are broken there: repeated heads, padding. */
  headOf: Float64Array
  footOf: Float64Array
  /** First verts of the paragraphs of running text, which may be set in other lines. */
  paragraphs: Int32Array
  /** Where a column may end, in order: breaks, and the list's end. */
  breaks: Int32Array
  /** What it costs to end a column at each of them: nothing at the list's end. */
  costs: Float64Array
  /** For each vert, the first of `breaks` that lies after it. */
  nextBreak: Int32Array
  floats: readonly Float[]
  /** Where each of them is named. */
  floatAt: Int32Array
  /** Number of floats named before a vert. */
  floatsBefore: Int32Array
  /** Height of the floats before each: set where they are named, and set at a column's head. */
  floatsAbove: Float64Array
  floatsAtHead: Float64Array
  /** What it costs that the floats before each wait for a later column. */
  floatsWaiting: Float64Array
  /** By how much the pictures in the floats before each may become lower, where a page asks for it; on a baseline grid they keep their height: what follows them is to stay on it. */
  floatsGive: Float64Array
  /** The last place before which each float must stand: the section's end. */
  floatEnd: Int32Array
  wides: readonly WideFloat[]
  /** Number of floats as wide as the page that are named before a vert. */
  widesBefore: Int32Array
  /** For each of them: where it is named, and where its section begins and ends. */
  wideAt: Int32Array
  wideFrom: Int32Array
  wideEnd: Int32Array
  /** For a column that begins at a vert: the first return to the baseline grid, and by how much it differs there. */
  snapAt: Int32Array
  snapShift: Float64Array
  /** Distance of the grid's lines; absent: there is none. Points. */
  grid: number | undefined
  /** Its spaces may grow further than they should, where nothing else makes last columns even. */
  loose?: boolean | undefined
}

/** Returns the sums over a list, whose first vert stands on the baseline grid if there is one. */
export function measure(verts: readonly Vert[], grid?: number): Measures {
  const count = verts.length
  const above = new Float64Array(count + 1)
  const headOf = new Float64Array(count + 1)
  const footOf = new Float64Array(count + 1)
  const floatsBefore = new Int32Array(count + 1)
  const floats: Float[] = []
  const floatAt: number[] = []
  const breaks: number[] = []
  const costs: number[] = []
  const paragraphs: number[] = []
  const open: Panel[] = []
  let head = 0
  let foot = 0
  for (let i = 0; i < count; i++) {
    const vert = verts[i]!
    floatsBefore[i] = floats.length
    headOf[i] = head
    footOf[i] = foot
    above[i + 1] = above[i]! + (vert.t === 'snap' && grid ? padTo(grid, above[i]!) : heightOf(vert))
    if (vert.t === 'break') {
      breaks.push(i)
      costs.push(vert.cost)
    } else if (vert.t === 'box') vert.paragraph?.across && paragraphs.push(i)
    else if (vert.t === 'float') floatAt.push(floats.push(vert) && i)
    else if (vert.t === 'open') open.push(vert.panel)
    else if (vert.t === 'close') open.pop()
    if (vert.t !== 'open' && vert.t !== 'close') continue
    head = open.reduce((sum, panel) => sum + headHeight(panel), 0)
    foot = open.reduce((sum, panel) => sum + footHeight(panel), 0)
  }
  floatsBefore[count] = floats.length
  breaks.push(count)
  costs.push(0)
  const trim = trimOf(verts, above)
  return {
    verts,
    above,
    trim,
    wordsAt: wordsAtOf(verts),
    grid,
    ...snapsOf(verts, { above, trim, headOf }, grid),
    headOf,
    footOf,
    paragraphs: Int32Array.from(paragraphs),
    breaks: Int32Array.from(breaks),
    costs: Float64Array.from(costs),
    nextBreak: nextBreakOf(breaks, count),
    floats,
    floatAt: Int32Array.from(floatAt),
    floatsBefore,
    floatsAbove: floatsAboveOf(floats, float => float.after),
    floatsAtHead: floatsAboveOf(floats, float => float.gap),
    floatsWaiting: sumsOf(floats, float => float.waiting),
    floatsGive: sumsOf(floats, float => (grid ? 0 : float.give)),
    floatEnd: sectionsOf(verts, 'float').end,
    ...widesOf(verts),
  }
}

/** Returns the height of a stretch set in a column of its own, without floats. Points. */
export function heightBetween(list: Measures, from: number, to: number): number {
  if (to <= from) return 0
  const height = list.above[to]! - list.above[from]! - list.trim[from]! + list.headOf[from]! + list.footOf[to]!
  return to > list.snapAt[from]! ? height + list.snapShift[from]! : height
}

/** Returns what it costs to end a column at a break, which is given by its vert. */
export function breakCost({ costs, nextBreak }: Measures, at: number): number {
  return costs[nextBreak[at]! - 1]!
}

/** Height at the head of a further column that a broken panel takes: its repeated head, or what stands for its padding. */
export function headHeight(panel: Panel): number {
  return panel.repeat ? panel.repeat.height : panel.bleed
}

/** Height that a broken panel takes at a column's foot. */
export function footHeight(panel: Panel): number {
  return panel.repeat ? 0 : panel.bleed
}

/** Returns the footnotes that the verts cite, each once, in order. */
export function notesIn(verts: readonly Vert[]): FootnoteAnchor[] {
  return verts.flatMap(vert => (vert.t === 'box' ? vert.notes : []))
}

/** Returns the height of a vert that stands in the midst of a column. */
export function heightOf(vert: Vert): number {
  return vert.t === 'box' || vert.t === 'skip' || vert.t === 'strut' ? vert.height : 0
}

/** Space at a column's head falls away; a strut stands there only where its panel begins. */
function trimOf(verts: readonly Vert[], above: Float64Array): Float64Array {
  const trim = new Float64Array(verts.length + 1)
  for (let i = verts.length - 1; i >= 0; i--)
    if (!holdsHead(verts, i)) trim[i] = trim[i + 1]! + above[i + 1]! - above[i]!
  return trim
}

function wordsAtOf(verts: readonly Vert[]): Int32Array {
  const words = new Int32Array(verts.length + 1)
  words[verts.length] = verts.length
  for (let i = verts.length - 1; i >= 0; i--) {
    const { t } = verts[i]!
    words[i] = t === 'open' || (t !== 'float' && holdsHead(verts, i)) ? i : words[i + 1]!
  }
  return words
}

/** Returns whether space after a vert no longer stands at the head of a column that begins with it. */
function holdsHead(verts: readonly Vert[], at: number): boolean {
  const { t } = verts[at]!
  return t === 'box' || t === 'float' || isOpening(verts, at)
}

/** A column that begins within what stands off the grid reaches it with another space than the list as a whole. */
function snapsOf(
  verts: readonly Vert[],
  { above, trim, headOf }: Pick<Measures, 'above' | 'trim' | 'headOf'>,
  grid: number | undefined,
): Pick<Measures, 'snapAt' | 'snapShift'> {
  const snapAt = new Int32Array(verts.length + 1).fill(verts.length)
  const snapShift = new Float64Array(verts.length + 1)
  if (!grid) return { snapAt, snapShift }
  let next = verts.length
  for (let i = verts.length - 1; i >= 0; i--) {
    if (holdsHead(verts, i)) {
      snapAt[i] = next
    } else {
      // A snap among what falls away at the head is none.
      snapAt[i] = snapAt[i + 1]!
    }
    if (verts[i]!.t === 'snap') next = i
    const snap = snapAt[i]!
    if (snap === verts.length) continue
    const distance = above[snap]! - above[i]! - trim[i]! + headOf[i]!
    snapShift[i] = padTo(grid, distance) - (above[snap + 1]! - above[snap]!)
  }
  return { snapAt, snapShift }
}

/** Returns whether a vert is the padding at the head of a panel that begins there. */
export function isOpening(verts: readonly Vert[], at: number): boolean {
  return verts[at]!.t === 'strut' && verts[at - 1]?.t === 'open'
}

function nextBreakOf(breaks: readonly number[], count: number): Int32Array {
  const next = new Int32Array(count + 1)
  let at = breaks.length
  for (let i = count; i >= 0; i--) {
    while (at > 0 && breaks[at - 1]! > i) at--
    next[i] = at
  }
  return next
}

/** Returns the height of the floats before each, and of all, with the space above and that below them. Points. */
export function floatsAboveOf(floats: readonly Float[], below: (float: Float) => number): Float64Array {
  return sumsOf(floats, float => float.before + float.height + below(float))
}

/** Returns the sum of what the floats before each have, and of all. */
function sumsOf(floats: readonly Float[], share: (float: Float) => number): Float64Array {
  const sums = new Float64Array(floats.length + 1)
  floats.forEach((float, index) => {
    sums[index + 1] = sums[index]! + share(float)
  })
  return sums
}

/** Returns the height of the pictures in a float, points. */
export function picturesHeight({ verts }: Float): number {
  return verts.filter(isPictures).reduce((sum, { height }) => sum + height, 0)
}

/**
 * Returns where the sections begin and end in which floats of a kind are named: a heading of their rank or a higher one ends
 * them, and any heading ends those of tables and boxes, whose words are part of the text above it.
 */
function sectionsOf(verts: readonly Vert[], kind: 'float' | 'wide'): { from: Int32Array; end: Int32Array } {
  const starts: number[] = []
  const ends: number[] = []
  const open: { float: number; rank: number }[] = []
  const words: number[] = []
  let rank = Number.POSITIVE_INFINITY
  let start = 0
  verts.forEach((vert, index) => {
    if (vert.t === kind) {
      if (vert.t === 'float' && vert.words) words.push(ends.length)
      else open.push({ float: ends.length, rank })
      starts.push(start)
      ends.push(verts.length)
    } else if (vert.t === 'section') {
      rank = vert.rank
      start = index
      for (const float of words.splice(0)) ends[float] = index
      while (open.length > 0 && open.at(-1)!.rank >= rank) ends[open.pop()!.float] = index
    }
  })
  return { from: Int32Array.from(starts), end: Int32Array.from(ends) }
}

function widesOf(verts: readonly Vert[]): Pick<Measures, 'wides' | 'widesBefore' | 'wideAt' | 'wideFrom' | 'wideEnd'> {
  const wides: WideFloat[] = []
  const at: number[] = []
  const widesBefore = new Int32Array(verts.length + 1)
  verts.forEach((vert, index) => {
    widesBefore[index] = wides.length
    if (vert.t !== 'wide') return
    wides.push(vert.float)
    at.push(index)
  })
  widesBefore[verts.length] = wides.length
  const { from, end } = sectionsOf(verts, 'wide')
  return { wides, widesBefore, wideAt: Int32Array.from(at), wideFrom: from, wideEnd: end }
}
