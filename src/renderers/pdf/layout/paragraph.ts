import type { Hyphenator } from '../text/hyphenate.js'
import { ALWAYS, type Item, NEVER } from '../text/item.js'
import { toItems } from '../text/items.js'
import type { Token } from '../text/shape-spans.js'
import { breakLines } from './knuth-plass.js'
import { type Line, type LineAlign, makeLine } from './line.js'

/** How a paragraph is set. Lengths are points. */
export interface ParagraphWish {
  width: number
  align: LineAlign
  rtl: boolean
  /** Indent of the first line; negative hangs. */
  firstLine: number
  /** Lines are made about equally long. */
  balance: boolean
  hyphenator?: Hyphenator | undefined
  /** The first lines leave room at their start: for a drop cap. */
  inset?: { lines: number; width: number } | undefined
}

/** Returns the measure of a line, the first being 0. */
function measureOf({ width, inset }: ParagraphWish, line: number): number {
  return inset && line < inset.lines ? width - inset.width : width
}

/** Passes over a justified paragraph: without hyphens first, then ever looser (research of Knuth and Plass, pretolerance). */
const justifiedPasses = [
  { tolerance: 1, hyphens: false },
  { tolerance: 1, hyphens: true },
  { tolerance: 1.5, hyphens: true },
  { tolerance: 3, hyphens: true },
  { tolerance: Number.POSITIVE_INFINITY, hyphens: true },
] as const

/** A justified paragraph looser than this on average is set ragged instead. */
const LOOSEST_MEAN = 1.35

/** Breaks a shaped paragraph into lines. */
export function setParagraph(tokens: readonly Token[], wish: ParagraphWish): Line[] {
  if (tokens.length === 0) return []
  if (wish.align === 'justify') {
    const lines = setJustified(tokens, wish)
    if (lines) return lines
    return setRagged(tokens, { ...wish, align: 'start' })
  }
  return setRagged(tokens, wish)
}

function setJustified(tokens: readonly Token[], wish: ParagraphWish): Line[] | undefined {
  let items: Item[] | undefined
  let withHyphens = false
  for (const pass of justifiedPasses) {
    const hyphens = pass.hyphens && wish.hyphenator !== undefined
    if (!items || hyphens !== withHyphens) {
      items = itemsOf(tokens, wish, true, hyphens)
      withHyphens = hyphens
    }
    const breaks = breakLines(items, {
      width: line => measureOf(wish, line),
      uniformFrom: wish.inset?.lines ?? 0,
      lineStretch: 0,
      shortest: Math.min(wish.width * 0.12, 45),
      tolerance: pass.tolerance,
    })
    if (!breaks) continue
    const lines = linesOf(items, breaks, wish)
    const loose = lines.slice(0, -1).filter((line, index) => !endsShort(line, measureOf(wish, index)))
    const mean = loose.reduce((sum, line) => sum + Math.max(0, line.ratio), 0) / Math.max(1, loose.length)
    return mean > LOOSEST_MEAN ? undefined : lines
  }
  return undefined
}

function endsShort(line: Line, width: number): boolean {
  return line.width < width - 0.5
}

function setRagged(tokens: readonly Token[], wish: ParagraphWish): Line[] {
  const items = itemsOf(tokens, wish, false, false)
  const breaks = raggedBreaks(items, wish.width, wish)
  if (!wish.balance || breaks.length < 2) return linesOf(items, breaks, wish)
  return linesOf(items, balancedBreaks(items, breaks, wish), wish)
}

/** Ragged lines end near the edge where they can: each offers a stretch, but its spaces keep their width. */
function raggedBreaks(items: readonly Item[], width: number, wish: ParagraphWish): number[] {
  // Squares fill a line to the last but one.
  const stretch = Math.min(wish.width * 0.09, items.some(isSquareGlue) ? 12 : 36)
  return (
    breakLines(items, {
      width: line => width - wish.width + measureOf(wish, line),
      uniformFrom: wish.inset?.lines ?? 0,
      lineStretch: stretch,
      shortest: Math.min(wish.width * 0.12, 45),
      tolerance: Number.POSITIVE_INFINITY,
    }) ?? [items.length - 1]
  )
}

