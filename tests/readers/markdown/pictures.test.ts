import { expect, test } from 'vitest'
import { readMarkdown } from '../../../src/read.js'
import { render } from '../../../src/render.js'

test.each([
  ['Markdown', '![A ferry near\nthe pier\n  at dusk](a.jpg "Torhaven,\nin May")'],
  ['HTML', '<img src="a.jpg" alt="A ferry near\nthe pier\n  at dusk">'],
])('the description of a picture in %s stands on one line, however the source breaks it', async (_name, source) => {
  const { article } = await readMarkdown(`# T\n\n${source}\n`)
  expect(JSON.stringify(article?.children)).toContain('"alt":"A ferry near the pier at dusk"')
})

test.each([
  ['# [![Torhaven Post](logo.svg)](https://example.org)', 'Torhaven Post'],
  ['# ![](logo.svg)', 'note'],
])('a picture in place of a title, %s, gives the title that its description says', async (heading, title) => {
  const { article } = await readMarkdown(`${heading}\n\nText.\n`, { path: 'note.md' })
  expect(article?.meta.title).toBe(title)
})

test('a caption of the front matter is cleaned although the text below needs no cleaning', async () => {
  const { article } = await readMarkdown(
    '---\ntitle: T\nimage: a.jpg\nimage-caption: "The *ferry* cafe&#769;"\n---\n\nText.\n',
  )
  expect(JSON.stringify(article?.meta.image?.caption)).toContain('caf\u00E9')
})

test('a paragraph below pictures in `:::figure` is their caption', async () => {
  const { article } = await readMarkdown(
    '# T\n\n:::figure{rights="CC BY 4.0"}\n![Left](a.jpg)\n![Right](b.jpg)\n\n*Both ends of the pier. Photo: Eva Lund*\n:::\n',
  )
  expect(article?.children).toMatchObject([
    {
      type: 'figure',
      caption: [{ type: 'text', value: 'Both ends of the pier.' }],
      credit: 'Eva Lund',
      rights: 'CC BY 4.0',
    },
  ])
})

test('a caption in brackets leaves the paragraph below as it is', async () => {
  const { article } = await readMarkdown('# T\n\n:::figure[The pier]\n![Left](a.jpg)\n\nIt fell in May.\n:::\n')
  expect(article?.children).toMatchObject([{ type: 'figure' }, { type: 'paragraph' }])
})

test('a credit in the caption stays words where another is given', async () => {
  const { article } = await readMarkdown(
    '# T\n\n:::figure{credit="NCNA"}\n![Left](a.jpg)\n\nThe pier. Photo: Eva Lund\n:::\n',
  )
  const words = 'The pier. Photo: Eva Lund'
  expect(article?.children).toMatchObject([{ credit: 'NCNA', caption: [{ value: words }] }])
})

test('a caption that another in brackets takes the place of is told of', async () => {
  const { messages } = await readMarkdown('# T\n\n:::figure[The pier]\n![Left](a.jpg)\nIn May.\n:::\n')
  expect(messages).toMatchObject([
    { rule: 'image-title', reason: '`In May.` was dropped: the caption in brackets takes its place' },
  ])
})

const pixel = 'R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs='

test('a picture that stands in the source is handed on beside the article, once, under a name that nothing else has', async () => {
  const { article, assets, messages } = await readMarkdown(
    `# T\n\n![One][a]\n\n![Two][a]\n\n![Three](picture-1.gif)\n\n[a]: <data:image/gif;base64,${pixel}>\n`,
  )
  expect(messages).toEqual([])
  expect(article?.children.map(node => node.type === 'figure' && node.images[0]?.url)).toEqual([
    'picture-2.gif',
    'picture-2.gif',
    'picture-1.gif',
  ])
  expect([...assets!]).toEqual([['picture-2.gif', new Uint8Array(Buffer.from(pixel, 'base64'))]])
})

test('two pictures that stand in the source have two names, though something else there has the first', async () => {
  const { article, assets } = await readMarkdown(
    `# T\n\n![](picture-1.gif)\n\n![One](data:image/gif;base64,${pixel})\n\n![Two](data:image/gif;base64,AAAA)\n`,
  )
  expect(article?.children.map(node => node.type === 'figure' && node.images[0]?.url)).toEqual([
    'picture-1.gif',
    'picture-2.gif',
    'picture-3.gif',
  ])
  expect([...assets!.values()].map(bytes => bytes.length)).toEqual([Buffer.from(pixel, 'base64').length, 3])
})

test('a picture in the source may be longer than any other line', async () => {
  const long = `data:image/gif;base64,${'AAAA'.repeat(1000)}`
  const limits = { line: 3000 }
  const { assets } = await readMarkdown(`# T\n\n![One][a]\n\n[a]: <${long}>\n`, { limits })
  expect([...assets!.values()].map(bytes => bytes.length)).toEqual([3000])
  const alone = await readMarkdown(`# T\n\n![One](${long} "A pier")\n`, { limits })
  expect([...alone.assets!.values()].map(bytes => bytes.length)).toEqual([3000])
  for (const other of [
    `Words ![One](${long}) and words.`,
    `[a]: <${long}>, ${'x '.repeat(9)}`,
    `[a]: <${long.replace(';base64', ',')}>`,
    'x'.repeat(4000),
  ]) {
    const { messages } = await readMarkdown(`# T\n\n![One][a]\n\n${other}\n`, { limits })
    expect(messages.map(({ rule }) => rule)).toEqual(['limit-line'])
  }
})

test.each(['data:image/gif;base64,@', 'data:image/tiff;base64,AAAA', 'data:text/html;base64,AAAA', 'data:image/gif,x'])(
  'what stands at %s is no picture that can be shown',
  async address => {
    const { article, assets, messages } = await readMarkdown(`# T\n\nA ![word](${address}).\n`)
    expect(messages.map(({ rule }) => rule)).toEqual(['image-address'])
    expect([JSON.stringify(article!.children).includes('"A word."'), assets]).toEqual([true, undefined])
  },
)

test('whoever links to a picture that only the source holds hears of it; whoever carries it does not', async () => {
  const source = `---\ntitle: T\nurl: https://a.example/t\npublished: 2026-11-19\n---\n\n![One](data:image/gif;base64,${pixel})\n`
  const { article, assets } = await readMarkdown(source)
  const said = async (format: string) => {
    const { messages } = await render(article!, format, { assets: assets! })
    return messages.filter(({ rule }) => rule === 'picture-held' || rule === 'asset-missing').length
  }
  for (const format of ['rss', 'atom', 'jsonfeed', 'jsonld', 'ninjs'])
    expect([format, await said(format)]).toEqual([format, 1])
  for (const format of ['docx', 'markdown']) expect([format, await said(format)]).toEqual([format, 0])
})
