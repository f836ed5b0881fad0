import { describe, expect, test } from 'vitest'
import { table } from '../../../src/article/build.js'
import { columnWidths, neededWidth } from '../../../src/renderers/pdf/layout/column-widths.js'
import type { TableFlow } from '../../../src/renderers/pdf/layout/flow.js'
import { bandsOf } from '../../../src/renderers/pdf/layout/table-bands.js'
import type { ShapedCell } from '../../../src/renderers/pdf/layout/table-cells.js'
import { Tokens } from '../../../src/renderers/pdf/text/tokens.js'
import { settingOf } from '../../../src/renderers/table-figures.js'

/** A cell of words, ten points a letter but for the last. */
function cell(words: string, whole = false): ShapedCell {
  const list = words.split(' ')
  const pieces = list.map((word, index) => ({ width: word.length * 5, space: 3, ends: index === list.length - 1 }))
  const max = pieces.reduce((sum, piece) => sum + piece.width + piece.space, -3)
  const min = whole ? max : Math.max(...pieces.map(piece => piece.width))
  return { tokens: new Tokens(), pieces, min, max, whole, endRoom: 0 }
}

const figure = (words: string) => cell(words, true)

function flowOf(columns: number): TableFlow {
  return {
    t: 'table',
    rows: [],
    headRows: 1,
    align: new Array(columns).fill('left'),
    decimals: new Array(columns).fill(undefined),
    leading: 12,
    padding: { top: 4, right: 10, bottom: 4, left: 0 },
    top: undefined,
    bottom: undefined,
    headRule: undefined,
    rowRule: undefined,
    headBackground: undefined,
    rtl: false,
    before: 0,
    after: 0,
  }
}

const widths = (rows: ShapedCell[][], width: number) => columnWidths(flowOf(rows[0]!.length), rows, width)
const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0)

describe('the columns of a table', () => {
  test('give each its widest line where all fit, and are set evenly apart', () => {
    const [first, second, third] = widths([[cell('a'.repeat(20)), cell('bbbb'), cell('cccc')]], 220)
    expect(first! + second! + third!).toBeCloseTo(220, 1)
    expect(first! - 10 - 100).toBeCloseTo(second! - 10 - 20, 1)
  })

  test('are not torn apart where they need little', () => {
    expect(sum(widths([[cell('a'), cell('b')]], 400))).toBeLessThan(200)
  })

  test('never break a figure, however long the text beside it', () => {
    const text = 'word '.repeat(80).trim()
    const rows = [
      [cell('Port'), cell('Tonnes'), cell('Remark')],
      [cell('Halvik'), figure('1 204 500 t'), cell(text)],
    ]
    const [, tonnes] = widths(rows, 200)
    expect(tonnes! - 10).toBeGreaterThanOrEqual(figure('1 204 500 t').max)
  })

  test('divide one monstrous word sooner than squeeze the others', () => {
    const rows = [[cell('x'.repeat(60)), cell('some words of usual length beside it that need room'), cell('code')]]
    const [monster, text] = widths(rows, 260)
    expect(monster!).toBeLessThan(170)
    expect(text! - 10).toBeGreaterThanOrEqual(6 * 5)
  })

  test('make the table as low as trying every other way would', () => {
    const rows = [
      [cell('Term'), cell('Meaning')],
      [cell('one two'), cell('mm '.repeat(40).trim())],
      [cell('three four five six'), cell('mm '.repeat(12).trim())],
      [cell('seven'), cell('mm '.repeat(25).trim())],
    ]
    const width = 240
    const lines = (shaped: ShapedCell, room: number) => {
      let count = 1
      let line = 0
      for (const { width: each } of shaped.pieces) {
        if (line > 0 && line + 3 + each > room) {
          count++
          line = each
        } else line += (line > 0 ? 3 : 0) + each
      }
      return count
    }
    const height = (first: number, second: number) =>
      sum(rows.map(row => Math.max(lines(row[0]!, first), lines(row[1]!, second))))
    let least = Number.POSITIVE_INFINITY
    for (let first = 30; first < 200; first++) least = Math.min(least, height(first, width - 10 - first))
    const [first, second] = widths(rows, width)
    expect(height(first! - 10, second!)).toBe(least)
  })

  test('give figures that are alike one width', () => {
    const heads = ['Country', 'Year one', 'Year two', 'Year three', 'Year four'].map(head => cell(head))
    const rows = [heads, [cell('Norway'), ...['12', '13', '14', '15'].map(figure)]]
    const [, ...years] = widths(rows, 200)
    expect(Math.max(...years.slice(0, -1)) - Math.min(...years.slice(0, -1))).toBeLessThan(0.1)
  })

  test('fill the measure and no more, even where not every word fits', () => {
    const rows = [Array.from({ length: 9 }, (_, index) => cell('y'.repeat(8 + index)))]
    expect(sum(widths(rows, 200))).toBeLessThan(200.5)
    expect(neededWidth(flowOf(9), rows)).toBeGreaterThan(200)
  })
})

describe('bands of a table that is too wide', () => {
  const columns = 25
  const rows = [Array.from({ length: columns }, (_, index) => cell(index === 0 ? 'Country' : '1970'))]

  test('are headed by the first column, hold each other column once, and are about equally long', () => {
    const bands = bandsOf(flowOf(columns), rows, 300)
    for (const band of bands) expect(band[0]).toBe(0)
    expect(bands.flatMap(band => band.slice(1))).toEqual(Array.from({ length: columns - 1 }, (_, index) => index + 1))
    const lengths = bands.map(band => band.length)
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(3)
  })
})

test('years in the first column name the rows; figures of several lengths, or in another column, do not', () => {
  const years = table([
    ['Year', 'Share'],
    ['2015', '10'],
    ['2020', '12'],
  ])
  expect([settingOf(0, years).align, settingOf(1, years).align]).toEqual(['start', 'right'])
  expect(
    settingOf(
      0,
      table([
        ['Rank', 'Name'],
        ['9', 'a'],
        ['10', 'b'],
      ]),
    ).align,
  ).toBe('right')
})

describe('a column of figures', () => {
  const column = (figures: string[], align: 'left' | 'right' | 'center' | null = null) =>
    settingOf(0, table([['Head'], ...figures.map(each => [each])], { align: [align] }))

  test.each([
    [['1', '12', '123'], undefined],
    [['1.5', '12.25', '7'], '.'],
    [['1,204', '980.5'], '.'],
    [['1.204', '980,5'], ','],
    // Three digits after the only sign part thousands.
    [['1,204', '77'], undefined],
    [['0.125', '7'], '.'],
    [['+1.5', '−12.25', '(3)', 'n/a', '–'], '.'],
    // All alike: the edge does as well.
    [['1.5', '2.5'], undefined],
    [['3 kg', '12.75 kg'], undefined],
  ])('of %j stands at the right, by %s', (figures, decimal) => {
    expect(column(figures)).toEqual({ align: 'right', decimal })
  })

  test('keeps the side that the author gave it', () => {
    expect(column(['1.5', '12.25'], 'left')).toEqual({ align: 'left', decimal: undefined })
    expect(column(['1.5', '12.25'], 'right')).toEqual({ align: 'right', decimal: '.' })
  })

  test('is none where a cell holds words', () => {
    expect(column(['1.5', 'about twelve']).align).toBe('start')
  })
})
