import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../src/article/article.js'
import type { Message } from '../../src/diagnostics/message.js'
import { nodeHost } from '../../src/host/node.js'
import { renderTo } from '../../src/pipeline.js'
import { builtinRenderers } from '../../src/renderers/registry.js'
import type { Output } from '../../src/renderers/renderer.js'
import { findTemplate } from '../../src/templates/find-template.js'
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

/** Renders an article into all four formats with one of the shipped templates. `base` is where its pictures are found from. */
export async function renderAll(article: Article, base?: string, template = 'briefing'): Promise<Made> {
  const made: { [format: string]: Uint8Array | string } = {}
  const messages: Message[] = []
  for (const format of formats) {
    const result = await renderTo(await rendererOf(format), article, {
      host,
      template: await templateNamed(template),
      site: { url: 'https://example.org', title: 'Example' },
      sourceOf: () => ({ ...(base !== undefined && { base }) }),
    })
    made[format] = await whole(result.output)
    messages.push(...result.messages)
  }
  return { ...(made as unknown as Omit<Made, 'messages'>), messages }
}

// Any moment does: it decides only what a collection holds, and every article of the tests was published before it.
const host = nodeHost({ root, now: new Date('2030-01-01T00:00:00Z') })

async function rendererOf(format: string) {
  return builtinRenderers.find(entry => entry.name === format)!.load()
}

const templates = new Map<string, ReturnType<typeof findTemplate>>()

function templateNamed(name: string): ReturnType<typeof findTemplate> {
  const known =
    templates.get(name) ??
    findTemplate(name, {
      names: ['briefing', 'wire'],
      read: async wanted => ({
        data: JSON.parse(await readFile(join(root, 'templates', wanted, 'template.json'), 'utf8')),
        file: wanted,
      }),
    })
  templates.set(name, known)
  return known
}

/** Returns the body in one piece, text as a string. */
async function whole({ body }: Output): Promise<Uint8Array | string> {
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  let text = ''
  for await (const part of body) text += part
  return text
}
