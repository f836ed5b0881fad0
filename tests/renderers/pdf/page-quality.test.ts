import { describe, expect, test } from 'vitest'
import { article, figure, heading, note, paragraph, pullQuote, table, text } from '../../../src/article/build.js'
import type { Op } from '../../../src/renderers/pdf/layout/vertical.js'
import { composePages } from '../../../src/renderers/pdf/render-pdf.js'
import { isSlot } from '../../../src/renderers/pdf/tag/structure.js'
import { columnTemplate } from '../../support/column-template.js'
import { longArticle, pictureHost } from '../../support/long-article.js'
import { judgePages } from '../../support/page-quality.js'
import { pdfContext } from '../../support/pdf-context.js'

const host = pictureHost()

async function compose(value: ReturnType<typeof longArticle>, columns: 1 | 2 | 3, baselineGrid = false) {
  const template = await columnTemplate(columns, baselineGrid)
  const { context } = await pdfContext({ template, host })
  return { composed: await composePages(value, context), leading: template.styles.body!.leading! }
}

describe('a random long article', () => {
  // A hundred of them, with what had to be given up, are judged in tests/conformance/page-quality.test.ts.
  test.each([
    [1, 501],
    [2, 502],
    [3, 503],
  ] as const)(
    'in %i columns has no widow, no orphan, no heading at the foot, no note elsewhere',
    async (columns, seed) => {
      const { composed, leading } = await compose(longArticle(seed, 40), columns)
      const { pages, relaxed, ...wrong } = judgePages(composed, leading)
      expect(pages).toBeGreaterThan(3)
      expect(wrong).toEqual({ widows: [], orphans: [], headings: [], notes: [], unbalanced: [] })
    },
  )

  test.each([
    ['a paragraph a line longer', longArticle(90004, 110)],
    ['a figure across the columns', longArticle(80000, 60, 0.15)],
    ['a figure across them, beside its caption', longArticle(310118, 60, 0.15)],
    ['their heading across them', longArticle(310147, 60, 0.15)],
    ['a figure and their heading across them', longArticle(310135, 60, 0.15)],
    ['the few lines that are left across them', longArticle(310134, 60, 0.15)],
    ['a pull quote elsewhere', longArticle(310068, 60, 0.15)],
  ])('ends with even columns where only %s makes them so', async (_, value) => {
    const { composed, leading } = await compose(value, 3)
    expect(judgePages(composed, leading).unbalanced).toEqual([])
  })

  test('is judged by its lines: a page cut short shows what is wrong', async () => {
    const { composed, leading } = await compose(longArticle(501, 40), 1)
    // The last line of the first page goes to the second, wherever that leaves it.
    const cut = composed.plans.map(plan => ({ ...plan, content: plan.content.filter(op => op.k === 'text') }))
    for (let page = 0; page + 1 < cut.length; page++) cut[page + 1]!.content.unshift(cut[page]!.content.pop()!)
    const { widows, orphans, notes } = judgePages({ ...composed, plans: cut }, leading)
    expect(widows.length + orphans.length + notes.length).toBeGreaterThan(0)
  })
})

test('a picture becomes a little smaller where its page would end early without it', async () => {
  const lines = (count: number) =>
    Array.from({ length: count }, () => paragraph('The ferry left the harbour before the tide turned.'))
  const before = 14
  const picture = figure({ url: '300x300.png', alt: 'The ferry' }, { caption: [text('The ferry.')] })
  const heights: number[] = []
  for (let count = before; count < before + 24; count++) {
    const value = article({ title: 'The ferry', language: 'en-GB' }, [
      ...lines(count),
      picture,
      heading(1, 'The tide', 'tide'),
      ...lines(40),
    ])
    const { composed } = await compose(value, 1)
    heights.push(...composed.plans[0]!.content.flatMap(op => (op.k === 'image' ? [op.height] : [])))
  }
  const [full] = heights
  const smaller = heights.filter(height => height < full! - 0.5)
  expect(smaller.length).toBeGreaterThan(0)
  for (const height of smaller) expect(height).toBeGreaterThan(full! * 0.845)
})

