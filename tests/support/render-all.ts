import type { Article } from '../../src/article/article.js'
import type { Message } from '../../src/diagnostics/message.js'
import { render } from '../../src/index.js'
import { root } from './corpus.js'

/** One article in the four formats that every test holds against each other. */
export interface Made {
  pdf: Uint8Array
  docx: Uint8Array
  rss: string
  jsonld: string
  messages: Message[]
}

export const formats = ['pdf', 'docx', 'rss', 'jsonld'] as const

/** Renders an article into all four formats with one of the shipped templates. `path` is where its pictures are found from. */
export async function renderAll(article: Article, path?: string, template = 'briefing'): Promise<Made> {
  const made: { [format: string]: Uint8Array | string } = {}
  const messages: Message[] = []
  for (const format of formats) {
    const result = await render(article, format, {
      template,
      site: { url: 'https://example.org', title: 'Example' },
      root,
      // Any moment does: it decides only what a collection holds, and every article of the tests was published before it.
      now: new Date('2030-01-01T00:00:00Z'),
      ...(path !== undefined && { path }),
    })
    made[format] = result.output.body
    messages.push(...result.messages)
  }
  return { ...(made as unknown as Omit<Made, 'messages'>), messages }
}
