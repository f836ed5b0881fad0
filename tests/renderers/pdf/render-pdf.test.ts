import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Article, Figure } from '../../../src/article/article.js'
import * as build from '../../../src/article/build.js'
import { nodeHost } from '../../../src/host/node.js'
import { render } from '../../../src/index.js'
import { preflightPdf } from '../../../src/preflight/pdf/preflight-pdf.js'
import { readMarkdown } from '../../../src/readers/markdown/index.js'
import { everyNode } from '../../support/every-node.js'
import { makePdf } from '../../support/pdf-context.js'
import { readPdf } from '../../support/pdf-text.js'
import { describePdf } from '../../support/view-pdf.js'
import { firstMissing, missingApart } from '../../support/words.js'

const { article, paragraph, note, text } = build
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const words = (count: number, of = ['harbour', 'the', 'commission', 'river', 'freight', 'measured', 'office']) =>
  Array.from({ length: count }, (_, index) => of[(index * 5 + (index % 3)) % of.length]).join(' ')

async function read(value: Article, template = 'briefing') {
  const { bytes, messages } = await makePdf(value, { template })
  return { bytes, messages, pdf: await readPdf(bytes) }
}

describe('the words', () => {
  test.each(['briefing', 'wire'])('of every construct reach a page, in order, in %s', async template => {
    const value = everyNode()
    const { pdf } = await read(value, template)
    expect(firstMissing(value, pdf.body)).toBeUndefined()
    expect(missingApart(value, `${pdf.body}\n${pdf.notes}`)).toEqual([])
  })

  test('set in capitals by a style are read back as written', async () => {
    const { pdf } = await read(article({ title: 'Capitals', kicker: 'Grain corridors' }, [paragraph('Text.')]))
    expect(pdf.body).toContain('Grain corridors')
  })

  test('divided at the end of a line are read back whole', async () => {
    const value = article({ title: 'Hyphens', language: 'en-GB' }, [
      paragraph(
        'So the internationalisation of all that is administrative is, in the end and notwithstanding it, unquestionably a trap. '.repeat(
          9,
        ),
      ),
    ])
    const { bytes } = await makePdf(value, { options: { pageSize: '300x500' } })
    const pdf = await readPdf(bytes)
    // The hyphen itself is no part of the text.
    expect(pdf.pageTexts.join('')).toMatch(
      /[a-z]\n(?:withstanding|tionalisation|nalisation|isation|tionably|trative|bilities|terisation)/,
    )
    expect(firstMissing(value, pdf.body)).toBeUndefined()
  })

  test('of a pull quote that repeats the text are shown and not read twice', async () => {
    const value = article({ title: 'Pull' }, [
      paragraph('The waiting has no end date.'),
      build.pullQuote('No end date.'),
    ])
    const { pdf } = await read(value)
    expect(pdf.pageTexts[0]).toContain('No end date.')
    expect(pdf.body).not.toContain('No end date.')
    const { pdf: other } = await read(
      article({ title: 'Pull' }, [paragraph('Text.'), build.pullQuote('Said nowhere else.')]),
    )
    expect(other.body).toContain('Said nowhere else.')
  })

  test('of a note that a pull quote repeats with its own stand at the foot of the page', async () => {
    const call = { ...note([paragraph('Since the storm.')]), label: 'a' }
    const { pdf } = await read(
      article({ title: 'Pull' }, [
        build.pullQuote([build.emphasis(['No end date', call, '.'])]),
        paragraph(['The waiting has no end date', call, '.']),
      ]),
    )
    expect(pdf.notes).toContain('Since the storm.')
  })
})

test('what a PDF cannot hold whole is told where it stands', async () => {
  const long = `https://example.org/?q=${'a'.repeat(20_000)}`
  const host = { ...nodeHost(), readAsset: async () => ({ bytes: pixel }) }
  const { article: value } = await readMarkdown(
    `---\ntitle: T\n---\n\n> Said.\n>\n> — [Ann Lee](${long}), chair\n\n![${'alt '.repeat(5000)}](a.png)\n`,
  )
  const { messages } = await render(value!, 'pdf', { host })
  expect(messages.map(({ rule, position }) => [rule, position?.start.line])).toEqual([
    ['pdf-link', 5],
    ['pdf-alt', 9],
  ])
})

