import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composePages } from '../../src/renderers/pdf/render-pdf.js'
import { columnTemplate } from '../support/column-template.js'
import { longArticle, pictureHost } from '../support/long-article.js'
import { judgePages, type Quality } from '../support/page-quality.js'
import { makePdf, pdfContext } from '../support/pdf-context.js'
import { bare, runningPieces, runningWords } from '../support/words.js'
import { judge } from './judge.js'
import { folder } from './made.js'

/** Another first seed makes other articles: `SEED=5000 npm run conformance`. */
const first = Number(process.env.SEED ?? 1000)
const articles = 100
const blocks = 110
const kinds = ['widows', 'orphans', 'headings', 'notes', 'unbalanced'] as const

/** Faults in a thousand pages that are borne. */
const borne = 2

/** Returns the faults of an article beside which the breaker names nothing that it gave up on their page. */
function unexplained(quality: Quality): string[] {
  const given = new Set(quality.relaxed.map(each => / on (page \d+)$/.exec(each)?.[1]))
  return kinds.flatMap(kind => quality[kind].filter(where => !given.has(/page \d+/.exec(where)?.[0])))
}

interface Judged {
  pages: number
  /** The faults of each kind in a thousand pages. */
  faults: { [kind in (typeof kinds)[number]]: number }
  /** Each fault, with what was given up beside it, and those beside which nothing was. */
  exceptions: string[]
  silent: string[]
}

/** Sets random articles and judges their pages; what is wrong is written beside the other files of the long run. */
async function judgeArticles(name: string, columns: 1 | 2 | 3, count: number, strained = 0): Promise<Judged> {
  const template = await columnTemplate(columns)
  const host = pictureHost()
  const all: Quality[] = []
  const exceptions: string[] = []
  const silent: string[] = []
  for (let seed = first; seed < first + count; seed++) {
    const { context } = await pdfContext({ template, host })
    const article = longArticle(seed, strained > 0 ? 60 : blocks, strained)
    const quality = judgePages(await composePages(article, context), template.styles.body!.leading!)
    all.push(quality)
    silent.push(...unexplained(quality).map(where => `${seed}: ${where}`))
    for (const kind of kinds)
      for (const where of quality[kind])
        exceptions.push(`${seed}: ${kind}: ${where}; given up: ${quality.relaxed.join(', ') || 'nothing'}`)
  }
  const pages = all.reduce((sum, quality) => sum + quality.pages, 0)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}-${columns}.txt`), `${pages} pages\n${exceptions.join('\n')}\n`)
  const share = (kind: (typeof kinds)[number]) =>
    (all.reduce((sum, quality) => sum + quality[kind].length, 0) * 1000) / pages
  const faults = Object.fromEntries(kinds.map(kind => [kind, share(kind)])) as Judged['faults']
  return { pages, faults, exceptions, silent }
}

describe.each([1, 2, 3] as const)('a hundred random long articles in %i columns', columns => {
  it('have at most two in a thousand pages of each fault, and each is listed with what was given up', async () => {
    const { faults, exceptions, silent } = await judgeArticles('page-quality', columns, articles)
    expect(silent, 'nothing is said to be given up there').toEqual([])
    for (const kind of kinds) expect(faults[kind], `${kind}\n${exceptions.join('\n')}`).toBeLessThanOrEqual(borne)
  })
})

/** So many that one fault among their pages is less than is borne. */
const strainedArticles = 75

/** Last columns in a thousand pages that differ where pictures and pull quotes, one upon the other, are all that ends a text. */
const borneUnbalanced = 12

describe.each([1, 2, 3] as const)('articles of what strains pages, in %i columns', columns => {
  it('have no more of the other faults, and the last columns differ on few pages', async () => {
    const { faults, exceptions, silent } = await judgeArticles('page-quality-strained', columns, strainedArticles, 0.15)
    expect(silent, 'nothing is said to be given up there').toEqual([])
    for (const kind of kinds) {
      const most = kind === 'unbalanced' ? borneUnbalanced : borne
      expect(faults[kind], `${kind}\n${exceptions.join('\n')}`).toBeLessThanOrEqual(most)
    }
  })
})

/** Returns the words of a text that another holds less often. */
function beyond(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1)
  return words.filter(word => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
}

/** Returns the pieces whose first letters, as many as a line holds for sure, do not stand behind those of the one before. */
function misplaced(pieces: readonly string[], text: string): string[] {
  let at = 0
  return pieces.filter(piece => {
    const first = piece.slice(0, 24)
    const found = text.indexOf(first, at)
    if (found >= 0) at = found + first.length
    return found < 0
  })
}

describe('a report of 200 pages', () => {
  it('has the words of its article, each once and in order: pdftotext', async () => {
    const article = longArticle(2000, 1000)
    const { bytes } = await makePdf(article, { template: await columnTemplate(1), host: pictureHost() })
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'long-report.pdf')
    writeFileSync(file, bytes)
    const { out } = await judge('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'])
    expect(beyond(runningWords(article), out.split(/\s+/).map(bare))).toEqual([])
    const pieces = runningPieces(article).map(bare)
    // Of a piece that begins behind a note, a page's end may stand within those letters.
    expect(misplaced(pieces, bare(out)).length).toBeLessThan(pieces.length / 100)
    expect(out.split('\f').length).toBeGreaterThan(150)
  })
})
