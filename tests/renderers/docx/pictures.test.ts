import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { article, figure, paragraph } from '../../../src/article/build.js'
import { pngChunk } from '../../../src/assets/png/png-file.js'
import type { Asset, Host, ImageWish } from '../../../src/host/host.js'
import { nodeHost } from '../../../src/host/node.js'
import { docxRenderer } from '../../../src/renderers/docx/index.js'
import type { RenderContext } from '../../../src/renderers/renderer.js'
import { viewDocx } from '../../support/view-docx.js'
import { contextFor, png, type Said, shippedTemplate } from './support/context.js'

const bytesOf = (...values: number[]): Uint8Array => Uint8Array.from(values)

/** A JPEG's frame: start, an EXIF segment that holds "GPS", start of scan, end. */
const jpeg = bytesOf(0xff, 0xd8, 0xff, 0xe1, 0, 13, ...Buffer.from('Exif\0\0GPS12'), 0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9)

async function make(
  source: Article,
  asset: Asset | undefined,
  convert?: Host['convertImage'] | Host,
): Promise<{ files: { [path: string]: Uint8Array }; view: string; said: Said }> {
  const said: Said = { messages: [] }
  const context = contextFor(shippedTemplate('briefing'), said)
  const more: Partial<RenderContext<object>> = {
    load: async () => asset,
    host: typeof convert === 'object' ? convert : { ...context.host, ...(convert && { convertImage: convert }) },
  }
  const { body } = await docxRenderer.render(source, { ...context, ...more })
  const bytes = body as Uint8Array
  return { files: unzipSync(bytes), view: viewDocx(bytes), said }
}

const one = (alt = 'A chart'): Article => article({}, [figure({ url: 'one', alt }, { credit: 'Photo: Desk' })])
const asset = (mediaType: Asset['mediaType'], bytes: Uint8Array, more: Partial<Asset> = {}): Asset => ({
  bytes,
  mediaType,
  width: 2000,
  height: 1000,
  orientation: 1,
  ...more,
})

