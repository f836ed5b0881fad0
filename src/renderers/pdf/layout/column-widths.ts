import { type Shaper, shapeSpans, type Token } from '../text/shape-spans.js'
import type { TableFlow } from './flow.js'

/** A cell's text, shaped once: its narrowest and widest setting, points. */
export interface ShapedCell {
  tokens: Token[]
  min: number
  max: number
}

/** Points: what a column is given for a word at the least; longer ones are cut. */
const LONGEST_WORD = 64

/** Shapes every cell of a table. */
export function shapeRows(flow: TableFlow, shaper: Shaper): ShapedCell[][] {
  return flow.rows.map(row => row.cells.map(spans => shapeCell(spans, shaper)))
}

function shapeCell(spans: TableFlow['rows'][number]['cells'][number], shaper: Shaper): ShapedCell {
  const tokens = shapeSpans(spans, shaper)
  let min = 0
  let max = 0
  let line = 0
  let word = 0
  for (const token of tokens) {
    if (token.t === 'lineBreak') {
      max = Math.max(max, line)
      line = 0
      word = 0
      continue
    }
    const width =
      token.t === 'word' ? token.fragments.reduce((sum, fragment) => sum + fragment.width, 0) : token.fragment.width
    line += width
    word = token.t === 'space' && token.breaks ? 0 : word + width
    min = Math.max(min, word)
    if (token.t !== 'space' && token.breakAfter) word = 0
  }
  return { tokens, min, max: Math.max(max, line) }
}

/** Returns the narrowest measure in which no word of usual length is cut. */
export function neededWidth(flow: TableFlow, cells: readonly (readonly ShapedCell[])[]): number {
  const padding = flow.padding.left + flow.padding.right
  const words = flow.align.map((_, column) =>
    Math.min(
      LONGEST_WORD,
      cells.reduce((widest, row) => Math.max(widest, row[column]!.min), 0),
    ),
  )
  return words.reduce((sum, word) => sum + word + padding, -flow.padding.right)
}

/**
 * Shares the measure among the columns: each as wide as its widest line where all fit, else its longest word and a part of
 * what is left in proportion to what it lacks. Where not even the words fit, all shrink and words are cut.
 */
export function columnWidths(flow: TableFlow, cells: readonly (readonly ShapedCell[])[], width: number): number[] {
  const count = flow.align.length
  const padding = flow.padding.left + flow.padding.right
  const mins = new Array<number>(count).fill(0)
  const maxes = new Array<number>(count).fill(0)
  for (const row of cells) {
    row.forEach((cell, column) => {
      mins[column] = Math.max(mins[column]!, cell.min + 0.01)
      maxes[column] = Math.max(maxes[column]!, cell.max + 0.01)
    })
  }
  const room = Math.max(width - padding * count + flow.padding.right, count * 4)
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0)
  let inner: number[]
  if (sum(maxes) <= room) {
    const spare = (room - sum(maxes)) / count
    inner = maxes.map(max => max + spare)
  } else if (sum(mins) <= room) {
    const lack = maxes.map((max, column) => max - mins[column]!)
    // The square root keeps one very long column from taking everything.
    const weights = lack.map(value => Math.sqrt(value))
    inner = share(mins, lack, weights, room - sum(mins))
  } else {
    const even = room / count
    const small = mins.map(min => Math.min(min, even))
    const rest = room - sum(small)
    const lack = mins.map((min, column) => min - small[column]!)
    inner = small.map((value, column) => value + (rest * lack[column]!) / Math.max(sum(lack), 0.001))
  }
  return inner.map((value, column) => value + padding - (column === count - 1 ? flow.padding.right : 0))
}

/** Gives out `rest` by weight, to none more than it lacks. */
function share(base: readonly number[], lack: readonly number[], weights: readonly number[], rest: number): number[] {
  const given = base.map(() => 0)
  for (let round = 0; round < base.length && rest > 0.01; round++) {
    const open = weights.map((weight, index) => (given[index]! < lack[index]! - 0.001 ? weight : 0))
    const total = open.reduce((sum, weight) => sum + weight, 0)
    if (total === 0) break
    const part = rest / total
    rest = 0
    open.forEach((weight, index) => {
      const wish = given[index]! + part * weight
      const limited = Math.min(wish, lack[index]!)
      rest += wish - limited
      given[index] = limited
    })
  }
  const spare = rest / base.length
  return base.map((value, index) => value + given[index]! + spare)
}
