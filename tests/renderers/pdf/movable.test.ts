import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/article/article.js'
import { article, box, heading, paragraph, pullQuote, table } from '../../../src/article/build.js'
import { composePages } from '../../../src/renderers/pdf/render-pdf.js'
import { columnTemplate } from '../../support/column-template.js'
import { checkoutHost, pdfContext } from '../../support/pdf-context.js'

const prose = (sentences: number) =>
  paragraph('The ferry left the harbour before the tide had turned. '.repeat(sentences))
const several = (count: number, sentences: number) => Array.from({ length: count }, () => prose(sentences))

/** A table whose cells are told from all other words. */
const results = (rows: number) =>
  table([['Ward', 'Votes'], ...Array.from({ length: rows }, (_, index) => [`Ward${index}`, `${1000 + index}`])])
const facts = box('background', 'Facts', [
  paragraph('Ward0 has a pier of its own.'),
  prose(2),
  paragraph('Ward1 has none.'),
])

interface Spot {
  text: string
  page: number
  column: number
  y: number
}

/** Returns the lines of an article as they stand on the pages, and as they are written there, and by how many lines each column but the last page's ends early. */
async function lines(
  children: Block[],
  columns: 1 | 2 | 3,
): Promise<{ spots: Spot[]; stream: Spot[]; short: number[] }> {
  const template = await columnTemplate(columns)
  const { context } = await pdfContext({ template, host: checkoutHost() })
  const { plans, page } = await composePages(article({ title: 'Results', language: 'en-GB' }, children), context)
  const step = (page.frame.width + (template.page.columnGap ?? 18)) / columns
  const stream = plans.flatMap(({ content }, index) =>
    content.flatMap((op): Spot[] => {
      if (op.k !== 'text') return []
      const { rows, from, to } = op.placed
      const text = rows.span
        .slice(from, to)
        .map(span => span.text)
        .join('')
      return [{ text, page: index, column: Math.floor((op.x + rows.x[from]! - page.frame.x + 1) / step), y: op.y }]
    }),
  )
  const { leading = 15 } = template.styles.body!
  const ends = new Map<string, number>()
  for (const { page, column, y } of stream)
    ends.set(`${page} ${column}`, Math.max(y, ends.get(`${page} ${column}`) ?? 0))
  const foot = page.frame.y + page.frame.height
  const last = plans.length - 1
  const short = [...ends].filter(([place]) => !place.startsWith(`${last} `)).map(([, y]) => (foot - y) / leading)
  return { spots: stream.toSorted((a, b) => a.page - b.page || a.column - b.column || a.y - b.y), stream, short }
}

const isPart = ({ text }: Spot) => /^Ward\d/.test(text)

describe.each([
  ['table', results(8)],
  ['box', facts],
] as const)('a small %s of the running text', (_, block) => {
  test.each([2, 3] as const)(
    'stays whole in %i columns, in its section, and the words after it go on above it',
    async columns => {
      for (let count = 4; count < 30; count += 5) {
        const { spots, short } = await lines(
          [
            ...several(count, 2),
            paragraph('Before.'),
            block,
            ...several(14, 3),
            heading(1, 'Next', 'next'),
            ...several(12, 5),
          ],
          columns,
        )
        const parts = spots.filter(isPart)
        expect(new Set(parts.map(({ page, column }) => `${page} ${column}`)).size).toBe(1)
        expect(spots.indexOf(parts.at(-1)!)).toBeLessThan(spots.findIndex(({ text }) => text === 'Next'))
        expect(spots.indexOf(parts[0]!)).toBeGreaterThan(spots.findIndex(({ text }) => text === 'Before.'))
        expect(Math.max(0, ...short)).toBeLessThan(5.5)
      }
    },
  )
})

