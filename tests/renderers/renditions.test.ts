import { expect, test } from 'vitest'
import { article } from '../../src/article/build.js'
import { docxRenderer } from '../../src/renderers/docx/index.js'
import { pdfRenderer } from '../../src/renderers/pdf/index.js'
import { isScaledCopy, printAddress } from '../../src/renderers/renditions.js'
import { checkoutHost } from '../support/pdf-context.js'
import { textContext } from '../support/text-context.js'

const image = {
  url: 'a-6000.jpg',
  alt: 'A',
  width: 6000,
  height: 4000,
  renditions: [
    { url: 'a-900.jpg', width: 900, height: 600 },
    { url: 'a-2400.jpg', width: 2400, height: 1600 },
    { url: 'a-square.jpg', width: 2000, height: 2000 },
    { url: 'a-card.jpg', width: 1800, height: 1200, role: 'card' },
    { url: 'a.jpg' },
  ],
}

test.each([
  ['the smallest that is fine enough', image, 1700, 'a-2400.jpg'],
  ['the largest where none is', image, 9000, 'a-6000.jpg'],
  [
    'the picture itself where it does not say its width',
    { url: 'a-6000.jpg', alt: '', renditions: image.renditions },
    9000,
    'a-6000.jpg',
  ],
  ['a copy at hand before one on the network', { ...image, url: 'https://a.example/a.jpg' }, 9000, 'a-2400.jpg'],
  ['the picture where there are no copies', { url: 'x.png', alt: '' }, 100, 'x.png'],
])('is printed from %s', (_, picture, pixels, url) => {
  expect(printAddress(picture, pixels)).toBe(url)
})

const shapes = [
  { url: 'wide.jpg', width: 1600, height: 900 },
  { url: 'four.jpg', width: 1200, height: 900 },
  { url: 'square.jpg', width: 1000, height: 1000 },
]

test.each([
  ['none is sure to be a copy of it', { url: 'lead.jpg', alt: '', renditions: shapes }, []],
  ['the one at its address says its shape', { url: 'wide.jpg', alt: '', renditions: shapes }, ['wide.jpg']],
  ['all are copies where they have one shape', { url: 'lead.jpg', alt: '', renditions: [shapes[0]!] }, ['wide.jpg']],
])('of renditions of a picture without a size, %s', (_, picture, copies) => {
  expect(picture.renditions.filter(each => isScaledCopy(picture, each)).map(({ url }) => url)).toEqual(copies)
})

test.each([
  ['PDF', pdfRenderer],
  ['Word', docxRenderer],
])('%s asks for the copy that fits the page, then for the picture itself', async (_, renderer) => {
  const { context } = textContext(renderer as typeof docxRenderer)
  const asked: string[] = []
  const load = async (url: string) => {
    asked.push(url)
    return undefined
  }
  await (renderer as typeof docxRenderer).render(article({ title: 'A', image }, []), {
    ...context,
    host: checkoutHost(),
    load,
  })
  expect(asked).toEqual(['a-2400.jpg', 'a-6000.jpg'])
})
