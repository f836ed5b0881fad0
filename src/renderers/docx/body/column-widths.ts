import type { Table } from '../../../article/article.js'
import { inlineText } from '../../../article/text.js'
import { estimatedWidth } from './letter-widths.js'

/** How much more than estimated a word is given where there is room: faces differ, and a figure cut in two is misread. */
const ease = 1.2
/** How much wider bold letters are. */
const bolder = 1.08
/** Em: longer words are divided. One endless word shall not push the others out of the page. */
const longestWord = 13
const longestLine = 208

/** Where a line may end: at a space that is not one to keep words together, and in a run of East Asian signs, if not at once. */
const places = /[^\S\u00A0\u2007\u202F]+|(?<=[\u2E80-\uA4CF\uF900-\uFAFF\uFF00-\uFFEF]{4})/

interface Need {
  /** The longest word, twips. */
  least: number
  /** The longest cell on one line, twips. */
  most: number
}

/**
 * Returns the widths of a table's columns, in whole twips that sum to `total`: each column has at least its longest word,
 * and what is left goes to those that have more to say, as CSS shares it out (CSS 2.2, 17.5.2.2).
 */
export function columnWidths(table: Table, total: number, size: number, padding: number): number[] {
  const words = leastOf(needsOf(table, size, 1, 0))
  const factor = Math.min(ease, Math.max(1, (total - padding * table.align.length) / words))
  const needs = needsOf(table, size, factor, padding)
  const least = leastOf(needs)
  const most = sum(needs.map(need => need.most))
  const shares =
    least >= total
      ? needs.map(need => (need.least / least) * total)
      : most <= total
        ? needs.map(need => need.most + (total - most) / needs.length)
        : needs.map(need => need.least + ((need.most - need.least) / (most - least)) * (total - least))
  return rounded(shares, total)
}

/**
 * Returns the space that the columns' longest words, with some ease, leave to each column, in twips: below 0 where they do
 * not fit at all.
 */
export function spareWidth(table: Table, total: number, size: number): number {
  return table.align.length > 0 ? (total - leastOf(needsOf(table, size, ease, 0))) / table.align.length : total
}

function needsOf(table: Table, size: number, factor: number, padding: number): Need[] {
  const em = size * 20 * factor
  return table.align.map((_, column) => {
    const need: Need = { least: 0, most: 0 }
    for (const [index, row] of table.children.entries()) {
      const cell = row.children[column]
      const text = inlineText(cell?.children ?? [])
      const weight = index < table.headRows || cell?.children.some(child => child.type === 'strong') ? bolder : 1
      for (const line of text.split('\n')) need.most = Math.max(need.most, estimatedWidth(line) * weight)
      for (const word of text.split(places)) need.least = Math.max(need.least, estimatedWidth(word) * weight)
    }
    const most = Math.max(Math.min(need.most, longestLine), 0.5) * em + padding
    return { least: Math.max(Math.min(need.least, longestWord), 0.5) * em + padding, most }
  })
}

function leastOf(needs: readonly Need[]): number {
  return sum(needs.map(need => need.least))
}

function rounded(shares: readonly number[], total: number): number[] {
  const widths = shares.map(Math.floor)
  const last = widths.length - 1
  if (last >= 0) widths[last]! += total - sum(widths)
  return widths
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
