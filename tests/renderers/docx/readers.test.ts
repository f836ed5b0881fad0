import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { renderDocx } from './support/context.js'
import { briefing, everything } from './support/samples.js'

/** Our style names, as someone who imports these files into another system would map them. */
const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quote Source'] => p.source:fresh",
  "p[style-name='Source Code'] => pre:fresh",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Strong'] => strong",
]

async function html(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap })
  return value
}

describe('an independent reader (mammoth) finds', () => {
  test('title, headings and quotations with their speakers', async () => {
    const read = await html(await renderDocx(briefing()))
    expect(read).toContain('<h1 class="title">Shallow water, deep costs</h1>')
    expect(read).toMatch(/<h1><a id="what_the_gauge_decides"><\/a>What the gauge decides<\/h1>/)
    expect(read).toMatch(/<h2><a id="the_price"><\/a>The price of ten centimetres<\/h2>/)
    expect(read).toMatch(
      /<blockquote><p>We insured the voyage[^<]*<\/p><\/blockquote><p class="source">Anneke Voss, marine underwriter<\/p>/,
    )
  })

  test('lists with their nesting', async () => {
    const read = await html(await renderDocx(everything()))
    expect(read).toMatch(/<ul><li>nested<ol><li>deep<\/li><\/ol><\/li><\/ul>/)
    expect(read).toContain('<li>☑\tdone</li><li>☐\tto do</li>')
  })

  test('tables with their head', async () => {
    const read = await html(await renderDocx(briefing()))
    expect(read).toMatch(/<table><thead><tr><th><p>Port<\/p><\/th>/)
    expect(read).toContain('<td><p>1.71</p></td>')
  })

  test('notes, links, descriptions of pictures, code and marks', async () => {
    const read = await html(await renderDocx(everything()))
    expect(read).toMatch(/<li id="footnote-1"><p> First {2}\[nested note\]/)
    expect(read).toContain('<a href="https://example.org/?a=b&amp;c=d">')
    expect(read).toContain('<a href="#target">inside</a>')
    expect(read).toMatch(/<img alt="icon" src="data:image\/png;base64/)
    expect(read).toContain('<code>code()</code>')
    expect(read).toContain('<s>struck</s>')
    expect(read).toContain('x<sup>2</sup> H<sub>2</sub>O')
    expect(read).toMatch(/<pre>line 1<br \/><br \/>\tline 3 {2}spaced<\/pre>/)
  })
})
