import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { article, heading, note, paragraph, text } from '../../src/article/build.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'
import type { Template } from '../../src/templates/template.js'
import { columnTemplate } from '../support/column-template.js'
import { root } from '../support/corpus.js'
import { longArticle, pictureHost } from '../support/long-article.js'
import { expectStoredPages } from '../support/page-pictures.js'
import { checkoutHost, makePdf, type PdfSetting, shippedTemplate } from '../support/pdf-context.js'

/** Constructs of a page, each looked at and kept under its name in `tests/visual/pages`. `STORE_PAGES=1` stores them anew. */
interface Look {
  name: string
  article: () => Article | Promise<Article>
  setting: () => PdfSetting | Promise<PdfSetting>
  /** Only so many of the first pages are compared. */
  first?: number
}

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${(at * 7919) % 97}`).join(' ')

/** Reads an example or a fixture; its pictures are found beside it. */
async function read(file: string): Promise<Article> {
  const path = join(root, file)
  return (await readMarkdown(readFileSync(path, 'utf8'), { path })).article!
}

const beside = (file: string, setting: PdfSetting): PdfSetting => ({
  ...setting,
  path: join(root, file),
  host: checkoutHost(dirname(join(root, file))),
})

/** Sections enough for contents of so many entries, each long name among short ones. */
function sections(count: number): Article {
  const names = ['The gauge', 'What the radar cannot see', `A name of many words that goes on ${words(16)}`]
  const blocks = Array.from({ length: count }, (_, at) => [
    heading(at % 4 === 3 ? 2 : 1, `${names[at % 3]!} ${at + 1}`, `section-${at}`),
    paragraph(words(30)),
  ])
  return article({ title: 'A report in many sections', publisher: { name: 'The Torhaven Post' } }, blocks.flat())
}

/** Headings of a report in Arabic: short ones, one of two lines, one with a year and one with a foreign name. */
const arabicHeadings: [rank: 1 | 2, name: string][] = [
  [1, 'ما الذي حدث في الميناء'],
  [2, 'ليلة العاصفة'],
  [2, 'أول سفينة بعد 2024'],
  [1, 'من يدفع ثمن الرصيف الجديد، ولماذا تأخر القرار حتى نهاية السنة بعد ثلاث جلسات في المجلس وتقرير من مئة صفحة'],
  [2, 'رأي شركة Torhaven Ferries'],
  [1, 'الجزر'],
  [1, 'الأرقام في جدول واحد'],
]

function arabicReport(): Article {
  const lines = 'قال السكان إن العبّارة تعود قبل الشتاء، وإن الرحلة الأولى في العاشرة والنصف من صباح الخميس. '
  const blocks = arabicHeadings.flatMap(([rank, name], at) => [
    heading(rank, name, `section-${at}`),
    paragraph(lines.repeat(9).trim()),
  ])
  return article({ title: 'تقرير عن الموانئ', language: 'ar', direction: 'rtl' }, blocks)
}

/** An article that begins with some words, under a drop cap. */
const opening = (...first: (string | ReturnType<typeof note>)[]): Article =>
  article({ title: 'An opening', publisher: { name: 'The Torhaven Post' } }, [
    paragraph([...first.map(each => (typeof each === 'string' ? text(each) : each)), text(` ${words(60)}.`)]),
    paragraph(words(80)),
  ])

async function houseTemplate(): Promise<Template> {
  return {
    ...(await shippedTemplate('briefing')),
    header: { start: '{heading}', end: '{title}', rule: { width: 0.75, colour: 'ink', distance: 12 } },
    firstFooter: { start: 'First page: {publisher}', end: '{page}' },
    footer: { center: 'Page {page} of {pages}' },
  }
}

const iceRoad = 'examples/ice-road.md'
const arabic = 'tests/fixtures/arabic-story/input.md'

const looks: Look[] = [
  { name: 'contents', article: () => sections(24), setting: () => ({ options: { toc: true } }), first: 1 },
  { name: 'contents-long', article: () => sections(120), setting: () => ({ options: { toc: true } }), first: 3 },
  {
    name: 'contents-arabic',
    article: arabicReport,
    setting: () => beside(arabic, { options: { toc: true } }),
    first: 1,
  },
  {
    name: 'running-heads',
    article: () => sections(24),
    setting: async () => ({ template: await houseTemplate() }),
    first: 2,
  },
  {
    name: 'crop-marks',
    article: () => read(iceRoad),
    setting: () => beside(iceRoad, { template: 'feature', options: { cropMarks: true } }),
    first: 1,
  },
  {
    name: 'a5',
    article: () => read(iceRoad),
    setting: () => beside(iceRoad, { template: 'feature', options: { pageSize: 'a5' } }),
    first: 3,
  },
  {
    name: 'custom-size',
    article: () => read(iceRoad),
    setting: () => beside(iceRoad, { template: 'wire', options: { pageSize: '400x500' } }),
    first: 2,
  },
  ...([1, 2, 3] as const).map(
    (columns): Look => ({
      name: `columns-${columns}`,
      article: () => longArticle(1000, 40),
      setting: async () => ({ template: await columnTemplate(columns), host: pictureHost() }),
      first: 4,
    }),
  ),
  {
    name: 'baseline-grid',
    article: () => longArticle(1003, 40),
    setting: () => ({ template: 'feature', host: pictureHost() }),
    first: 4,
  },
  ...[
    { name: 'quotation', article: () => opening('\u201cIt was cold,\u201d she said,') },
    { name: 'accent', article: () => opening('\u00c9lodie waits') },
    { name: 'digit', article: () => opening('1871 was the year') },
    { name: 'note', article: () => opening('Water', note([paragraph('Of the sea.')]), ' came') },
    {
      name: 'short',
      article: () => article({ title: 'An opening' }, [paragraph('Short words.'), paragraph(words(80))]),
    },
  ].map(
    (look): Look => ({ ...look, name: `drop-cap-${look.name}`, setting: () => ({ template: 'feature' }), first: 1 }),
  ),
]

describe('constructs look as they were last approved', () => {
  it.each(looks)('$name', async ({ name, article: make, setting, first }) => {
    const { bytes } = await makePdf(await make(), await setting())
    await expectStoredPages(bytes, name, first)
  })
})
