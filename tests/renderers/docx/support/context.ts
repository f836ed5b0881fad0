import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { zlibSync } from 'fflate'
import type { Article } from '../../../../src/article/article.js'
import type { Asset } from '../../../../src/host/host.js'
import { docxRenderer } from '../../../../src/renderers/docx/index.js'
import type { RenderContext } from '../../../../src/renderers/renderer.js'
import { mergeTemplate, type TemplateData } from '../../../../src/templates/merge-template.js'
import type { Template } from '../../../../src/templates/template.js'

/** Returns a shipped template as it stands after merging. */
export function shippedTemplate(name: string): Template {
  const path = fileURLToPath(new URL(`../../../../templates/${name}/template.json`, import.meta.url))
  const own = JSON.parse(readFileSync(path, 'utf8')) as TemplateData
  const base = typeof own.extends === 'string' ? (shippedTemplate(own.extends) as unknown as TemplateData) : {}
  return mergeTemplate(base, own) as unknown as Template
}

/** What the renderer said, one line each: `rule: reason`. */
export interface Said {
  messages: string[]
}

/** A grey picture of the given size, as small as PNG can be. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

const assets: { [url: string]: Asset } = {
  'chart.png': { bytes: png, mediaType: 'image/png', width: 900, height: 400, orientation: 1 },
  'lead.jpg': { bytes: png, mediaType: 'image/png', width: 1200, height: 500, orientation: 1 },
  'icon.png': { bytes: png, mediaType: 'image/png', width: 16, height: 16, orientation: 1 },
}

/** Returns a context that knows the pictures above and collects what is reported. */
export function contextFor(
  template: Template,
  said: Said = { messages: [] },
  more: Partial<RenderContext<object>> = {},
): RenderContext<object> {
  return {
    options: {},
    template,
    now: new Date(0),
    hasPassed: () => true,
    site: {},
    host: {
      now: () => new Date(0),
      readAsset: async () => ({ refused: 'no files here' }),
      readShipped: async () => new Uint8Array(),
      deflate: bytes => zlibSync(bytes, { level: 6 }),
    },
    load: async url => assets[url],
    report: (reason, rule) => said.messages.push(`${rule}: ${reason}`),
    extension: () => undefined,
    ...more,
  }
}

/** Renders an article by a shipped template. */
export async function renderDocx(article: Article, template = 'briefing', said?: Said): Promise<Uint8Array> {
  const output = await docxRenderer.render(article, contextFor(shippedTemplate(template), said))
  return output.body as Uint8Array
}
