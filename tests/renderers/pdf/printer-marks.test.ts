import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import { preflightPdf } from '../../../src/preflight/pdf/preflight-pdf.js'
import { pdfRenderer } from '../../../src/renderers/pdf/index.js'
import { cropMarks, printerMargin } from '../../../src/renderers/pdf/layout/printer-marks.js'
import { checkoutHost, makePdf } from '../../support/pdf-context.js'

/** Stores what others compress: the boxes can be read. */
const host = { ...checkoutHost(), deflate: (bytes: Uint8Array) => zlibSync(bytes, { level: 0 }) }
const story = article({ title: 'Ice' }, [paragraph('Text')])

async function boxes(options: { [name: string]: unknown }): Promise<{ [box: string]: number[] }> {
  const { bytes } = await makePdf(story, { host, options: { pageSize: '400x600', ...options } })
  expect(await preflightPdf(bytes)).toEqual([])
  const file = Buffer.from(bytes).toString('latin1')
  const found = [...file.matchAll(/\/(\w+Box) ?\[([^\]]*)\]/g)].map(([, name, sides]) => [
    name!,
    sides!.trim().split(/\s+/).map(Number),
  ])
  return Object.fromEntries(found)
}

describe('the printer’s margin', () => {
  test('is none where nothing is asked for', () => {
    expect(printerMargin(pdfRenderer.options({}))).toBeUndefined()
  })

  test('lies around the page: bleed first, then the marks', () => {
    const margin = printerMargin(pdfRenderer.options({ cropMarks: true }))!
    expect(margin.bleed).toBe(9)
    const marks = cropMarks(400, 600, margin).flatMap(op => (op.k === 'rule' ? [op] : []))
    expect(marks).toHaveLength(8)
    for (const { x, y, width, height, tag } of marks) {
      // Each lies outside of the bleed, on the sheet, and none is content.
      expect(x + width <= -9 || x >= 409 || y + height <= -9 || y >= 609).toBe(true)
      for (const [from, to, side] of [
        [x, x + width, 400],
        [y, y + height, 600],
      ] as const) {
        expect(from).toBeGreaterThan(-margin.width)
        expect(to).toBeLessThan(side + margin.width)
      }
      expect(tag).toBe('Layout')
    }
  })

  test.each([0, 9, 20])('is said in the boxes of the page, with a bleed of %i', async bleed => {
    const sizes = await boxes({ cropMarks: true, bleed })
    expect(sizes.TrimBox).toEqual([0, 0, 400, 600])
    expect(sizes.BleedBox!.map(Math.abs)).toEqual([bleed, bleed, 400 + bleed, 600 + bleed])
    expect(sizes.MediaBox![0]).toBeLessThan(-bleed)
    expect(sizes.MediaBox![2]! - 400).toBe(-sizes.MediaBox![0]!)
  })

  test('is refused where it is no margin', () => {
    for (const options of [{ bleed: -1 }, { bleed: 'wide' }, { cropMarks: 'yes' }])
      expect(() => pdfRenderer.options(options)).toThrow(/`(bleed|cropMarks)` is/)
  })
})
