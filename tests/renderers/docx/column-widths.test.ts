import fc from 'fast-check'
import { expect, test } from 'vitest'
import { table } from '../../../src/article/build.js'
import { columnWidths, spareWidth } from '../../../src/renderers/docx/body/column-widths.js'

test('widths are whole and sum to the room there is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 8 }), cells => {
      const widths = columnWidths(table([cells]), 7826, 9, 200)
      expect(widths).toHaveLength(cells.length)
      expect(widths.every(width => Number.isInteger(width) && width > 0)).toBe(true)
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(7826)
    }),
  )
})

test('a column with more to say is wider', () => {
  const [short, long] = columnWidths(table([['a', 'some words that need their room']]), 8000, 9, 200)
  expect(long).toBeGreaterThan(short! * 2)
})

test('one endless word does not push the others out of the page', () => {
  const [endless, other] = columnWidths(table([['x'.repeat(5000), 'word']]), 8000, 9, 200)
  expect(other).toBeGreaterThan(500)
  expect(endless! + other!).toBe(8000)
})

test('many columns share what their longest words leave', () => {
  const word = 1.2 * 1.08 * (0.85 + 0.54 + 0.3 + 0.54)
  expect(spareWidth(table([['word', 'word']]), 8000, 10)).toBeCloseTo((8000 - 2 * word * 200) / 2)
  expect(spareWidth(table([Array.from({ length: 40 }, () => 'headings')]), 8000, 10)).toBeLessThan(0)
})

test('figures and words have more than they need where there is room, before a long cell gets it', () => {
  const [figure, long] = columnWidths(table([['1,204', 'words '.repeat(60)]]), 3000, 9, 100)
  expect(figure).toBeGreaterThan(2.46 * 1.15 * 180 + 100)
  expect(figure! + long!).toBe(3000)
})

test('a figure with spaces that keep it together is one word', () => {
  const needed = (cell: string) => 8000 - spareWidth(table([[cell]]), 8000, 10)
  expect(needed('12\u00a0400\u202f000\u00a0€')).toBeCloseTo(needed('12.400.000.x'))
  expect(needed('12 400 000')).toBeCloseTo(needed('400'))
})

test('a long cell in Chinese may have its lines end anywhere', () => {
  const needed = (cell: string) => 8000 - spareWidth(table([[cell]]), 8000, 10)
  expect(needed('码'.repeat(30))).toBeCloseTo(needed('码'.repeat(4)))
})