/** Returns by how many lines each page but the last ends early, in one column without notes. */
function linesShort({ plans, page }: Awaited<ReturnType<typeof compose>>['composed'], leading: number): number[] {
  const bottoms = plans.map(({ content, over }) =>
    Math.max(
      ...[...content, ...over].map(op => op.y + (op.k === 'image' ? op.height : op.k === 'text' ? 0.25 * leading : 0)),
    ),
  )
  return bottoms.slice(0, -1).map(bottom => (page.frame.y + page.frame.height - bottom) / leading)
}

test('no page ends many lines early above a picture: the text goes on there', async () => {
  const lines = (count: number) => Array.from({ length: count }, () => prose(1))
  for (let count = 3; count < 24; count += 2) {
    const picture = figure({ url: '600x400.png', alt: 'The ferry' }, { caption: [text('The ferry.')] })
    const value = article({ title: 'The ferry', language: 'en-GB' }, [
      ...lines(count),
      ...Array.from({ length: 6 }, () => [picture, ...lines(12)]).flat(),
    ])
    const { composed, leading } = await compose(value, 1)
    for (const short of linesShort(composed, leading)) expect(short).toBeLessThan(5)
  }
})

test('lines of running text in neighbouring columns stand on one grid', async () => {
  const { composed, leading } = await compose(longArticle(504, 40), 2, true)
  let judged = 0
  for (const plan of composed.plans) {
    const tops = new Set(plan.over.filter(op => op.k === 'rule' && op.width === 0.5).map(op => op.y))
    // Below a full-width block a grid of its own begins.
    if (tops.size !== 1) continue
    const lines = plan.content.filter(op => op.k === 'text').filter(isRunningText)
    for (const { y } of lines) {
      const off = (y - lines[0]!.y) / leading
      expect(Math.abs(off - Math.round(off))).toBeLessThan(0.01)
    }
    judged += lines.length
  }
  expect(judged).toBeGreaterThan(50)
})

/** A line of a paragraph that no list, box or quotation holds. */
function isRunningText({ placed }: Op & { k: 'text' }): boolean {
  const { tag, style } = placed.rows.span[placed.from]!
  return isSlot(tag) && tag.owner.role === 'P' && tag.owner.parent?.role === 'Document' && style.size === 9.8
}

describe('hostile layouts', () => {
  test('say what they gave up', async () => {
    const headings = Array.from({ length: 120 }, (_, index) => heading(1, `Heading ${index}`, `h${index}`))
    const lede = paragraph('The words before all these headings fill a few lines. '.repeat(8))
    const { composed } = await compose(article({ title: 'Headings' }, [lede, ...headings]), 1)
    expect(composed.plans.flatMap(plan => plan.relaxed)).toContain('keep')
    // What cannot be avoided is not put off, a line a page.
    for (const { content } of composed.plans.slice(0, -1))
      expect(content.filter(op => op.k === 'text').length).toBeGreaterThan(10)
  })

  test('a note longer than a page goes on, and begins with its reference', async () => {
    const long = 'All of this is said in one note and in nothing but this note. '.repeat(180)
    const value = article({ title: 'Note' }, [paragraph([text('Words'), note([paragraph(long)]), text(' end here.')])])
    for (const columns of [1, 2, 3] as const) {
      const { composed, leading } = await compose(value, columns)
      expect(judgePages(composed, leading)).toMatchObject({ notes: [], widows: [], orphans: [] })
      expect(composed.plans.flatMap(plan => plan.relaxed)).toContain('note-split')
    }
  })
})

const prose = (sentences: number) =>
  paragraph('The ferry left the harbour before the tide had turned. '.repeat(sentences))

/** Where lines of a style stand whose letters are so large: the column, and the distance from the page's top. */
function linesOf({ plans, page }: Awaited<ReturnType<typeof compose>>['composed'], columns: number, size?: number) {
  return plans.map(({ content }) =>
    content.flatMap(op => {
      if (op.k !== 'text') return []
      const { rows, from } = op.placed
      if (size !== undefined && rows.span[from]!.style.size !== size) return []
      const column = Math.floor((op.x + rows.x[from]! - page.frame.x + 12) / (page.frame.width / columns))
      return [{ column, y: op.y }]
    }),
  )
}

