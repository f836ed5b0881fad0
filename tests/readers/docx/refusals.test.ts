import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inlineText } from '../../../src/article/text.js'
import { openPackage } from '../../../src/ooxml/open-package.js'
import { readDocx } from '../../../src/readers/docx/index.js'

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word file with this body; other parts as given. */
function word(body: string, others: { [path: string]: string } = {}, type = main): Uint8Array {
  const parts: { [path: string]: string } = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...others,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** The reason why a file is not read. */
function refusal(bytes: Uint8Array): string | undefined {
  const { article, messages } = readDocx(bytes, { path: 'story.docx' })
  expect(article).toBeUndefined()
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ rule: 'word-file', severity: 'error' })
  return messages[0]!.reason
}

describe('a file that is not read says why', () => {
  it('an encrypted one, or one of Word 97', () => {
    expect(refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toMatch(/encrypted/)
  })

  it('one that is no zip archive, or a broken one', () => {
    expect(refusal(strToU8('Hello.'))).toMatch(/no zip archive/)
    expect(refusal(strToU8('{\\rtf1 Hello.}'))).toMatch(/RTF/)
    expect(refusal(word(paragraph('Text.')).subarray(0, 300))).toMatch(/broken/)
    expect(refusal(new Uint8Array())).toMatch(/no zip archive/)
  })

  it('one with macros', () => {
    expect(refusal(word('', {}, 'application/vnd.ms-word.document.macroEnabled.main+xml'))).toMatch(/macros/)
    expect(refusal(word('', { 'word/vbaProject.bin': 'x' }))).toMatch(/macros/)
  })

  it('one of another Office program', () => {
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
    expect(refusal(word('', {}, sheet))).toMatch(/another Office program/)
  })

  it('one with a document type definition', () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document ${w}><w:body>&b;</w:body></w:document>`
    expect(refusal(word('', { 'word/document.xml': bomb }))).toMatch(/document type definition/)
  })

  it('one that is nested without end', () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(2000)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(2000)}`
    expect(refusal(word(deep))).toMatch(/nested/)
  })

  it('one that unpacks to a thousand times its size', () => {
    const bytes = word(paragraph('x'), { 'word/media/image1.bin': '\u0000'.repeat(20_000_000) })
    expect(refusal(bytes)).toMatch(/unpacks to more/)
  })

  it('one whose XML is broken', () => {
    expect(refusal(word('<w:p>'))).toMatch(/broken/)
  })

  it('one without a document', () => {
    expect(
      refusal(
        word('', {
          '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
        }),
      ),
    ).toMatch(/no document/)
  })
})