/** Between squares there is glue without a space in it; the blank that fills a last line is the only other of that kind. */
function isSquareGlue(item: Item, index: number, items: readonly Item[]): boolean {
  return item.t === 'glue' && !item.fragment && items[index - 1]?.t === 'box'
}

/** Finds the narrowest measure that needs no more lines: what is left over is shared by all of them. */
function balancedBreaks(items: readonly Item[], breaks: number[], wish: ParagraphWish): number[] {
  const sentences = sentenceBreaks(items, breaks.length, wish)
  if (sentences) return sentences
  const fewest = firstFitCount(items, wish.width)
  let low = wish.width / (fewest + 1)
  let high = wish.width
  for (let probe = 0; probe < 12; probe++) {
    const middle = (low + high) / 2
    if (firstFitCount(items, middle) <= fewest) high = middle
    else low = middle
  }
  const balanced = raggedBreaks(items, high + 0.01, wish)
  return balanced.length <= breaks.length ? balanced : breaks
}

/** Returns the ends of sentences as ends of lines, where each sentence fills about one line: a reader takes in one at a time. */
function sentenceBreaks(items: readonly Item[], lines: number, wish: ParagraphWish): number[] | undefined {
  if (lines > 4) return undefined
  const breaks: number[] = []
  const widths: number[] = []
  let width = 0
  for (const [index, item] of items.entries()) {
    if (item.t === 'box') width += item.width
    else if (item.t === 'glue' && item.fragment) {
      if (endsSentence(items[index - 1])) {
        breaks.push(index)
        widths.push(width)
        width = 0
      } else width += item.width
    } else if (item.t === 'penalty' && item.cost === ALWAYS) {
      breaks.push(index)
      widths.push(width)
      width = 0
    }
  }
  const longest = Math.max(...widths)
  return breaks.length === lines && longest <= wish.width && Math.min(...widths) >= longest * 0.5 ? breaks : undefined
}

function endsSentence(item: Item | undefined): boolean {
  return (
    item?.t === 'box' &&
    item.fragment !== undefined &&
    /[.!?:;]["'\u2019\u201d\u00bb]?$/.test(item.fragment.source.slice(0, item.to))
  )
}

/** Returns how many lines there are if each is filled as far as it goes. */
function firstFitCount(items: readonly Item[], width: number): number {
  let lines = 0
  let used = 0
  let space = 0
  let word = 0
  const commit = (after: number) => {
    if (used > 0 && used + space + word > width + 0.01) {
      lines++
      used = word
    } else used += space + word
    word = 0
    space = after
  }
  for (const item of items) {
    if (item.t === 'box') word += item.width
    else if (item.t === 'glue') commit(item.width)
    else if (item.cost === ALWAYS) {
      commit(0)
      lines++
      used = 0
    } else if (item.cost < NEVER) commit(0)
  }
  return lines
}

function itemsOf(tokens: readonly Token[], wish: ParagraphWish, justify: boolean, hyphens: boolean): Item[] {
  return toItems(tokens, {
    justify,
    indent: wish.align === 'center' ? 0 : wish.firstLine,
    measure: measureOf(wish, 0),
    // A narrow measure has few spaces to share what is left over.
    letterSpacing: wish.width < 200 ? 0.02 : wish.width < 300 ? 0.015 : 0.008,
    hyphenator: hyphens || !justify ? wish.hyphenator : undefined,
    onlyOverlong: !justify,
  })
}

function linesOf(items: readonly Item[], breaks: readonly number[], wish: ParagraphWish): Line[] {
  return breaks.map((to, index) => {
    const from = index === 0 ? 0 : breaks[index - 1]!
    const ending = items[to]
    const last = ending?.t === 'penalty' && ending.cost < 0
    return makeLine(items, index === 0 ? 0 : from + (items[from]!.t === 'box' ? 0 : 1), to, {
      width: measureOf(wish, index),
      align: wish.align,
      rtl: wish.rtl,
      last,
    })
  })
}