test('a pull quote stands right under no other, however the columns end', async () => {
  const { pullQuote: style, body } = (await columnTemplate(2)).styles
  for (let count = 0; count < 8; count++) {
    const quote = (words: string) => pullQuote([text(words)], { name: 'Ana Brandt' })
    const value = article({ title: 'The ferry', language: 'en-GB' }, [
      prose(count + 4),
      quote('Nobody had asked the crew.'),
      prose(2),
      quote('The bell rang twice.'),
      ...Array.from({ length: 3 }, () => prose(2)),
    ])
    const { composed } = await compose(value, 2)
    const quotes = linesOf(composed, 2, style!.size)
    const words = linesOf(composed, 2, body!.size)
    quotes.forEach((lines, page) => {
      for (const [index, line] of lines.entries()) {
        const above = lines[index - 1]
        if (above?.column !== line.column || line.y - above.y < style!.leading! * 1.5) continue
        expect(words[page]!.some(({ column, y }) => column === line.column && y > above.y && y < line.y)).toBe(true)
      }
    })
  }
})

test('a pull quote right under a heading or another waits for a paragraph', async () => {
  const { pullQuote: style, body } = (await columnTemplate(1)).styles
  const quote = (words: string) => pullQuote([text(words)])
  const value = article({ title: 'The ferry', language: 'en-GB' }, [
    heading(1, 'The crew', 'crew'),
    quote('Nobody had asked the crew.'),
    quote('The bell rang twice.'),
    prose(3),
    prose(3),
  ])
  const { composed } = await compose(value, 1)
  const quotes = linesOf(composed, 1, style!.size)[0]!.map(({ y }) => y)
  const words = linesOf(composed, 1, body!.size)[0]!.map(({ y }) => y)
  expect(quotes).toHaveLength(2)
  expect(words.some(y => y < quotes[0]!)).toBe(true)
  expect(words.some(y => y > quotes[0]! && y < quotes[1]!)).toBe(true)
})

test('a pull quote that cites a note does not wait: notes are numbered in the order of the text', async () => {
  const { pullQuote: style, body } = (await columnTemplate(1)).styles
  const value = article({ title: 'The ferry', language: 'en-GB' }, [
    heading(1, 'The crew', 'crew'),
    pullQuote([text('Nobody had asked'), note([paragraph('But one.')]), text(' the crew.')]),
    prose(3),
  ])
  const { composed } = await compose(value, 1)
  const [quote] = linesOf(composed, 1, style!.size)[0]!
  expect(quote!.y).toBeLessThan(Math.min(...linesOf(composed, 1, body!.size)[0]!.map(({ y }) => y)))
})

test('pull quotes of which none has words below it fill their pages', async () => {
  const value = article({ title: 'The ferry', language: 'en-GB' }, [
    prose(3),
    ...Array.from({ length: 60 }, (_, index) => pullQuote([text(`The bell rang ${index} times.`)])),
  ])
  const { composed } = await compose(value, 2)
  expect(composed.plans).toHaveLength(3)
})

test('no column is bare beside others that hold a few lines under what is as wide as the page', async () => {
  const rows = Array.from({ length: 14 }, () => ['Old town', '31.5', '1,482', '90,214', '77.1'])
  const wide = table([
    ['District and ward', 'Votes cast in 2020', 'Votes cast in 2021', 'Votes in 2022', 'Share'],
    ...rows,
  ])
  for (let count = 1; count < 13; count++) {
    const value = article({ title: 'The ferry', language: 'en-GB' }, [
      ...Array.from({ length: count }, () => prose(3)),
      wide,
      prose(5),
      heading(1, 'What the harbour said', 'what'),
      ...Array.from({ length: 9 }, () => prose(3)),
    ])
    const { composed } = await compose(value, 3)
    const last = linesOf(composed, 3)[0]!.filter(({ y }) => y > Math.max(...wideRules(composed)))
    expect([0, 3]).toContain(new Set(last.map(({ column }) => column)).size)
  }
})

/** Distances of the rules from the first page's top that are nearly as wide as it. */
function wideRules({ plans, page }: Awaited<ReturnType<typeof compose>>['composed']): number[] {
  const ops = [...plans[0]!.content, ...plans[0]!.over]
  return ops.flatMap(op => (op.k === 'rule' && op.width > page.frame.width * 0.9 ? [op.y] : []))
}
