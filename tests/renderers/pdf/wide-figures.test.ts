import { describe, expect, test } from 'vitest'
import { article, figure, paragraph, text } from '../../../src/article/build.js'
import type { PlacedText } from '../../../src/renderers/pdf/layout/placed-text.js'
import type { Op } from '../../../src/renderers/pdf/layout/vertical.js'
import { type ComposedPages, composePages } from '../../../src/renderers/pdf/render-pdf.js'
import type { StructNode } from '../../../src/renderers/pdf/tag/structure.js'
import { columnTemplate } from '../../support/column-template.js'
import { pictureHost } from '../../support/long-article.js'
import { pdfContext } from '../../support/pdf-context.js'

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at % 89}`).join(' ')

/** Sets text with a picture in its midst in two columns. */
async function compose(url: string): Promise<ComposedPages> {
  const picture = figure({ url, alt: 'The picture' }, { caption: [text('The caption below it.')] })
  const children = [paragraph(words(700)), paragraph(words(300)), picture, paragraph(words(900))]
  const { context } = await pdfContext({ template: await columnTemplate(2), host: pictureHost() })
  return composePages(article({ title: 'Figures' }, children), context)
}

const spansOf = ({ rows, from, to }: PlacedText) => rows.span.slice(from, to)

const images = ({ plans }: ComposedPages) =>
  plans.flatMap(({ content }, page) => content.flatMap(op => (op.k === 'image' ? [{ page, ...op }] : [])))

const roles = ({ kids }: StructNode): string[] => kids.flatMap(kid => ('role' in kid ? [kid.role] : []))

describe('a figure across the columns', () => {
  test('stands at the head or the foot of a page, and in the tree where it is named', async () => {
    const composed = await compose('1600x600.png')
    const { frame } = composed.page
    const [image] = images(composed)
    expect(image).toMatchObject({ x: frame.x, width: frame.width })
    const { content } = composed.plans[image!.page]!
    const lines = content.filter((op): op is Op & { k: 'text' } => op.k === 'text')
    const beside = lines.filter(({ y }) => y > image!.y && y < image!.y + image!.height)
    expect(beside).toEqual([])
    expect(Math.min(image!.y - frame.y, frame.y + frame.height - image!.y - image!.height)).toBeLessThan(40)
    expect(roles(composed.built.state.root).slice(-4)).toEqual(['P', 'P', 'Figure', 'P'])
  })

  test('that is narrower stands in the middle, its caption below it', async () => {
    const composed = await compose('400x200.png')
    const { frame } = composed.page
    const [image] = images(composed)
    expect(image!.width).toBeLessThan(frame.width)
    expect(image!.x + image!.width / 2).toBeCloseTo(frame.x + frame.width / 2, 3)
    const caption = composed.plans[image!.page]!.content.find(
      op => op.k === 'text' && spansOf(op.placed).some(({ text }) => text.startsWith('The caption')),
    ) as Op & { k: 'text' }
    expect(caption.x + caption.placed.rows.x[caption.placed.from]!).toBeCloseTo(image!.x, 3)
  })
})
