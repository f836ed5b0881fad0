import { describe, expect, test } from 'vitest'
import { article, extension, paragraph } from '../../../src/article/build.js'
import { type DocxExtension, docxRenderer } from '../../../src/renderers/docx/index.js'
import { viewDocx } from '../../support/view-docx.js'
import { contextFor, shippedTemplate } from './support/context.js'

const source = article({}, [extension('acme:poll', { question: 'Who?' }, [paragraph('Child')]), paragraph('After')])

async function view(handler: DocxExtension | undefined): Promise<string> {
  const context = contextFor(shippedTemplate('briefing'), { messages: [] }, { extension: () => handler })
  const { body } = await docxRenderer.render(source, context)
  return viewDocx(body as Uint8Array)
}

describe('a plugin’s node', () => {
  test('shows its children where nobody handles it', async () => {
    expect(await view(undefined)).toContain('First Paragraph | Child')
  })

  test('is what its handler makes of it, in styles known and new', async () => {
    const handler: DocxExtension = (node, { render, paragraph: line }) => [
      line('Caption', 'A poll'),
      line('Poll Question', String(node.attributes.question)),
      ...render(node.children),
    ]
    expect(await view(handler)).toContain('caption | A poll\nPoll Question | Who?\nFirst Paragraph | Child')
  })

  test('shows its children where the handler leaves it', async () => {
    expect(await view(() => undefined)).toContain('First Paragraph | Child')
  })
})

describe('options', () => {
  test('an unknown one is refused by name', () => {
    expect(() => docxRenderer.options({ fonts: true })).toThrow('there is no key `fonts`')
  })
})
