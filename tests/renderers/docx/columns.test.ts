import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { article, figure, paragraph, table } from '../../../src/article/build.js'
import { docxRenderer } from '../../../src/renderers/docx/index.js'
import type { Template } from '../../../src/templates/template.js'
import { viewDocx } from '../../support/view-docx.js'
import { contextFor, shippedTemplate } from './support/context.js'

const briefing = shippedTemplate('briefing')
const twoColumns: Template = { ...briefing, page: { ...briefing.page, columns: 2, columnGap: 22, columnRule: true } }
// A4 less the margins, less the gap, halved.
const column = (595.3 - 132 - 72 - 22) / 2

test('a template’s columns begin below the title block, on the same page', async () => {
  const source = article({ title: 'Head', subtitle: 'Below' }, [
    paragraph('Text'),
    figure({ url: 'chart.png', alt: 'Chart' }),
    table([['a', 'b']]),
  ])
  const { body } = await docxRenderer.render(source, contextFor(twoColumns))
  const bytes = body as Uint8Array
  const document = strFromU8(unzipSync(bytes)['word/document.xml']!)
  const [first, second, last] = document.split('<w:sectPr>').slice(1)
  expect(first).toContain('<w:titlePg/></w:sectPr></w:pPr>')
  expect(second).toMatch(/^<w:type w:val="continuous"\/>.*<w:cols w:num="2" w:space="440" w:sep="1"\/><\/w:sectPr>/)
  // A section that goes on below on the same page makes the columns equally high.
  expect(last).toMatch(/^<w:type w:val="continuous"\/>(?!.*w:num=)/)
  const view = viewDocx(bytes)
  const widths = /table ([\d+]+)/.exec(view)![1]!.split('+').map(Number)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.round(column * 20))
  expect(view).toContain(`[image ${Math.round(column / 0.75)}×`)
})

test('a foot says about how many pages there are before anyone counts', async () => {
  const pages = async (words: number): Promise<number> => {
    const { body } = await docxRenderer.render(article({}, [paragraph('word '.repeat(words))]), contextFor(briefing))
    const foot = strFromU8(unzipSync(body as Uint8Array)['word/footer2.xml']!)
    return Number(/NUMPAGES.*?<w:t>(\d+)</.exec(foot)![1])
  }
  expect(await pages(50)).toBe(1)
  expect(Math.abs((await pages(5000)) - 9)).toBeLessThanOrEqual(1)
})
