import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { article, figure, heading, paragraph, table } from '../../../src/article/build.js'
import { preflightDocx } from '../../../src/preflight/docx/preflight-docx.js'
import { docxRenderer } from '../../../src/renderers/docx/index.js'
import type { Template } from '../../../src/templates/template.js'
import { viewDocx } from '../../support/view-docx.js'
import { contextFor, png, shippedTemplate } from './support/context.js'

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
  const square = { bytes: png, mediaType: 'image/png', width: 900, height: 900, orientation: 1 } as const
  const context = contextFor(twoColumns, undefined, { load: async () => square })
  const { body } = await docxRenderer.render(source, context)
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

test('a wide picture and its caption stand across the columns, which begin anew below it', async () => {
  const chart = figure({ url: 'chart.png', alt: 'Chart' }, { caption: [{ type: 'text', value: 'Loads' }] })
  const source = article({ title: 'Head' }, [paragraph('Above'), chart, paragraph('Below')])
  const { body } = await docxRenderer.render(source, contextFor(twoColumns))
  const bytes = body as Uint8Array
  const document = strFromU8(unzipSync(bytes)['word/document.xml']!)
  // A section's properties stand in its last paragraph, before the words.
  const order = [...document.matchAll(/<w:cols (?:w:num="(\d)")?|(Above|Loads|Below)</g)]
  expect(order.map(([, columns, words]) => words ?? columns ?? '1')).toEqual([
    '1',
    '2',
    'Above',
    '1',
    'Loads',
    '2',
    'Below',
    '1',
  ])
  expect(viewDocx(bytes)).toContain(`[image ${Math.round((2 * column + 22) / 0.75)}×`)
  expect(await preflightDocx(bytes)).toEqual([])
})

test('a table whose words one column would cut stands across all of them, its heading with it', async () => {
  const words = ['Municipality', 'Households', 'Electricity', 'Heating', 'Transmission', 'Allowances']
  const source = article({ title: 'Head' }, [
    paragraph('Above'),
    heading(1, 'Rates', 'rates'),
    table([words]),
    paragraph('Below'),
  ])
  const { body } = await docxRenderer.render(source, contextFor(twoColumns))
  const bytes = body as Uint8Array
  const widths = /table ([\d+]+)/.exec(viewDocx(bytes))![1]!.split('+').map(Number)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.round((2 * column + 22) * 20))
  const document = strFromU8(unzipSync(bytes)['word/document.xml']!)
  const order = [...document.matchAll(/<w:cols (?:w:num="(\d)")?|(Above|Rates|Heating|Below)</g)]
  expect(order.map(([, columns, words]) => words ?? columns ?? '1')).toEqual([
    '1',
    '2',
    'Above',
    'Rates',
    'Heating',
    '1',
    '2',
    'Below',
    '1',
  ])
  expect(await preflightDocx(bytes)).toEqual([])
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
