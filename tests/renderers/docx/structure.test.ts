import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Article, Block } from '../../../src/article/article.js'
import {
  article,
  box,
  bulletList,
  code,
  deletion,
  emphasis,
  heading,
  insertion,
  link,
  listItem,
  note,
  numberedList,
  paragraph,
  quote,
  strong,
  table,
} from '../../../src/article/build.js'
import { viewDocx } from '../../support/view-docx.js'
import { renderDocx, type Said } from './support/context.js'

async function lines(children: Block[], meta: Partial<Article['meta']> = {}, said?: Said): Promise<string[]> {
  const view = viewDocx(await renderDocx(article(meta, children), 'briefing', said))
  return view.split('\n')
}

async function part(children: Block[], path: string, meta: Partial<Article['meta']> = {}): Promise<string> {
  return strFromU8(unzipSync(await renderDocx(article(meta, children)))[path]!)
}

describe('lists', () => {
  test('each list has numbers of its own, from the number it starts at', async () => {
    const item = () => [listItem([paragraph('a')]), listItem([paragraph('b')])]
    const view = await lines([numberedList(item()), numberedList(item(), 7), bulletList(item())])
    expect(view.filter(line => line.startsWith('Compact'))).toEqual([
      'Compact (list 1 ordered, level 0) | a',
      'Compact (list 1 ordered, level 0) | b',
      'Compact (list 2 ordered from 7, level 0) | a',
      'Compact (list 2 ordered from 7, level 0) | b',
      'Compact (list 3 bullet, level 0) | a',
      'Compact (list 3 bullet, level 0) | b',
    ])
  })

  test('a second paragraph of an item continues it without a mark', async () => {
    const view = await lines([bulletList([listItem([paragraph('a'), paragraph('more')])])])
    expect(view).toContain('List Continue | more')
  })

  test('an item that begins with a list has its mark on a line of its own', async () => {
    const view = await lines([bulletList([listItem([bulletList([listItem([paragraph('inner')])])])])])
    expect(view).toContain('Compact (list 1 bullet, level 0) |')
    expect(view).toContain('Compact (list 2 bullet, level 1) | inner')
  })
})

describe('notes', () => {
  test('are numbered in the order in which they are cited, those in captions and tables included', async () => {
    const cited = (words: string) => [words, note([paragraph(`to ${words}`)])]
    const view = await lines([
      paragraph(cited('one')),
      table([[cited('two')]], { caption: [{ type: 'text', value: 'c' }, note([paragraph('to caption')])] }),
      paragraph(cited('three')),
    ])
    expect(view.filter(line => line.startsWith('note '))).toEqual([
      'note 1 · footnote text |  to one',
      'note 2 · footnote text |  to caption',
      'note 3 · footnote text |  to two',
      'note 4 · footnote text |  to three',
    ])
  })

  test('hold lists, code and links, with relationships of their own', async () => {
    const inside = note([
      paragraph([link('https://example.org/', 'there')]),
      bulletList([listItem([paragraph('item')])]),
      code('x'),
    ])
    const view = await lines([paragraph(['word', inside])])
    expect(view).toContain('note 1 · footnote text |  [there → https://example.org/]')
    expect(view).toContain('note 1 · footnote text (list 1 bullet, level 0) | item')
    expect(view).toContain('note 1 · Source Code | x')
  })

  test('a note that begins with a list has its number once', async () => {
    const items = bulletList([listItem([paragraph('a')]), listItem([paragraph('b')])])
    const notes = await part([paragraph(['word', note([items])])], 'word/footnotes.xml')
    expect(notes.match(/<w:footnoteRef\/>/g)).toHaveLength(1)
  })

  test('a note to a note is kept in brackets, and reported', async () => {
    const said: Said = { messages: [] }
    const view = await lines([paragraph(['word', note([paragraph(['outer', note([paragraph('inner')])])])])], {}, said)
    expect(view).toContain('note 1 · footnote text |  outer [inner]')
    expect(said.messages[0]).toMatch(/^word-note: /)
  })
})

describe('tables', () => {
  test('columns are as wide as the text block together', async () => {
    const view = await lines([
      table([
        ['a', 'a much longer cell that asks for room'],
        ['1', '2'],
      ]),
    ])
    const widths = view
      .find(line => line.startsWith('table '))!
      .slice(6)
      .split('+')
      .map(Number)
    // A4 less the margins of 132 and 72 pt.
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Math.round((595.3 - 132 - 72) * 20))
    expect(widths[1]).toBeGreaterThan(widths[0]! * 2)
  })

  test('rows stay whole, the head is repeated, and an empty cell has its paragraph', async () => {
    const body = await part(
      [
        table([
          ['a', ''],
          ['', 'b'],
        ]),
      ],
      'word/document.xml',
    )
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body).not.toContain('</w:tcPr></w:tc>')
  })

  test('two tables that touch are kept apart', async () => {
    const one = () => table([['a']])
    const view = await lines([one(), one()])
    expect(view.filter(line => line.startsWith('Table Gap'))).toHaveLength(2)
  })
})

