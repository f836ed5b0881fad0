import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { zlibSync } from 'fflate'
import type { Article } from '../../src/article/article.js'
import { createLoader } from '../../src/assets/load-asset.js'
import { createMessage, type Message } from '../../src/diagnostics/message.js'
import { compileWasm } from '../../src/host/compile-wasm.js'
import { convertImage } from '../../src/host/convert-image.js'
import { findPackageFonts } from '../../src/host/find-package-fonts.js'
import type { Host } from '../../src/host/host.js'
import { inflate } from '../../src/host/inflate.js'
import { shippedFonts } from '../../src/renderers/pdf/fonts/shipped.js'
import { pdfRenderer } from '../../src/renderers/pdf/index.js'
import type { PdfOptions } from '../../src/renderers/pdf/options.js'
import type { RenderContext } from '../../src/renderers/renderer.js'
import { mergeTemplate, type TemplateData } from '../../src/templates/merge-template.js'
import type { Template } from '../../src/templates/template.js'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A host that reads what ships from where the checkout has it, and pictures below a folder: no build is needed first. */
export function checkoutHost(pictures = root): Host {
  return {
    now: () => new Date(0),
    readAsset: async (url, base) => {
      try {
        return { bytes: await readFile(path.resolve(base ? path.dirname(base) : pictures, url)) }
      } catch {
        return { refused: `there is no picture \`${url}\`` }
      }
    },
    readShipped,
    deflate: bytes => zlibSync(bytes, { level: 6 }),
    inflate,
    convertImage,
    compileWasm,
    readFile: file => readFile(file).catch(() => undefined),
    packageFonts: name => findPackageFonts(name, [root]),
  }
}

async function readShipped(file: string): Promise<Uint8Array> {
  const name = path.basename(file)
  if (name === 'resvg.wasm') return readFile(path.join(root, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm'))
  if (name.endsWith('.wasm')) return readFile(path.join(root, 'node_modules', 'harfbuzzjs', 'dist', name))
  const font = shippedFonts.find(each => each.file === name)
  if (!font) throw new Error(`no font \`${name}\` ships`)
  return readFile(path.join(root, 'node_modules', font.source))
}

/** Reads a shipped template, what it extends merged in. */
export async function shippedTemplate(name: string): Promise<Template> {
  const data = JSON.parse(
    await readFile(path.join(root, 'templates', name, 'template.json'), 'utf8'),
  ) as TemplateData & { extends?: string }
  const base = data.extends ? await shippedTemplate(data.extends) : undefined
  return { name, ...(base ? mergeTemplate(base as unknown as TemplateData, data) : data) } as unknown as Template
}

/** What a test of the PDF format may settle. */
export interface PdfSetting {
  template?: string | Template
  options?: { [option: string]: unknown }
  extensions?: { [name: string]: unknown }
  /** The article's path: its pictures are found from there. */
  path?: string
  host?: Host
}

const host = checkoutHost()

/** Renders an article as PDF and returns the file with all messages. */
export async function makePdf(
  article: Article,
  setting: PdfSetting = {},
): Promise<{ bytes: Uint8Array; messages: Message[] }> {
  const { context, messages } = await pdfContext(setting)
  const output = await pdfRenderer.render(article, context)
  return { bytes: output.body as Uint8Array, messages }
}

/** Returns what the PDF format is called with, and the list that its messages go into. */
export async function pdfContext(
  setting: PdfSetting = {},
): Promise<{ context: RenderContext<PdfOptions>; messages: Message[] }> {
  const messages: Message[] = []
  const report: RenderContext<unknown>['report'] = (reason, rule, from, severity) => {
    messages.push(createMessage(rule, reason, { position: from?.position, severity }))
  }
  const load = createLoader(setting.host ?? host, { base: setting.path ?? path.join(root, 'article.md') })
  const template =
    typeof setting.template === 'object' ? setting.template : await shippedTemplate(setting.template ?? 'briefing')
  const context: RenderContext<PdfOptions> = {
    options: pdfRenderer.options(setting.options ?? {}),
    template,
    now: new Date(0),
    hasPassed: () => true,
    host: setting.host ?? host,
    site: {},
    load: async (url, from) => {
      const found = await load(url)
      if ('asset' in found) return found.asset
      report(found.refused, found.rule, from)
      return undefined
    },
    report,
    extension: name => setting.extensions?.[name],
  }
  return { context, messages }
}
