import { expect, test } from 'vitest'
import { readMarkdown } from '../../../src/read.js'

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