describe('places and links', () => {
  test('headings are bookmarks that links lead to, with names that Word takes', async () => {
    const long = 'a very long heading that says more than forty letters can hold'
    const view = await lines([
      heading(1, 'One', '1-überschrift'),
      heading(2, 'Two', long),
      heading(2, 'Three', `${long}, again`),
      paragraph([link('#1-überschrift', 'up'), link(`#${long}`, 'down')]),
    ])
    const names = view.flatMap(line => /\[#([^\]]+)\]/.exec(line)?.[1] ?? [])
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^\p{L}[\p{L}\p{N}_]{0,39}$/u)
    expect(view).toContain(`First Paragraph | [up → #${names[0]}][down → #${names[1]}]`)
  })

  test('a link to nowhere keeps its words and is reported', async () => {
    const said: Said = { messages: [] }
    const view = await lines([paragraph([link('#nowhere', 'words')])], {}, said)
    expect(view).toContain('First Paragraph | words')
    expect(said.messages).toEqual(['word-link: the link to `#nowhere` leads to no heading of this article'])
  })

  test('addresses are written as a package may hold them', async () => {
    const links = await part(
      [paragraph([link('https://example.org/a|b[c]?d={e}', 'x')])],
      'word/_rels/document.xml.rels',
    )
    expect(links).toContain('Target="https://example.org/a%7Cb%5Bc%5D?d=%7Be%7D" TargetMode="External"')
  })
})

describe('editors’ marks', () => {
  test('insertions and deletions are tracked changes with author and date', async () => {
    const added = { ...insertion('new', 'Ed'), date: '2026-11-19T10:30:00+01:00' }
    const body = await part(
      [paragraph([added, deletion([link('https://example.org/', 'old')], 'Ed')])],
      'word/document.xml',
    )
    expect(body).toMatch(/<w:ins w:id="\d+" w:author="Ed" w:date="2026-11-19T09:30:00Z"><w:r>/)
    expect(body).toMatch(/<w:hyperlink [^>]*><w:del w:id="\d+" w:author="Ed"><w:r>.*?<w:delText>old/)
  })
})

describe('styles in place', () => {
  test('text after a heading, a list or a quotation begins anew', async () => {
    const view = await lines([
      paragraph('1'),
      paragraph('2'),
      heading(1, 'H', 'h'),
      paragraph('3'),
      quote([paragraph('Q')], { name: 'N' }),
      paragraph('4'),
      paragraph('5'),
    ])
    expect(view.filter(line => /^(First Paragraph|Body Text)/.test(line))).toEqual([
      'First Paragraph | 1',
      'Body Text | 2',
      'First Paragraph | 3',
      'First Paragraph | 4',
      'Body Text | 5',
    ])
  })

  test('strong words in a bold paragraph stay bold, where the style alone would switch them off', async () => {
    const body = await part([heading(1, ['plain ', strong('strong')], 'h')], 'word/document.xml')
    expect(body).toContain('<w:rStyle w:val="Strong"/><w:b/><w:bCs/>')
  })

  test('of nested marks one is the style, the other a switch', async () => {
    const view = await lines([paragraph([strong(['a', emphasis('b')]), emphasis(['c', strong('d')])])])
    expect(view).toContain('First Paragraph | [Strong: a][Strong italic: b][Emphasis: c][Strong italic: d]')
  })

  test('a column of figures that does not say how it stands has a style that sets it at the right', async () => {
    const spending = table([
      ['Area', '2026'],
      ['Roads', '12.6'],
    ])
    const body = await part([spending], 'word/document.xml')
    const styles = await part([spending], 'word/styles.xml')
    expect(body.match(/<w:pStyle w:val="Table[HT][^"]*"\/>/g)).toEqual([
      '<w:pStyle w:val="TableHeading"/>',
      '<w:pStyle w:val="TableHeadingFigures"/>',
      '<w:pStyle w:val="TableText"/>',
      '<w:pStyle w:val="TableTextFigures"/>',
    ])
    expect(/w:styleId="TableTextFigures".*?<\/w:style>/.exec(styles)![0]).toContain('<w:jc w:val="right"/>')
  })

  test('words in a table are not justified as those of the text are', async () => {
    const styles = await part([table([['Area', 'Words']])], 'word/styles.xml')
    expect(/<w:pPrDefault>.*?<\/w:pPrDefault>/.exec(styles)![0]).toContain('<w:jc w:val="both"/>')
    expect(/w:styleId="TableText".*?<\/w:style>/.exec(styles)![0]).toContain('<w:jc w:val="left"/>')
  })

  test('a box names its styles after its kind, and its panel is one', async () => {
    const view = await lines([
      box('fact-box', 'T', [
        paragraph('p'),
        bulletList([listItem([paragraph('i'), paragraph('j')])]),
        quote([paragraph('q')]),
      ]),
    ])
    expect(view.filter(line => line.startsWith('Fact Box'))).toEqual([
      'Fact Box Title | T',
      'Fact Box Text | p',
      'Fact Box List (list 1 bullet, level 0) | i',
      'Fact Box List Continue | ⇥j',
      'Fact Box Quote Last | q',
    ])
  })
})

describe('direction', () => {
  test('an article from right to left turns page, paragraphs, tables and runs', async () => {
    const meta = { language: 'ar', title: 'عنوان' }
    const body = await part([paragraph('نص with English'), table([['أ', 'ب']])], 'word/document.xml', meta)
    const styles = await part([], 'word/styles.xml', meta)
    expect(body).toContain('<w:bidi/></w:sectPr>')
    expect(body).toContain('<w:bidiVisual/>')
    expect(body).toContain('<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">نص </w:t></w:r>')
    expect(body).toContain('<w:r><w:t>with English</w:t></w:r>')
    expect(styles).toMatch(/<w:pPrDefault><w:pPr>.*<w:bidi\/>/)
  })

  test('Hebrew words in an English sentence are runs of their own', async () => {
    const view = await lines([paragraph('say שלום עולם, he said')])
    expect(view).toContain('First Paragraph | say [rtl: שלום עולם], he said')
  })
})
