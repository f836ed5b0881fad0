import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Article, Block } from '../../../src/article/article.js'
import * as build from '../../../src/article/build.js'
import { stripPositions } from '../../../src/article/walk.js'
import { nodeHost } from '../../../src/host/node.js'
import { render } from '../../../src/index.js'
import { readDocx } from '../../../src/readers/docx/index.js'
import { wordLosses } from '../../../src/readers/docx/losses.js'
import { fixtures, readFixture } from '../../support/fixtures.js'
import { withPlainLabels } from '../../support/note-labels.js'
import { calm, randomArticle } from '../../support/random-article.js'
import { elsewhere, wordForm, wordFormOf } from './word-form.js'

/** Rows of the table of losses that some article has met. */
const met = new Set<string>(Object.keys(elsewhere))

const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
/** Every picture is to be had. */
const host = { ...nodeHost({}), readAsset: async () => ({ bytes: pixel }) }

/** Sends an article through Word; pictures are compared by their places, since the file gives them addresses of its own. */
async function throughWord(article: Article) {
  const { output } = await render(article, 'docx', { host, path: 'story.md' })
  const read = readDocx(output.body as Uint8Array)
  return { ...read, article: withoutAddresses(read.article!) }
}

function withoutAddresses(article: Article): Article {
  return JSON.parse(
    JSON.stringify(article, (key, value) => {
      if (key === 'images') return value.map((image: object) => ({ ...image, url: '*' }))
      return value?.type === 'inlineImage' ? { ...value, url: '*' } : value
    }),
  )
}

describe('every fixture comes back from Word', () => {
  for (const fixture of fixtures()) {
    it(fixture.name, async () => {
      const { article } = await readFixture(fixture)
      if (!article) return expect(fixture.name).toMatch(/bad|unclosed|contradiction/)
      const bare = stripPositions(article)
      const { article: back, messages } = await throughWord(bare)
      const { article: wanted, lost } = wordFormOf(bare)
      for (const id of lost) met.add(id)
      // What no row names comes back as it was.
      if (lost.size === 0) expect(wanted).toEqual(bare)
      expect(withPlainLabels(back.children)).toEqual(withPlainLabels(withoutAddresses(wanted).children))
      expect(back.meta).toMatchObject(withoutPeople(wanted))
      expect(back.meta.authors.map(author => author.name)).toEqual(wanted.meta.authors.map(author => author.name))
      expect(messages.filter(message => message.rule === 'word-style')).toEqual([])
    })
  }
})

function withoutPeople({ meta }: Article): Partial<Article['meta']> {
  const { authors: _authors, ...rest } = meta
  return rest
}

/** Brings an article into the form that the rows describe, sends it through Word, and expects the very same. */
async function expectReturn(given: Article): Promise<void> {
  const { article: held, lost } = wordFormOf(given)
  for (const id of lost) met.add(id)
  const article = {
    ...held,
    meta: { title: 'Title', authors: [], language: 'en' },
    children: [build.paragraph('Lede.'), ...held.children],
  }
  const { article: back } = await throughWord(article)
  expect(withPlainLabels(back.children)).toEqual(withPlainLabels(withoutAddresses(wordForm(article)).children))
}

/** What random articles seldom hold. */
const seldom = [
  build.quote([build.paragraph('Words.'), build.code('let a')]),
  build.box('facts', undefined, [{ ...build.bulletList([build.listItem([build.paragraph('loose')])]), tight: false }]),
  build.bulletList([build.listItem([build.paragraph('bullet')])]),
  build.bulletList([build.listItem([build.paragraph('task')], true)]),
  Array.from({ length: 10 }).reduce<Block>(
    inner => build.bulletList([build.listItem([build.paragraph('level'), inner])]),
    build.paragraph('deepest'),
  ),
  build.paragraph([
    'Text',
    build.note([
      build.paragraph(['Note', build.note([build.paragraph('in a note')]), build.comment('words', 'Why?', 'Ines')]),
    ]),
  ]),
]

it('a lead picture that a template sets above the title comes back as such', async () => {
  const image = { url: 'lead.jpg', alt: 'A ferry', caption: [{ type: 'text' as const, value: 'At dusk' }] }
  const article = build.article({ title: 'Ice', kicker: 'Feature', image }, [build.paragraph('Text')])
  const { output } = await render(article, 'docx', { host, template: 'feature' })
  const { meta, children } = readDocx(output.body as Uint8Array).article!
  expect(meta).toMatchObject({ title: 'Ice', kicker: 'Feature', image: { alt: 'A ferry', caption: image.caption } })
  expect(children).toEqual(article.children)
})