describe('the file', () => {
  test('is the same on every run', async () => {
    const first = await makePdf(everyNode())
    const second = await makePdf(everyNode())
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  test('is dated by the article, and bears no date where the article has none', async () => {
    const dated = await describePdf((await makePdf(article({ title: 'D', published: '2026-10-14' }, []))).bytes)
    expect(dated).toContain('created: D:20261014000000Z')
    const bare = await describePdf((await makePdf(article({ title: 'D' }, []))).bytes)
    expect(bare).toContain('created: \n')
  })

  test('says of each line of a long link how the link begins, not all of it', async () => {
    const link = build.link('https://n.example/', [build.text('word '.repeat(1000))])
    const { bytes } = await makePdf(article({ title: 'L' }, [{ type: 'paragraph', children: [link] }]))
    const task = getDocument({ data: bytes.slice(), disableFontFace: true, verbosity: 0 })
    const annotations = await (await (await task.promise).getPage(1)).getAnnotations()
    await task.destroy()
    const said = new Set(annotations.map(({ contentsObj }) => contentsObj.str))
    expect([...said]).toEqual([`${'word '.repeat(200).slice(0, 999)}…`])
  })

  test('claims no standard where none is asked for', async () => {
    const plain = await makePdf(article({ title: 'P' }, []), { options: { profile: 'plain' } })
    expect(await describePdf(plain.bytes)).toContain('claims: PDF/UA-none, PDF/A-none')
  })

  test('has the page size that the options say', async () => {
    const { bytes } = await makePdf(article({ title: 'Letter' }, []), { options: { pageSize: 'letter' } })
    expect(await describePdf(bytes)).toContain('page 1, 612 × 792')
  })

  test.each([{ pageSize: 'a3½' }, { pageSize: '10x10' }, { profile: 'x' }, { pictureDpi: 1 }, { colour: 'red' }])(
    'refuses the options %j',
    async options => {
      await expect(makePdf(article({ title: 'X' }, []), { options })).rejects.toThrow(/options of `pdf`/)
    },
  )
})

describe('characters without a font', () => {
  test('are set as their code, read back as themselves and reported with a package', async () => {
    const { messages, pdf } = await read(article({ title: 'Runes' }, [paragraph(`Carved: ᚠ. ${words(60)}`)]))
    expect(messages).toMatchObject([{ rule: 'pdf-character', severity: 'loss' }])
    expect(messages[0]?.reason).toMatch(/`ᚠ` \(U\+16A0\).*Runic.*@expo-google-fonts\/noto-sans-runic/)
    expect(pdf.body).toContain('ᚠ')
  })

  test('are set in the letters that they are short for, where they are: ℃ as °C', async () => {
    const { bytes, messages, pdf } = await read(
      article({ title: 'Cold' }, [paragraph('At −20 ℃ less NOₓ than at 30 ℉.')]),
    )
    expect(messages).toEqual([])
    expect(pdf.body).toContain('At −20 ℃ less NOₓ than at 30 ℉.')
    expect(await preflightPdf(bytes)).toEqual([])
  })

  test('refuse the PDF where they are more than one letter in twenty of a long text', async () => {
    const mostly = `${'ᚠ'.repeat(15)} ${words(40)}`
    const { messages } = await read(article({ title: 'Mostly' }, [paragraph(mostly)]))
    expect(messages).toMatchObject([{ rule: 'pdf-font', severity: 'error' }])
  })

  test('of symbols, mathematics and emoji come from the shipped Noto faces', async () => {
    const { bytes, messages } = await makePdf(article({ title: 'Signs' }, [paragraph('ℋ ∮ ♫ ⛵ 😀 ⠃ ☑')]))
    expect(messages).toEqual([])
    expect(await describePdf(bytes)).toMatch(/fonts:.*Noto/)
  })
})

describe('the structure tree', () => {
  test('has notes after the block that cites them, and one table head however many pages', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Row ${index}`, String(index)])
    const value = article({ title: 'T' }, [
      paragraph([text('Before'), note([paragraph('Noted.')]), text(' after.')]),
      build.table([['Name', 'Value'], ...rows]),
    ])
    const { pdf } = await read(value)
    expect(pdf.pages).toBeGreaterThan(3)
    expect(pdf.tree.match(/THead/g)).toHaveLength(1)
    expect(pdf.tree).toMatch(/P\n( +\w+\n)+ *Note\n/)
    // The head is printed on every page that the table reaches.
    for (const page of pdf.pageTexts) expect(page).toContain('Value')
  })

  test('never skips a heading level', async () => {
    const value = article({ title: 'H' }, [
      build.heading(4, 'Deep', 'deep'),
      build.heading(2, 'Two', 'two'),
      build.heading(6, 'Six', 'six'),
      build.box('facts', 'In a box', [paragraph('x')]),
    ])
    const { pdf } = await read(value)
    expect(pdf.tree.match(/H\d/g)).toEqual(['H1', 'H2', 'H3', 'H4', 'H5'])
  })

  test('names no decorative picture, and describes the others', async () => {
    const value = article({ title: 'F' }, [
      build.figure({ url: 'examples/pictures/freight-rates.png', alt: 'Rates rise' }, { caption: [text('Rates')] }),
      build.figure({ url: 'examples/pictures/harbour.jpg', alt: '' }),
    ])
    const { pdf, messages } = await read(value)
    expect(messages).toEqual([])
    expect(pdf.tree.match(/Figure.*/g)).toEqual(['Figure "Rates rise"'])
  })

  test('describes each of several pictures under one caption by itself', async () => {
    const picture = (url: string, alt: string) => ({ url: `examples/pictures/${url}`, alt })
    const images: Figure['images'] = [
      picture('harbour.jpg', 'A pier'),
      picture('ice-road.jpg', 'Lorries'),
      picture('harbour.jpg', ''),
    ]
    const { pdf, messages } = await read(
      article({ title: 'F' }, [{ ...build.figure(images[0], { caption: [text('Two')] }), images }]),
    )
    expect(messages).toEqual([])
    expect(pdf.tree.match(/(?:Div|Figure|Caption).*/g)).toEqual([
      'Div',
      'Figure "A pier"',
      'Figure "Lorries"',
      'Caption',
    ])
  })
})

describe('layout under strain ends in readable pages', () => {
  const note200 = Array.from({ length: 200 }, (_, index) => [
    text(` word${index}`),
    note([paragraph(`Note ${index}. ${words(9)}`)]),
  ]).flat()
  const cases: [string, Article][] = [
    ['a word of 300 letters', article({ title: 'W' }, [paragraph(`a ${'abcdefghij'.repeat(30)} z`)])],
    [
      'a table of 60 columns',
      article({ title: 'C' }, [
        build.table([0, 1, 2].map(row => Array.from({ length: 60 }, (_, column) => `r${row}c${column}`))),
      ]),
    ],
    [
      'a row taller than a page',
      article({ title: 'R' }, [
        build.table([
          ['A', 'B'],
          ['x', words(1500)],
        ]),
      ]),
    ],
    [
      'a note longer than a page',
      article({ title: 'N' }, [paragraph([text('T'), note([paragraph(words(2200))]), text(words(90))])]),
    ],
    ['200 notes in one paragraph', article({ title: 'M' }, [paragraph(note200)])],
    ['quotations 30 deep', article({ title: 'Q' }, [nested(30)])],
    ['an empty article', article({ title: '' }, [])],
    [
      'empty blocks',
      article({ title: 'E' }, [
        paragraph(''),
        build.quote([]),
        build.code(''),
        build.table([['']]),
        build.bulletList([build.listItem([])]),
      ]),
    ],
  ]
  test.each(cases)('%s', async (_, value) => {
    const { pdf } = await read(value)
    expect(firstMissing(value, pdf.body)).toBeUndefined()
    expect(missingApart(value, `${pdf.body}\n${pdf.notes}`)).toEqual([])
  })

  function nested(depth: number): Article['children'][number] {
    const inner = depth === 1 ? [] : [nested(depth - 1)]
    return build.quote([paragraph(`Level ${depth}: ${words(12)}`), ...inner], { name: `Speaker ${depth}` })
  }
})

test('named places are in the order of their bytes, however many', async () => {
  const value = article({ title: 'N' }, [
    paragraph(Array.from({ length: 12 }, (_, i) => [text(`w${i}`), note([paragraph('n')])]).flat()),
  ])
  const { bytes } = await makePdf(value)
  expect(await preflightPdf(bytes)).toEqual([])
})

test('what is too long for a string is cut or stays words, and the file is valid (ISO 19005-2 6.1.13)', async () => {
  const long = 'w'.repeat(16_500)
  const value = article({ title: 'Long' }, [
    paragraph(`A${long} begins the text.`),
    paragraph([{ type: 'link', url: `https://example.org/${long}${long}`, children: [text('There')] }]),
    build.table([['Quay'], ['North']], { alt: long }),
    build.embed(`https://example.org/${long}${long}`, 'A film'),
    build.quote([paragraph('We lend it.')], { name: 'Ines Calder', url: `https://example.org/${long}${long}` }),
  ])
  const { bytes, messages, pdf } = await read(value, 'feature')
  expect(await preflightPdf(bytes)).toEqual([])
  expect(messages.map(({ rule }) => rule).filter(rule => rule === 'pdf-link')).toHaveLength(3)
  expect(pdf.body).toContain('There')
  expect(pdf.links).toEqual([])
})
