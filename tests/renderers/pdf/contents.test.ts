import { describe, expect, test } from 'vitest'
import type { Block } from '../../../src/article/article.js'
import { article, heading, paragraph } from '../../../src/article/build.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'
import { composePages } from '../../../src/renderers/pdf/render-pdf.js'
import { columnTemplate } from '../../support/column-template.js'
import { makePdf, pdfContext } from '../../support/pdf-context.js'
import { readPdf } from '../../support/pdf-text.js'

const prose = 'The plough comes down the hill at a quarter past six and its driver has the window down. '
const section = (rank: 1 | 2 | 3 | 4, title: string): Block[] => [
  heading(rank, title, title.toLowerCase()),
  ...Array.from({ length: 9 }, () => paragraph(prose.repeat(9))),
]
const story = article({ title: 'Ice', language: 'en' }, [
  ...section(1, 'First'),
  ...section(3, 'Deeper'),
  ...section(4, 'Deepest'),
  ...section(1, 'Second'),
  ...section(2, 'Within'),
])

const set = async (options: { [name: string]: unknown }, template = 'briefing') =>
  readPdf((await makePdf(story, { template, options })).bytes)

describe('a table of contents', () => {
  test('stands before the text only where it is asked for', async () => {
    expect((await set({})).tree).not.toContain('TOC')
    expect((await set({ toc: true })).body.indexOf('Contents')).toBeLessThan(
      (await set({ toc: true })).body.indexOf('plough'),
    )
  })

  test.each(['briefing', 'wire', 'feature'])('names the page on which each heading stands, in %s', async template => {
    const { pageTexts, body } = await set({ toc: true }, template)
    expect(pageTexts.length).toBeGreaterThan(4)
    const contents = body.slice(0, body.indexOf('plough')).replace(/\s+/g, ' ')
    for (const title of ['Deeper', 'Second', 'Within']) {
      // Its first mention is the entry, on the first page.
      const page =
        pageTexts.findIndex((text, index) => index > 0 && new RegExp(`(^|[^\\w])${title}([^\\w]|$)`).test(text)) + 1
      expect(page).toBeGreaterThan(1)
      expect(contents).toContain(`${title} ${page}`)
    }
    expect(contents).not.toContain('Deepest')
  })

  test('is a tree of links: deeper headings stand in the entry of the one above', async () => {
    const { tree } = await set({ toc: true })
    const from = tree.slice(tree.indexOf('TOC')).split('\n')
    const depth = (line: string) => line.search(/\S/)
    const lists = from.filter(line => line.trim() === 'TOC').map(depth)
    expect(lists).toHaveLength(3)
    expect(lists[1]).toBeGreaterThan(lists[0]!)
    expect(lists[2]).toBe(lists[1])
    expect(from.filter(line => line.trim() === 'TOCI')).toHaveLength(4)
    expect(from.filter(line => line.trim() === 'Reference').length).toBeGreaterThanOrEqual(4)
  })

  test('has two entries at least in each column that it reaches', async () => {
    const template = await columnTemplate(3)
    for (let count = 44; count < 100; count += 5) {
      const parts = Array.from({ length: count }, (_, at) => [heading(1, `Part${at}`, `part${at}`), paragraph('Snow.')])
      const { context } = await pdfContext({ template, options: { toc: true } })
      const { plans, page } = await composePages(article({ title: 'Ice', language: 'en' }, parts.flat()), context)
      const columns = new Map<string, number>()
      plans.forEach(({ content }, index) => {
        for (const op of content) {
          if (op.k !== 'link' || !('place' in op.link.to)) continue
          const column = `${index} ${Math.floor((op.x - page.frame.x + 1) / (page.frame.width / 3))}`
          columns.set(column, (columns.get(column) ?? 0) + 1)
        }
      })
      expect(Math.min(...columns.values())).toBeGreaterThan(1)
    }
  })

  test('is asked for by `toc: true` in the head of an article', async () => {
    const { options } = await readMarkdown('---\ntitle: T\ntoc: true\n---\n\n## One\n\nText.\n', { path: 'a.md' })
    expect(options).toEqual({ pdf: { toc: true }, docx: { toc: true } })
    const other = await readMarkdown('---\ntitle: T\ntoc: false\n---\n\nText.\n', { path: 'a.md' })
    expect(other.options).toBeUndefined()
  })
})
