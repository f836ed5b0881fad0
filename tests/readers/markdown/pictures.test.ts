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