/** A Word file with parts beside its text, by their names. */
function withParts(body: readonly string[], parts: { [name: string]: string }): Uint8Array {
  const names = Object.keys(parts)
  const links = names.map(name => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`)
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`
  const files = names.map(name => [`word/${name}.xml`, `<w:${name} ${w}>${parts[name]}</w:${name}>`])
  return word(body.join(''), { ...Object.fromEntries(files), 'word/_rels/document.xml.rels': relations })
}

describe('what a file without our styles says', () => {
  it('is text, under the name of the file', () => {
    const { article, messages } = readDocx(word(paragraph('Hello.')), { path: 'letters/story.docx' })
    expect(article?.meta.title).toBe('story')
    expect(article?.children).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: 'Hello.' }] }])
    expect(messages.map(message => message.rule)).toEqual(['word-title'])
  })

  it('takes a dash and a name under a quotation for its speaker, and a line of dialogue for none', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>`
    const quoted = (text: string) => `<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const speakersOf = (...lines: string[]) => {
      const { article } = readDocx(withParts([quoted('We will build.'), ...lines], { styles }))
      return article!.children.flatMap(block => (block.type === 'quote' ? [block.attribution] : []))
    }
    expect(speakersOf(paragraph('— Ines Calder, minister'))).toEqual([{ name: 'Ines Calder', role: 'minister' }])
    expect(speakersOf(quoted('— Ines Calder'), quoted('Not yet.'), quoted('— Ann Lee'))).toEqual([
      { name: 'Ines Calder' },
      { name: 'Ann Lee' },
    ])
    expect(speakersOf(paragraph('— No, she said, not yet.'))).toEqual([undefined])
    expect(speakersOf(paragraph('Ines Calder'))).toEqual([undefined])
    expect(speakersOf(quoted('— Ines'), quoted('— Ann'))).toEqual([undefined])
    expect(speakersOf(paragraph('— Ines'), paragraph('— Yes, Ann.'))).toEqual([undefined])
  })

  it('is a byline with its jobs, and a date by its day where the time has no zone', () => {
    const styles = ['Title', 'Author', 'Date'].map(
      name => `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`,
    )
    const metaOf = (date: string) => {
      const lines = { Title: 'The pier', Author: 'Jane Doe, Managing Editor', Date: date }
      const body = Object.entries(lines).map(
        ([name, text]) => `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
      )
      return readDocx(withParts(body, { styles: styles.join('') })).article?.meta
    }
    expect(metaOf('3 May 2026, 2:30 pm')).toMatchObject({
      authors: [{ name: 'Jane Doe', role: 'Managing Editor' }],
      published: '2026-05-03',
    })
    expect(metaOf('3 May 2026, 14:30 +02:00')?.published).toBe('2026-05-03T14:30:00+02:00')
  })

  it('is the same from the strict form, whose lengths have units', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>`
    const body = (indent: string) => [
      `<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>We will build.</w:t></w:r></w:p>`,
      `<w:p><w:pPr><w:ind w:left="${indent}"/></w:pPr><w:r><w:t>Set in.</w:t></w:r></w:p>`,
    ]
    const usual = withParts(body('720'), { styles })
    const parts = Object.entries(unzipSync(withParts(body('36pt'), { styles }))).map(([path, bytes]) => {
      const xml = strFromU8(bytes)
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/',
          'http://purl.oclc.org/ooxml/wordprocessingml/',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/',
          'http://purl.oclc.org/ooxml/officeDocument/',
        )
      return [path, strToU8(xml)] as const
    })
    const strict = zipSync(Object.fromEntries(parts))
    expect(readDocx(strict)).toEqual(readDocx(usual))
    expect(readDocx(strict).article?.children).toHaveLength(2)
    // Its parts would not fit into a file of the usual form.
    expect(() => openPackage(strict).xml('word/document.xml')).toThrow(/strict/)
  })

  it('keeps a note on the line of a speaker, at the end of the quoted words', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>`
    const footnotes = `<w:footnote w:id="2">${paragraph('Of ports.')}</w:footnote>`
    const quoted = `<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>We will build.</w:t></w:r></w:p>`
    const line = `<w:p><w:r><w:t>— Ines Calder</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
    const { article } = readDocx(withParts([quoted, line], { styles, footnotes }))
    expect(article?.children).toMatchObject([
      { type: 'quote', attribution: { name: 'Ines Calder' }, children: [{ children: [{}, { type: 'note' }] }] },
    ])
  })

  it('goes on with an item under a number that shows nothing, as Pandoc writes it', () => {
    const level = (format: string, sign: string) =>
      `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/></w:lvl>`
    const numbering = ['decimal:%1.', 'bullet: '].map((mark, at) => {
      const [format, sign] = mark.split(':') as [string, string]
      return `<w:abstractNum w:abstractNumId="${at}">${level(format, sign)}</w:abstractNum>`
    })
    const uses = [0, 1].map(at => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`)
    const body = [1, 2, 1].map(
      (id, at) =>
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>p${at}</w:t></w:r></w:p>`,
    )
    const { article } = readDocx(withParts(body, { numbering: [...numbering, ...uses].join('') }))
    expect(article?.children).toMatchObject([
      { type: 'list', ordered: true, children: [{ children: [{}, {}] }, { children: [{}] }] },
    ])
  })

  it('takes a picture for the sign of an item, though no sign is written', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/><w:lvlPicBulletId w:val="0"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>p</w:t></w:r></w:p>`
    const { article } = readDocx(withParts([item, item], { numbering }))
    expect(article?.children).toMatchObject([{ type: 'list', children: [{}, {}] }])
  })

  it('takes the box of a task for its sign, as LibreOffice saves it', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>☑</w:t></w:r><w:r><w:tab/><w:t>done</w:t></w:r></w:p>`
    const { article } = readDocx(withParts([item], { numbering }))
    expect(article?.children).toMatchObject([{ type: 'list', children: [{ checked: true }] }])
  })

  it('puts `List Number 2` into the item above it', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>${[1, 2].map(id => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/></w:num>`).join('')}`
    const styles = ['List Number', 'List Number 2'].map(
      (name, at) =>
        `<w:style w:type="paragraph" w:styleId="L${at}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:numId w:val="${at + 1}"/></w:numPr></w:pPr></w:style>`,
    )
    const body = [0, 1, 0].map(
      style => `<w:p><w:pPr><w:pStyle w:val="L${style}"/></w:pPr><w:r><w:t>p</w:t></w:r></w:p>`,
    )
    const { article } = readDocx(withParts(body, { numbering, styles: styles.join('') }))
    expect(article?.children).toMatchObject([
      { type: 'list', children: [{ children: [{}, { type: 'list', ordered: true }] }, {}] },
    ])
  })

  it('names each style that stands for nothing, once', () => {
    const styles = `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Pull"><w:name w:val="House Pull"/></w:style></w:styles>`
    const body = ['One.', 'Two.'].map(
      text => `<w:p><w:pPr><w:pStyle w:val="Pull"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
    )
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`
    const bytes = word(body.join(''), { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': rels })
    const { messages } = readDocx(bytes)
    expect(messages.filter(message => message.rule === 'word-style').map(message => message.reason)).toEqual([
      'the style `House Pull` stands for nothing that is known: 2 paragraphs were read as text',
    ])
    const { article } = readDocx(bytes, { styles: { 'House Pull': 'Pull Quote' } })
    expect(article?.children.map(block => block.type)).toEqual(['pullQuote', 'pullQuote'])
  })

  it('is understood in the languages that other programs name styles in', () => {
    const names = ['Titel', 'Überschrift 2', 'Titre 1', 'Zitat', 'Lead']
    const styles = names.map(
      (name, at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:name w:val="${name}"/></w:style>`,
    )
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`
    const body = names.map(
      (name, at) => `<w:p><w:pPr><w:pStyle w:val="s${at}"/></w:pPr><w:r><w:t>${name}</w:t></w:r></w:p>`,
    )
    const { article, messages } = readDocx(
      word(body.join(''), {
        'word/styles.xml': `<w:styles ${w}>${styles.join('')}</w:styles>`,
        'word/_rels/document.xml.rels': rels,
      }),
    )
    expect(article?.meta.title).toBe('Titel')
    expect(article?.children.map(block => (block.type === 'heading' ? block.rank : block.type))).toEqual([
      2,
      1,
      'quote',
      'paragraph',
    ])
    expect(messages).toEqual([])
  })

  it('in heads and feet is no part of it, and named', () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="${office}/header" Target="header1.xml"/></Relationships>`
    const { article, messages } = readDocx(
      word(paragraph('Text.'), {
        'word/header1.xml': `<w:hdr ${w}>${paragraph('Not for')}${paragraph('release')}</w:hdr>`,
        'word/_rels/document.xml.rels': rels,
      }),
      { path: 'a.docx' },
    )
    expect(article?.children).toHaveLength(1)
    expect(messages.find(message => message.rule === 'word-running')?.reason).toBe(
      'the head and foot of the pages are no part of the article: “Not for release”',
    )
  })

  it('reads every text box of a group, a paragraph’s level in the outline, and tells of a file set into the text', () => {
    const box = (text: string) => `<w:shape><w:txbxContent>${paragraph(text)}</w:txbxContent></w:shape>`
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    const either = `<mc:AlternateContent ${mc}><mc:Choice>${box('Two')}</mc:Choice><mc:Fallback>${box('Two')}</mc:Fallback></mc:AlternateContent>`
    const group = `<w:p><w:r><w:drawing><w:group>${box('One')}${either}</w:group></w:drawing></w:r></w:p>`
    const heading = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Costs</w:t></w:r></w:p>'
    const { article, messages } = readDocx(
      word(`${paragraph('Text.')}${heading}<w:altChunk/>${group}${paragraph('End.')}`),
    )
    const words = article?.children.map(block => [
      block.type,
      'children' in block && inlineText(block.children as never),
    ])
    expect(words).toEqual([
      ['paragraph', 'Text.'],
      ['heading', 'Costs'],
      ['paragraph', 'One'],
      ['paragraph', 'Two'],
      ['paragraph', 'End.'],
    ])
    expect(messages.map(({ reason }) => reason)).toContain(
      'a file set into the text was left out: an article has no place for it',
    )
  })

  it('keeps no address that may not be followed, but its words', () => {
    const body =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:alert(1)"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Press</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    const { article, messages } = readDocx(word(body), { path: 'a.docx' })
    expect(article?.children).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: 'Press' }] }])
    expect(messages.map(message => message.rule)).toContain('word-target')
  })

  it('never gives a quotation a speaker that stands elsewhere', () => {
    const styles = `<w:styles ${w}><w:style w:type="paragraph" w:styleId="S"><w:name w:val="Quote Source"/></w:style></w:styles>`
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`
    const body = `${paragraph('Text.')}<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:t>Jane Doe, envoy</w:t></w:r></w:p>`
    const { article } = readDocx(word(body, { 'word/styles.xml': styles, 'word/_rels/document.xml.rels': rels }))
    expect(article?.children.map(block => block.type)).toEqual(['paragraph', 'paragraph'])
  })
})
