import type { Table } from '../../../article/article.js'
import { inlineText } from '../../../article/text.js'

/** How wide a table's letters are, in em on average: what counts is how the columns compare. */
const letterWidth = 0.52

interface Need {
  /** The longest word. */
  least: number
  /** The longest cell on one line. */
  most: number
}

/**
 * Returns the widths of a table's columns, in whole twips that sum to `total`: each column has at least its longest word,
 * and what is left goes to those that have more to say, as CSS shares it out (CSS 2.2, 17.5.2.2).
 */
export function columnWidths(table: Table, total: number, size: number, padding: number): number[] {
  const needs = table.align.map((_, column) => needOf(table, column, size * letterWidth * 20, padding))
  const least = sum(needs.map(need => need.least))
  const most = sum(needs.map(need => need.most))
  const shares =
    least >= total
      ? needs.map(need => (need.least / least) * total)
      : most <= total
        ? needs.map(need => need.most + (total - most) / needs.length)
        : needs.map(need => need.least + ((need.most - need.least) / (most - least)) * (total - least))
  return rounded(shares, total)
}

/** Returns the space that the columns' longest words leave to each column, in twips: below 0 where they do not fit at all. */
export function spareWidth(table: Table, total: number, size: number): number {
  const needs = table.align.map((_, column) => needOf(table, column, size * letterWidth * 20, 0).least)
  return needs.length > 0 ? (total - sum(needs)) / needs.length : total
}

function needOf(table: Table, column: number, letter: number, padding: number): Need {
  let least = 1
  let most = 1
  for (const row of table.children) {
    const text = inlineText(row.children[column]?.children ?? [])
    for (const line of text.split('\n')) most = Math.max(most, line.length)
    for (const word of text.split(/\s+/)) least = Math.max(least, word.length)
  }
  // One endless word shall not push the others out of the page.
  return { least: Math.min(least, 24) * letter + padding, most: Math.min(most, 400) * letter + padding }
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
