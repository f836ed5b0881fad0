import { expect, test } from 'vitest'
import { article, heading, paragraph } from '../../src/article/build.js'
import { readDocx } from '../../src/readers/docx/index.js'
import { readDocx as wordsOf } from '../support/docx-text.js'
import { makePdf } from '../support/pdf-context.js'
import { readPdf } from '../support/pdf-text.js'
import { renderDocx } from './docx/support/context.js'

const story = article(
  {
    title: 'Storm',
    updates: [
      { title: 'Ferries stop', published: '2026-11-19T16:05:00+01:00', author: { name: 'Ana Lie' } },
      { title: 'Schools close', published: '2026-11-19T15:00:00+01:00' },
    ],
  },
  [heading(1, 'Ferries stop', 'ferries'), paragraph('No boat leaves before noon.')],
)
const about = '19 November 2026, 16:05 UTC+1 · Ana Lie'
const other = '19 November 2026, 15:00 UTC+1'

test('paper says under its heading when an entry of a live blog came and by whom, and lists those without text', async () => {
  const pdf = (await readPdf((await makePdf(story)).bytes)).body.replace(/\s+/g, ' ')
  expect(pdf).toContain(`Ferries stop ${about} No boat leaves`)
  expect(pdf).toContain(`${other} Schools close`)
  const docx = wordsOf(await renderDocx(story)).body.replace(/\s+/g, ' ')
  expect(docx).toContain(`Ferries stop ${about} No boat leaves`)
  expect(docx).toContain(`${other} · Schools close`)
})

test('a Word file that is read back holds none of these lines as text', async () => {
  const { article: back } = readDocx(await renderDocx(story))
  expect(back!.children.map(block => block.type)).toEqual(['heading', 'paragraph'])
  expect(back!.meta.published).toBeUndefined()
})
