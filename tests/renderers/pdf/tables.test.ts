import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import * as build from '../../../src/article/build.js'
import { preflightPdf } from '../../../src/preflight/pdf/preflight-pdf.js'
import { makePdf } from '../../support/pdf-context.js'
import { readPdf } from '../../support/pdf-text.js'
import { describePdf } from '../../support/view-pdf.js'
import { firstMissing, missingApart } from '../../support/words.js'

const { article, paragraph, text } = build

const rows = (count: number) => [
  ['Week', 'Quay', 'Tonnes'],
  ...Array.from({ length: count }, (_, index) => [String(index + 1), `Quay ${index % 7}`, `${index * 1.25}`]),
]

async function read(value: ReturnType<typeof article>, template = 'briefing') {
  const { bytes, messages } = await makePdf(value, { template })
  expect(await preflightPdf(bytes)).toEqual([])
  const pdf = await readPdf(bytes)
  expect(firstMissing(value, pdf.body)).toBeUndefined()
  return { pdf, messages }
}

/** Where each text of the first page begins and ends, points from the left. */
async function placesOf(bytes: Uint8Array): Promise<Map<string, { start: number; end: number }>> {
  const task = getDocument({ data: bytes.slice(), disableFontFace: true, verbosity: 0 })
  const { items } = await (await (await task.promise).getPage(1)).getTextContent()
  await task.destroy()
  const texts = items.filter(item => 'str' in item)
  return new Map(texts.map(({ str, transform, width }) => [str, { start: transform[4], end: transform[4] + width }]))
}

describe('a table over many pages', () => {
  const long = build.table(rows(100), { caption: [text('Landings by quay and week')] })

  test.each([
    ['en', 'briefing', 'Table 1 (continued)'],
    ['de', 'briefing', 'Tabelle 1 (Fortsetzung)'],
    ['en', 'wire', 'Landings by quay and week (continued)'],
  ])('says in %s, in %s, that it goes on, and is read once', async (language, template, words) => {
    const { pdf } = await read(article({ title: 'T', language }, [paragraph('Before.'), long]), template)
    expect(pdf.pages).toBeGreaterThan(2)
    expect(pdf.pageTexts[0]).not.toContain(words)
    for (const page of pdf.pageTexts.slice(1)) expect(page.replace(/\s+/g, ' ')).toContain(words)
    expect(pdf.body).not.toContain(words)
    expect(pdf.tree.match(/Caption\b/g)).toHaveLength(1)
    expect(pdf.tree.match(/TH\b/g)).toHaveLength(3)
  })
})

test.each([
  ['ltr', 'start', ['Remark', 'late']],
  ['rtl', 'end', ['Remark', 'late']],
] as const)(
  'cells that do not say where they stand stand where text that runs %s begins',
  async (direction, edge, cells) => {
    const node = build.table([
      ['Remark', 'Quay'],
      ['late', 'Quay 7, the northern one'],
    ])
    const { bytes } = await makePdf(article({ title: 'T', direction }, [node]))
    const places = await placesOf(bytes)
    const edges = cells.map(cell => places.get(cell)![edge])
    expect(edges[0]).toBeCloseTo(edges[1]!, 1)
  },
)

test('a table too wide for the page is set in parts, each under the first column, and says so', async () => {
  const wide = build.table(
    [0, 1, 2].map(row => Array.from({ length: 60 }, (_, column) => `r${row}c${column}`)),
    { caption: [text('Sixty')] },
  )
  const { pdf, messages } = await read(article({ title: 'W' }, [wide]))
  expect(messages.map(message => message.rule)).toEqual(['pdf-table-wide'])
  const painted = pdf.pageTexts.join('\n')
  const parts = painted.match(/\(continued\)/g)!.length + 1
  expect(messages[0]!.reason).toContain(`${parts} parts`)
  expect(painted.match(/r1c0\b/g)).toHaveLength(parts)
  expect(pdf.body.match(/r1c0\b/g)).toHaveLength(1)
})

describe('a table that needs the width of a page turned sideways', () => {
  const columns = 22
  const figures = Array.from({ length: 30 }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      column === 0 ? `Country ${row}` : String((row * column * 997) % 9973),
    ),
  )
  const wide = build.table(
    [['Country', ...Array.from({ length: columns - 1 }, (_, i) => String(1970 + i))], ...figures],
    {
      caption: [text('Two and twenty years')],
    },
  )
  const prose = (count: number) =>
    Array.from({ length: count }, () => paragraph('The harbour board met to weigh a plan. '.repeat(12)))

  test('gets it, while the text flows on and is read in its order', async () => {
    const value = article({ title: 'T' }, [...prose(2), wide, ...prose(6)])
    const { bytes, messages } = await makePdf(value)
    expect(await preflightPdf(bytes)).toEqual([])
    expect(messages.map(message => message.rule)).toEqual(['pdf-table-wide'])
    const sizes = [...(await describePdf(bytes)).matchAll(/--- page \d+, (\d+ × \d+)/g)].map(match => match[1])
    expect(sizes).toEqual(['595 × 842', '842 × 595', '842 × 595', '595 × 842'])
    const pdf = await readPdf(bytes)
    // The first page is filled with what comes after the table.
    expect(pdf.pageTexts[0]!.match(/The harbour board/g)!.length).toBeGreaterThan(36)
    expect(pdf.pageTexts[2]).toContain('(continued)')
    expect(missingApart(value, pdf.body)).toEqual([])
  })

  test('is cut into parts where it stands in a box', async () => {
    const { bytes, messages } = await makePdf(article({ title: 'T' }, [build.box('facts', 'Facts', [wide])]))
    expect(messages[0]!.reason).toMatch(/parts below each other/)
    expect(await describePdf(bytes)).not.toContain('842 × 595')
  })
})

test('a line that announces a table is never parted from it', async () => {
  const pages = new Set<number>()
  // Ever more lines before it: in some of these articles the announcement would come to the foot of the page.
  for (const lines of [30, 32, 34, 36, 38]) {
    const before = Array.from({ length: lines }, () => paragraph('A line.'))
    const value = article({ title: 'A' }, [...before, paragraph('These came:'), build.table(rows(3))])
    const { pdf } = await read(value)
    const page = pdf.pageTexts.findIndex(each => each.includes('These came:'))
    expect(pdf.pageTexts[page]).toContain('Tonnes')
    pages.add(page)
  }
  expect([...pages]).toEqual([0, 1])
})