test.each([2, 3] as const)(
  'a table is written where it is named, whichever of %i columns holds it, and leaves its page only with all before it',
  async columns => {
    const moved = new Set<boolean>()
    for (let count = 4; count < 30; count += 2) {
      const { spots, stream } = await lines(
        [...several(count, 2), paragraph('Before.'), results(8), ...several(30, 3)],
        columns,
      )
      const at = stream.findIndex(({ text }) => text === 'Before.')
      const first = spots.find(({ text }) => text === 'Ward')!
      expect(stream[at + 1]).toEqual(first)
      moved.add(spots.indexOf(first) > spots.indexOf(stream[at]!) + 1)
    }
    expect(moved).toEqual(new Set([false, true]))
  },
)

test('a table goes past no heading, not even one of a lower rank than its own', async () => {
  for (let count = 4; count < 24; count++) {
    const { spots } = await lines(
      [
        heading(1, 'Own', 'own'),
        ...several(count, 2),
        results(8),
        prose(3),
        heading(2, 'Below', 'below'),
        ...several(12, 3),
      ],
      2,
    )
    const last = spots.findLastIndex(isPart)
    expect(last).toBeLessThan(spots.findIndex(({ text }) => text === 'Below'))
  }
})

test('a table right below a heading stays there where another follows it: the heading would stand above that', async () => {
  const others = table([['Booth', 'Votes'], ...Array.from({ length: 14 }, (_, row) => [`Booth${row}`, `${row}`])])
  for (let count = 4; count < 34; count++) {
    const { spots } = await lines(
      [...several(count, 2), heading(1, 'Count', 'count'), results(8), others, ...several(12, 3)],
      2,
    )
    const at = spots.findIndex(({ text }) => text === 'Count')
    expect([count, spots[at + 1]!.text]).toEqual([count, 'Ward'])
  }
})

test('a table that announces itself stays below the line that does so', async () => {
  for (let count = 8; count < 16; count++) {
    const { spots } = await lines(
      [...several(count, 3), paragraph('These are the results:'), results(8), ...several(12, 3)],
      2,
    )
    const at = spots.findIndex(({ text }) => text.startsWith('These are'))
    expect(spots[at + 1]!.text).toBe('Ward')
    expect(spots[at + 1]!.page).toBe(spots[at]!.page)
  }
})

test('a table that is parted has three rows at least on each side', async () => {
  for (let count = 1; count < 30; count++) {
    const { spots } = await lines([...several(count, 1), results(34), heading(1, 'Next', 'next'), prose(1)], 1)
    const rows = new Map<number, number>()
    for (const { page } of spots.filter(isPart)) rows.set(page, (rows.get(page) ?? 0) + 1)
    expect(Math.min(...rows.values())).toBeGreaterThanOrEqual(3)
  }
})

/** Returns how far the first line of a paragraph stands in from its second one, points, where it stands below such a block. */
async function indentBelow(block: Block, columns: 1 | 2): Promise<number> {
  const { context } = await pdfContext({ template: await columnTemplate(columns), host: checkoutHost() })
  const { plans } = await composePages(
    article({ title: 'Results', language: 'en-GB' }, [prose(1), block, paragraph('Then '.repeat(60))]),
    context,
  )
  const [first, second] = plans.flatMap(({ content }) =>
    content.flatMap(op => {
      if (op.k !== 'text') return []
      const { rows, from } = op.placed
      return rows.span[from]!.text.includes('Then') ? [op.x + rows.x[from]!] : []
    }),
  )
  return first! - second!
}

test('a paragraph is indented below what may stand elsewhere, as it goes on from the text before that', async () => {
  const quoted = pullQuote('Nobody asked')
  expect(await indentBelow(quoted, 1)).toBeGreaterThan(5)
  expect(await indentBelow(results(2), 2)).toBeGreaterThan(5)
  expect(Math.abs(await indentBelow(results(2), 1))).toBeLessThan(2)
  expect(Math.abs(await indentBelow(heading(1, 'Next', 'next'), 2))).toBeLessThan(2)
})
