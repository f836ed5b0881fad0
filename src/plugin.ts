import type { Article } from './article/article.js'
import type { Report } from './diagnostics/message.js'
import type { Config } from './export/config-spec.js'
import type { Reader } from './readers/reader.js'
import type { ArticleRenderer, CollectionRenderer, Renderer } from './renderers/renderer.js'

/** What a transform is given beside the article. */
export interface TransformContext {
  /** Says what was changed on purpose or looks wrong. Rules of a plugin are named `plugin/rule`. */
  report: Report
}

/** Between reader and renderer: house style, key points first. Returns a new article, or the same. */
export type Transform = (article: Article, context: TransformContext) => Article | Promise<Article>

/** What a plugin may bring. It is named in the configuration; importing it does nothing. */
export interface Plugin {
  /** Prefix of its extension nodes and its rules: `acme` for `acme:poll` and `acme/poll-empty`. */
  name: string
  readers?: readonly Reader[]
  transforms?: readonly Transform[]
  renderers?: readonly Renderer[]
  /** Templates as data; each has a `name` and may say `extends`. */
  templates?: readonly TemplateFile[]
  /** Handlers for its own nodes, by node name (`acme:poll`), then by format. What a handler is, each format says. */
  extensions?: ExtensionHandlers
}

/** A template as its file holds it, under its name. */
export interface TemplateFile {
  name: string
  extends?: string
  [key: string]: unknown
}

/** Handlers by node name, then by format. */
export interface ExtensionHandlers {
  readonly [node: string]: { readonly [format: string]: unknown }
}

/** Returns the plugin, typed. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin
}

/** Returns the renderer, typed: options and output are inferred from what it says. */
export function defineRenderer<Options>(renderer: ArticleRenderer<Options>): ArticleRenderer<Options>
export function defineRenderer<Options>(renderer: CollectionRenderer<Options>): CollectionRenderer<Options>
export function defineRenderer(renderer: Renderer): Renderer {
  return renderer
}

/** Returns the configuration, typed: what `standfirst.config.mjs` exports. */
export function defineConfig(config: Config): Config {
  return config
}
