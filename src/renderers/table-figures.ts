import type { Align, Table } from '../article/article.js'
import { inlineText } from '../article/text.js'

/** The sign that parts a figure’s decimals. */
export type DecimalSign = '.' | ','

/** A cell that holds a figure: it is set under the others of its column, unit by unit, and never broken. */
const figure =
  /^[\s(]*[-−–+~≈<>]?\s*[$€£¥]?\s*[-−–]?\d[\d\s.,'’\u00a0\u202f]*\s*(?:%|‰|[a-zA-Z°]{1,3})?[\s)*]*$|^\s*[-–—]\s*$|^\s*n\/?a\s*$/

/** Returns whether a cell holds a figure, or the sign that stands for none. */
export function isFigure(text: string): boolean {
  return figure.test(text)
}

/**
 * Returns whether a cell holds a figure that a text from the right would turn about: its sign or unit would stand at the wrong
 * end, and groups of digits in the wrong order (UAX 9, rules W4 to N1). Digits with points and commas stand as they are.
 */
export function isTurnedFigure(text: string): boolean {
  return isFigure(text) && !/^\d+(?:[.,]\d+)*$/.test(text)
}

/** How a column is set. */
export interface ColumnSetting {
  /** Where its cells stand; at the start, which is the right in a text from the right, unless something else is said. */
  align: 'start' | NonNullable<Align>
  /** The sign below which the others of its column stand. */
  decimal: DecimalSign | undefined
}

/**
 * A column that does not say how it is aligned and holds figures only stands at the right; the first one not where its figures
 * are of one length, as years are: they name the rows.
 */
export function settingOf(column: number, node: Table): ColumnSetting {
  const words = node.children
    .slice(node.headRows)
    .map(row => inlineText(row.children[column]?.children ?? []).trim())
    .filter(word => word !== '')
  const figures = words.length > 0 && words.every(isFigure)
  const given: Align = node.align[column] ?? null
  const names = column === 0 && node.align.length > 1 && new Set(words.map(word => word.length)).size === 1
  const align = given ?? (figures && !names ? 'right' : 'start')
  return { align, decimal: figures && align === 'right' ? decimalSign(words) : undefined }
}

/**
 * Returns the decimal sign of a column whose figures differ in their decimals. Figures with a unit are left as they are: a
 * unit stands better at the edge. A sign that three digits always follow parts thousands, as far as anyone can tell.
 */
function decimalSign(words: readonly string[]): DecimalSign | undefined {
  if (words.some(word => /\d\s*(?:%|‰|[a-zA-Z°]+)[\s)*]*$/.test(word))) return undefined
  const decimals = (sign: DecimalSign) => words.map(word => decimalsAfter(word, sign))
  const sign = (['.', ','] as const).find(each => words.some(word => isDecimal(word, each)))
  return sign && new Set(decimals(sign)).size > 1 ? sign : undefined
}

function isDecimal(word: string, sign: DecimalSign): boolean {
  const other = sign === '.' ? ',' : '.'
  const parts = word.split(sign)
  if (parts.length !== 2 || parts[1]!.includes(other)) return false
  const digits = /^\d+/.exec(parts[1]!)?.[0].length ?? 0
  if (digits === 0) return false
  return digits !== 3 || parts[0]!.includes(other) || /(?:^|\D)0$/.test(parts[0]!)
}

function decimalsAfter(word: string, sign: DecimalSign): number {
  const at = word.lastIndexOf(sign)
  return at < 0 ? 0 : (/^\d+/.exec(word.slice(at + 1))?.[0].length ?? 0)
}

/** Returns what a figure lacks beside those of its column, from its decimal sign on: `.00` where they have two decimals. */
export function missingTails(words: readonly string[], sign: DecimalSign): string[] {
  const decimals = words.map(word => decimalsAfter(word, sign))
  const most = Math.max(0, ...decimals)
  return words.map((word, index) =>
    /\d$/.test(word) ? (decimals[index] === 0 && most > 0 ? sign : '') + '0'.repeat(most - decimals[index]!) : '',
  )
}