describe('pictures', () => {
  test('are no wider than the text, keep their shape and carry their description', async () => {
    const { view } = await make(one(), asset('image/png', png))
    expect(view).toContain('Captioned Figure | [image 522×261 "A chart"]')
  })

  test('a small one is shown at 96 px to an inch', async () => {
    const { view } = await make(one(), asset('image/png', png, { width: 96, height: 48 }))
    expect(view).toContain('[image 96×48 "A chart"]')
  })

  test('one without a description is marked as decoration', async () => {
    const { view } = await make(one(''), asset('image/png', png))
    expect(view).toContain('[image 522×261 decorative]')
  })

  test('a JPEG is kept without the place where it was taken', async () => {
    const { files } = await make(one(), asset('image/jpeg', jpeg))
    const kept = Buffer.from(files['word/media/image1.jpeg']!)
    expect(kept.includes('GPS')).toBe(false)
    expect([...kept.subarray(-2)]).toEqual([0xff, 0xd9])
  })

  test('a PNG and a GIF are kept without what is written beside the picture', async () => {
    const place = Buffer.from('Comment\0SECRETPLACE')
    const noted = Buffer.concat([png.subarray(0, 33), pngChunk('tEXt', place), png.subarray(33)])
    const flat = { create: { width: 2, height: 2, channels: 3, background: '#444' } } as const
    const gif = await sharp(flat).gif().toBuffer()
    const comment = Buffer.concat([bytesOf(0x21, 0xfe, place.length), place, bytesOf(0)])
    const commented = Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)])
    for (const [type, bytes] of [['image/png', noted] as const, ['image/gif', commented] as const]) {
      expect(bytes.includes('SECRETPLACE')).toBe(true)
      const { files } = await make(one(), asset(type, bytes))
      expect(Object.keys(files).filter(path => path.startsWith('word/media/'))).toHaveLength(1)
      for (const file of Object.values(files)) expect(Buffer.from(file).includes('SECRETPLACE')).toBe(false)
    }
  })

  test('one that is broken off leaves its description and a report', async () => {
    const { view, said } = await make(one(), asset('image/png', png.subarray(0, -12)))
    expect(view).toContain('Captioned Figure | [Emphasis: A chart]')
    expect(said.messages).toEqual(['asset-broken: the picture `one` is broken off'])
  })

  test.each(['image/jpeg', 'image/png'] as const)('a turned %s that nothing can turn is not stretched', async type => {
    const bytes = type === 'image/png' ? png : jpeg
    const { view, said } = await make(one(), asset(type, bytes, { orientation: 6, width: 1000, height: 2000 }))
    expect(view).toContain('[image 522×261 "A chart"]')
    expect(said.messages).toEqual(['word-picture: the picture `one` lies on its side: nothing is at hand to turn it'])
    const head = await make(one(), asset(type, bytes, { orientation: 3 }))
    expect(head.view).toContain('[image 522×261 "A chart"]')
    expect(head.said.messages[0]).toContain('stands on its head')
  })

  test('a JPEG that lies on its side is set upright', async () => {
    const wishes: ImageWish[] = []
    const upright = async (_: Uint8Array, wish: ImageWish) => {
      wishes.push(wish)
      return { bytes: bytesOf(1, 2, 3), width: 500, height: 1000, channels: 3 as const }
    }
    const { files, view } = await make(
      one(),
      asset('image/jpeg', jpeg, { orientation: 6, width: 1000, height: 2000 }),
      upright,
    )
    expect(wishes.map(wish => wish.format)).toEqual(['jpeg'])
    expect([...files['word/media/image1.jpeg']!]).toEqual([1, 2, 3])
    expect(view).toMatch(/\[image \d+×\d+ "A chart"\]/)
  })

  test('WebP is converted where that can be done', async () => {
    const convert = async () => ({ bytes: png, width: 1086, height: 543, channels: 4 as const })
    const { files } = await make(one(), asset('image/webp', bytesOf(0)), convert)
    expect(Object.keys(files)).toContain('word/media/image1.png')
  })

  test('WebP that cannot be converted leaves its description, credit and a report', async () => {
    const { view, said } = await make(one(), asset('image/webp', bytesOf(0)))
    expect(view).toContain('Captioned Figure | [Emphasis: A chart]')
    expect(view).toContain('Image Caption | [Credit: Photo: Desk]')
    expect(said.messages).toEqual(['word-picture: the picture `one` could not be converted to a kind that Word shows'])
  })

  test('a drawing with text that no shipped font has is said to show boxes where Word does not draw it', async () => {
    const drawing = (text: string) =>
      asset(
        'image/svg+xml',
        new TextEncoder().encode(
          `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="9"><text y="9">${text}</text></svg>`,
        ),
      )
    expect((await make(one(), drawing('Ports 𝑥 €'), nodeHost({}))).said.messages).toEqual([])
    expect((await make(one(), drawing('&#x645;'), nodeHost({}))).said.messages).toEqual([
      expect.stringMatching(/^word-drawing: .*`one` .*boxes/),
    ])
  })

  test('a drawing with words in HTML is said to lack them', async () => {
    const words =
      '<foreignObject width="99" height="9"><p xmlns="http://www.w3.org/1999/xhtml">Start</p></foreignObject>'
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="9">${words}</svg>`
    const { said } = await make(one(), asset('image/svg+xml', new TextEncoder().encode(drawing)), nodeHost({}))
    expect(said.messages).toEqual([expect.stringMatching(/^drawing-html: .*`one` .*“Start”/)])
  })

  test('a drawing is kept as SVG beside a raster for others, in its own fonts and fit for print', async () => {
    const words = '<text x="9" y="90" font-family="Georgia" font-size="80" fill="#c00">Ports</text>'
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="288" height="96">${words}</svg>`
    const { files, view } = await make(
      one(),
      asset('image/svg+xml', new TextEncoder().encode(drawing), { width: 288, height: 96 }),
      nodeHost({}),
    )
    // It grows to the measure, as in the PDF.
    expect(view).toContain('[image svg 522×174 "A chart"]')
    expect(strFromU8(files['word/media/image2.svg']!)).toContain('<svg')
    expect(strFromU8(files['[Content_Types].xml']!)).toContain('image/svg+xml')
    const { data, info } = await sharp(files['word/media/image1.png']!).raw().toBuffer({ resolveWithObject: true })
    // As wide as the text, 391 points, at 300 dpi: twice what it was made for and a little less.
    expect([info.width, info.height, info.channels]).toEqual([1631, 544, 4])
    expect(data.findIndex((value, at) => at % 4 === 0 && value === 0xcc && data[at + 3] === 255)).toBeGreaterThan(0)
  })

  test('a small drawing has pixels for the size that it grows to', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 8"><path d="M0 0h24v8z"/></svg>'
    const svg = asset('image/svg+xml', new TextEncoder().encode(drawing), { width: 24, height: 8 })
    const { files } = await make(one(), svg, nodeHost({}))
    expect(await sharp(files['word/media/image1.png']!).metadata()).toMatchObject({ width: 1631, height: 544 })
  })

  test('a drawing that would take too long leaves its description and a report', async () => {
    const filter = `<filter id="f">${'<feTurbulence numOctaves="9999"/>'.repeat(99)}</filter>`
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">${filter}<rect width="900" height="900" filter="url(#f)"/></svg>`
    const { view, said } = await make(one(), asset('image/svg+xml', new TextEncoder().encode(drawing)), nodeHost({}))
    expect(view).toContain('[Emphasis: A chart]')
    expect(said.messages[0]).toMatch(/^word-picture: /)
  })

  test('one that is missing leaves its description', async () => {
    const { view } = await make(one(), undefined)
    expect(view).toContain('Captioned Figure | [Emphasis: A chart]')
  })

  test('two side by side are as high as each other', async () => {
    const pair = article({}, [
      {
        type: 'figure',
        images: [
          { url: 'a', alt: 'A' },
          { url: 'b', alt: 'B' },
        ],
      },
    ])
    const { view } = await make(pair, asset('image/png', png))
    expect(view).toMatch(/Figure \| \[image (\d+)×(\d+) "A"\] \[image \1×\2 "B"\]/)
  })

  test('one in the line makes its line grow', async () => {
    const inline = article({}, [paragraph(['a ', { type: 'inlineImage', url: 'one', alt: 'icon' }, ' b'])])
    const { files } = await make(inline, asset('image/png', png))
    expect(strFromU8(files['word/document.xml']!)).toContain(
      '<w:pStyle w:val="FirstParagraph"/><w:spacing w:line="240" w:lineRule="auto"/>',
    )
  })
})
