import { describe, expect, it } from 'vitest'
import { render } from '../../src/index.js'
import { readMarkdown } from '../../src/read.js'
import { buildDocument } from '../../src/renderers/pdf/build/build-document.js'
import type { LoadedPictures } from '../../src/renderers/pdf/build/pictures.js'
import { readDocx } from '../support/docx-text.js'
import { pdfContext } from '../support/pdf-context.js'

const source = `---
title: قصة
lang: ar
url: https://news.example/story
published: 2026-11-23
---

نص قصير \`--jobs=2\`.

\`\`\`py
def cost(year):
\`\`\`

| المدينة | النمو |
|---|--:|
| حيفا | +12.5% |
| عكا | -0.75% |
| صور | −3 |
`

/** The directions that the spans of a document say, by their words. */
function directions(node: unknown, found = new Map<string, string>(), seen = new Set<unknown>()): Map<string, string> {
  if (typeof node !== 'object' || node === null || seen.has(node)) return found
  seen.add(node)
  const { text, direction } = node as { text?: unknown; direction?: unknown }
  if (typeof text === 'string' && 'style' in node) found.set(text, String(direction))
  for (const value of Object.values(node)) directions(value, found, seen)
  return found
}

const noPictures: LoadedPictures = { byUrl: new Map(), loaded: [] }
const { article } = await readMarkdown(source)
const written = async (format: string) => (await render(article!, format)).output.body

describe('code and the figures of a table are written from the left in a story from the right', () => {
  it('in a PDF', async () => {
    const { context } = await pdfContext()
    const found = directions(buildDocument(article!, context, noPictures).flows)
    expect(found.get('+12.5%')).toBe('ltr')
    expect(found.get('def cost(year):')).toBe('ltr')
    expect(found.get('--jobs=2')).toBe('ltr')
    expect(found.get('حيفا')).toBe('undefined')
  })

  it.each([
    ['html', '<td class="align-right"><bdi dir="ltr">−3</bdi></td>'],
    ['rss', '<td align="right"><bdi dir="ltr">−3</bdi></td>'],
  ])('in %s', async (format, cell) => {
    const html = String(await written(format))
    expect(html).toContain('<code dir="ltr">--jobs=2</code>')
    expect(html).toContain('<pre dir="ltr">')
    expect(html).toContain(cell)
    expect(html).toContain('<td>حيفا</td>')
  })

  it('in Word, where the figure’s whole paragraph does', async () => {
    const xml = new TextDecoder().decode(readDocx((await written('docx')) as Uint8Array).parts['word/document.xml'])
    const cell = (words: string) => xml.split('<w:tc>').find(each => each.includes(words))
    expect(cell('−3')).toContain('<w:bidi w:val="0"/><w:jc w:val="right"/>')
    expect(cell('−3')).not.toContain('<w:rtl/>')
    expect(cell('حيفا')).toContain('<w:rtl/>')
    expect(xml).toMatch(/<w:rStyle w:val="VerbatimChar"\/><\/w:rPr><w:t>--jobs=2/)
  })
})

it('unseen decimals stand behind their figure in a page from the right', async () => {
  const decimals = await readMarkdown(source.replace('+12.5%', '2.25').replace('-0.75%', '-1'))
  const { output } = await render(decimals.article!, 'html')
  expect(output.body).toContain('<bdi dir="ltr" data-tail=".00">-1</bdi>')
})
