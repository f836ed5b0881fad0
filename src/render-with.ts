import type { Article } from './article/article.js'
import type { Collection } from './article/collection.js'
import { byPlace, type Message } from './diagnostics/message.js'
import { suggestion } from './diagnostics/nearest.js'
import { type OptionKinds, wrongOption } from './diagnostics/wrong-option.js'
import type { GivenFont, Host } from './host/host.js'
import { type RenderSetting, renderTo } from './pipeline.js'
import type { Plugin } from './plugin.js'
import {
  OptionsError,
  type Renderer,
  type RendererEntry,
  type SiteContext,
  type SourceText,
  type WholeOutput,
  wholeOutput,
} from './renderers/renderer.js'
import type { Template } from './templates/template.js'
import { assembleToolkit } from './toolkit.js'

/** How an article is to be rendered. */
export interface RenderOptions {
  /** Options of the format itself. */
  options?: { readonly [option: string]: unknown }
  /** Name or path of a template, or the template itself. Default `briefing`. */
  template?: string | Template
  /** What articles that do not say so themselves belong to. */
  site?: SiteContext
  /** Path of the article: its pictures are found from there. */
  path?: string
  /** Pictures that the source itself holds: what its reader returned as `assets`. */
  assets?: ReadonlyMap<string, Uint8Array>
  /** The text that the article was read from, for formats that can carry it. */
  source?: SourceText
  /** Folder that pictures may not come from outside of. Default: the article's own. */
  root?: string
  /** Font files for the PDF, in order of preference. */
  fonts?: readonly GivenFont[]
  plugins?: readonly Plugin[]
  /** The moment that decides what a feed holds. */
  now?: Date
  /** Supplies files, fonts, clock and compression. Default: Node's. */
  host?: Host
}

/** An output as a whole, and what was noticed while it was made. */
export interface Rendered {
  output: WholeOutput
  messages: Message[]
}

const optionKinds: OptionKinds = {
  options: ['object'],
  template: ['text', 'object'],
  site: ['object'],
  path: ['text'],
  assets: ['map'],
  source: ['object'],
  root: ['text'],
  fonts: ['list'],
  plugins: ['list'],
  now: ['moment'],
  host: ['object'],
}

const siteKinds: OptionKinds = {
  url: ['text'],
  title: ['text'],
  description: ['text'],
  language: ['text'],
  timezone: ['text'],
  publisher: ['object'],
  feedUrl: ['text'],
  permalink: ['text'],
  paywall: ['text'],
}

/** Throws `OptionsError` where an option of rendering is of a kind that it cannot be. */
export function checkRenderOptions(options: object & { site?: unknown }): void {
  const wrong = wrongOption(options, optionKinds) ?? wrongOption(options.site ?? {}, siteKinds)
  if (wrong) throw new OptionsError(wrong)
}

/** Renders by one of the given renderers or a plugin's. `template` and `host` have been found already. */
export async function renderWith(
  renderers: readonly RendererEntry[],
  what: Article | Collection,
  format: string | Renderer,
  options: RenderOptions & { host: Host; template?: Template },
): Promise<Rendered> {
  if (!isRenderable(what))
    throw new TypeError(
      'this is no article: make one with `readMarkdown` or `readJson`, or judge it with `checkArticle`',
    )
  const toolkit = assembleToolkit({ readers: [], renderers }, options.plugins ?? [])
  const renderer = isRenderer(format) ? format : await rendererNamed(String(format), toolkit.renderers)
  const { host, template, site, path, assets } = options
  const place = {
    ...(path !== undefined && { file: path, base: path }),
    ...(assets && { assets }),
    source: () => options.source,
  }
  const setting: RenderSetting = {
    host,
    ...(template && { template }),
    ...(site && { site }),
    extensions: toolkit.extensions,
    sourceOf: () => place,
  }
  const { output, messages } = await renderTo(renderer, what, {
    ...setting,
    ...(options.options && { options: options.options }),
    async other(name) {
      const entry = toolkit.renderers.find(each => each.name === name)
      return entry && wholeOutput((await renderTo(await entry.load(), what, setting)).output)
    },
  })
  return { output: await wholeOutput(output), messages: messages.sort(byPlace) }
}

/** Callers in JavaScript hand over what they have: JSON of their own, or the result of a reader that found no article. */
function isRenderable(what: unknown): boolean {
  const { type, meta, children, articles } = (what ?? {}) as { [key: string]: unknown }
  if (type === 'collection') return typeof articles === 'object' && articles !== null
  return type === 'article' && typeof meta === 'object' && meta !== null && Array.isArray(children)
}

const isRenderer = (format: unknown): format is Renderer =>
  typeof (format as Partial<Renderer> | undefined)?.options === 'function'

async function rendererNamed(name: string, entries: readonly RendererEntry[]): Promise<Renderer> {
  const entry = entries.find(each => each.name === name)
  if (entry) return entry.load()
  const known = entries.map(each => each.name)
  throw new OptionsError(`there is no format \`${name}\`: ${suggestion(name, known)}`)
}
