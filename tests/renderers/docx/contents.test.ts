import { expect, test } from 'vitest'
import { article, heading, paragraph } from '../../../src/article/build.js'
import { preflightDocx } from '../../../src/preflight/docx/preflight-docx.js'
import { docxRenderer } from '../../../src/renderers/docx/index.js'
import { viewDocx } from '../../support/view-docx.js'
import { contextFor, shippedTemplate } from './support/context.js'

const source = article({ title: 'Report' }, [
  heading(1, 'One', 'one'),
  heading(2, 'Two', 'two'),
  heading(4, 'Too deep', 'deep'),
  paragraph('Text'),
])

async function make(toc: boolean): Promise<Uint8Array> {
  const context = contextFor(
    shippedTemplate('briefing'),
    { messages: [] },
    { options: docxRenderer.options({ toc }) as object },
  )
  return (await docxRenderer.render(source, context)).body as Uint8Array
}

test('a table of contents is filled, each entry a link, where it is asked for', async () => {
  const lines = viewDocx(await make(true)).split('\n')
  const start = lines.indexOf('TOC Heading | Contents')
  expect(lines.slice(start + 1, start + 3)).toEqual([
    'toc 1 | {TOC \\o "1-3" \\n \\h \\z \\u}[One → #one]',
    'toc 2 Last | [Two → #two]',
  ])
  expect(viewDocx(await make(false))).not.toContain('TOC')
})

test('its file has nothing to complain of but the heading that the article skips', async () => {
  expect((await preflightDocx(await make(true))).map(message => message.rule)).toEqual(['docx-heading-order'])
})

test('a value that is none is refused', () => {
  expect(() => docxRenderer.options({ toc: 'yes' })).toThrow('`docx.toc` is true or false, not `yes`')
})
