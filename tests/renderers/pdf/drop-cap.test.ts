import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Article, Block } from '../../../src/article/article.js'
import { article, paragraph, quote } from '../../../src/article/build.js'
import { actualTexts, contentsOf } from '../../support/pdf-contents.js'
import { makePdf } from '../../support/pdf-context.js'

const rest = ' the hour before the plough comes down the hill a reader walks out on to the lake with an auger over her '
const long = rest.repeat(4)
const story = (...children: Block[]): Article => article({ title: 'Ice' }, children)

interface Piece {
  text: string
  x: number
  y: number
  size: number
}

/** The pieces of text of the first page, largest first, but for the title. */
async function pieces(source: Article): Promise<Piece[]> {
  const { bytes } = await makePdf(source, { template: 'feature' })
  const task = getDocument({ data: bytes.slice(), disableFontFace: true, verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const { items } = await page.getTextContent({ disableNormalization: true })
  await task.destroy()
  return items
    .flatMap(item =>
      'str' in item && item.str.trim()
        ? [
            {
              text: item.str,
              x: item.transform[4],
              y: Math.round(item.transform[5] * 1000) / 1000,
              size: item.transform[0],
            },
          ]
        : [],
    )
    .filter(piece => piece.text !== 'Ice')
    .sort((a, b) => b.size - a.size)
}

describe('a drop cap', () => {
  test('stands on the third line, its top level with the first line’s capitals, beside three lines', async () => {
    const [cap, ...lines] = await pieces(story(paragraph(`At${long}`)))
    expect(cap!.text).toBe('A')
    const body = lines.filter(line => Math.abs(line.size - 9.8) < 0.01)
    const rows = [...new Set(body.map(line => line.y))].sort((a, b) => b - a)
    expect(cap!.y).toBeCloseTo(rows[2]!, 1)
    // Capitals of both weights are 670 units tall.
    expect(cap!.y + cap!.size * 0.67).toBeCloseTo(rows[0]! + 9.8 * 0.67, 0)
    const starts = rows.slice(0, 4).map(row => Math.min(...body.filter(line => line.y === row).map(line => line.x)))
    expect(starts[0]! - starts[3]!).toBeGreaterThan(20)
    expect(new Set(starts.slice(0, 3)).size).toBe(1)
  })

  test.each([
    ['At', '', 'At'],
    ['\u201cAt', '', '\u201cAt'],
    ['I walked', '', 'I walked'],
    ['\u201eAt', '', '\u201eAt'],
    ['\u00bbAt', '', '\u00bbAt'],
    ['\u00ab\u00a0At', '', '\u00ab\u00a0At'],
    ['\u00ab At', '', '\u00ab At'],
  ])('of %s is read with its word: the letter as nothing, what follows as the whole', async (words, letter, whole) => {
    const { bytes } = await makePdf(story(paragraph(words + long)), { template: 'feature' })
    const read = contentsOf(bytes).flatMap(content => actualTexts(content))
    expect([...new Set(read)]).toEqual([letter, whole])
    expect(read.at(-1)).toBe(whole)
  })

  test.each([
    ['\u201e', 0],
    ['\u00ab', 0.25],
    ['\u201c', 0.5],
  ])('has a mark %s beside it at half its size, raised by %s of its height', async (mark, raised) => {
    const [cap, sign] = await pieces(story(paragraph(`${mark}At${long}`)))
    expect([cap!.text, sign!.text]).toEqual(['A', mark])
    expect(sign!.size).toBeCloseTo(cap!.size / 2, 1)
    expect((sign!.y - cap!.y) / (cap!.size * 0.67)).toBeCloseTo(raised, 2)
    expect(sign!.x).toBeLessThan(cap!.x)
  })

  test('is read once with a word that fits no line', async () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente'
    const source = { ...story(paragraph(word + long)), meta: { title: 'Ice', authors: [], language: 'de' } }
    const { bytes } = await makePdf(source, { template: 'feature' })
    const content = contentsOf(bytes).find(each => each.includes('BDC'))!
    expect(actualTexts(content).filter(text => text !== '')).toEqual([word])
  })

  test('is no taller than its paragraph has lines', async () => {
    const sizes = async (words: string) => (await pieces(story(paragraph(words))))[0]!.size
    const three = await sizes(`At${long}`)
    const two = await sizes(`At${rest.slice(0, 70)}`)
    expect(two).toBeLessThan(three * 0.8)
    expect(two).toBeGreaterThan(20)
    expect(await sizes('At the hour')).toBeCloseTo(9.8, 2)
  })

  test('begins the running text alone: no quotation, no figure of the first word, no text after a dateline', async () => {
    const biggest = async (source: Article) => (await pieces(source))[0]!.size
    expect(await biggest(story(quote([paragraph(`At${long}`)]), paragraph(`19${long}`)))).toBeCloseTo(9.8, 2)
    expect(
      await biggest({
        ...story(paragraph(`At${long}`)),
        meta: { title: 'Ice', authors: [], language: 'en', dateline: { place: 'OSLO' } },
      }),
    ).toBeLessThan(10)
  })
})