it('items of several paragraphs come back from a box, and figures by whatever style', async () => {
  const item = (words: string, ...more: Block[]) =>
    build.listItem([build.paragraph(words), build.paragraph(`${words} goes on`), ...more])
  const article = build.article({ title: 'Ice' }, [
    build.paragraph('Lede.'),
    build.box('fact-box', 'Facts', [build.bulletList([item('one', build.bulletList([item('deeper')])), item('two')])]),
    build.table([
      ['Area', '2026'],
      ['Roads', '12.6'],
    ]),
  ])
  const { article: back, messages } = await throughWord(article)
  expect(back.children).toEqual(article.children)
  expect(messages).toEqual([])
})

it('a note that is called again comes back with the change that the call stands in, and as a word where Word has a word', async () => {
  const call = { ...build.note([build.paragraph('By sea.')]), label: 'sea' }
  const article = build.article({ title: 'Ports' }, [
    build.paragraph(['One', call, ' two', build.insertion([' three', call]), build.deletion([' four', call]), '.']),
    build.paragraph(['See note ', call, '.']),
  ])
  const { output } = await render(article, 'docx', { host })
  const parts = unzipSync(output.body as Uint8Array)
  const words = strFromU8(parts['word/document.xml']!)
  const last = words.lastIndexOf(' \\f \\h')
  parts['word/document.xml'] = strToU8(`${words.slice(0, last)} \\h${words.slice(last + ' \\f \\h'.length)}`)
  const [first, second] = withPlainLabels(readDocx(zipSync(parts)).article!.children)
  expect(first).toEqual(withPlainLabels(article.children)[0])
  expect(second).toEqual(build.paragraph('See note 1.'))
})

it('a note whose first call is cut stands once more where it stays', async () => {
  const call = { ...build.note([build.paragraph('By sea.')]), label: 'sea' }
  const article = build.article({}, [build.paragraph([build.deletion(['One', call]), 'Two', call, ' three', call])])
  const { output } = await render(article, 'docx', { host })
  const parts = unzipSync(output.body as Uint8Array)
  expect(strFromU8(parts['word/footnotes.xml']!).match(/By sea/g)).toHaveLength(2)
  expect(strFromU8(parts['word/document.xml']!).match(/NOTEREF _Note_\d+|"_Note_\d+/g)).toEqual([
    '"_Note_2',
    'NOTEREF _Note_2',
  ])
  const again = build.paragraph(['Two', call, build.deletion([' three', call])])
  const { output: cut } = await render(build.article({}, [again]), 'docx', { host })
  const cutParts = unzipSync(cut.body as Uint8Array)
  const words = strFromU8(cutParts['word/document.xml']!)
  expect(words).toMatch(/<w:delInstrText[^>]*> NOTEREF _Note_1 [^<]*<.*<w:delText>1<\/w:delText>/)
  // LibreOffice marks the result alone as cut.
  const bare = words.replace(
    /<w:del [^>]*>(<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:(?:fldChar|delInstrText)\b.*?)<\/w:del>/g,
    '$1',
  )
  cutParts['word/document.xml'] = strToU8(bare)
  expect(bare).not.toBe(words)
  expect(withPlainLabels(readDocx(zipSync(cutParts)).article!.children)).toEqual(withPlainLabels([again]))
})

it('a file says of itself in the strict form what it says in the usual one', async () => {
  const article = build.article({ title: 'Ports', slug: 'ports', section: 'Trade', published: '2026-11-20' }, [
    build.paragraph('Lede.'),
  ])
  const { output } = await render(article, 'docx', { host })
  const parts = Object.entries(unzipSync(output.body as Uint8Array)).map(([path, bytes]) => {
    const xml = strFromU8(bytes).replaceAll(
      /http:\/\/schemas\.openxmlformats\.org\/(officeDocument|wordprocessingml|drawingml)\/2006\/([\w/-]+)/g,
      (_, part, rest: string) => `http://purl.oclc.org/ooxml/${part}/${rest.replace('-properties', 'Properties')}`,
    )
    return [path, strToU8(xml)] as const
  })
  expect(readDocx(zipSync(Object.fromEntries(parts)))).toEqual(readDocx(output.body as Uint8Array))
})

describe('random articles come back from Word', () => {
  it('on everything that the table of losses does not name', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticle(calm), async random => {
        await expectReturn({ ...random, meta: { ...random.meta, language: 'en' } })
      }),
      { numRuns: 60 },
    )
  })

  it('which names what they seldom hold', async () => {
    await expectReturn(build.article({}, seldom))
  })

  it('which the handbook prints', () => {
    const rows = wordLosses.map(({ node, what, becomes }) => `| \`${node}\` | ${what} | ${becomes} |`)
    expect(readFileSync('docs/word.md', 'utf8')).toContain(`|---|---|---|\n${rows.join('\n')}\n`)
  })

  it('which has no row that is not met with', () => {
    expect(wordLosses.map(({ id }) => id).filter(id => !met.has(id))).toEqual([])
  })
})
