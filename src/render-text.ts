import type { Article } from './article/article.js'
import type { Collection } from './article/collection.js'
import { portableHost } from './host/portable.js'
import { checkRenderOptions, type Rendered, type RenderOptions, renderWith } from './render-with.js'
import type { Renderer, RendererEntry } from './renderers/renderer.js'
import { bareTemplate } from './templates/bare-template.js'
import type { Template } from './templates/template.js'

/** Formats that need neither files nor fonts. */
const textRenderers: readonly RendererEntry[] = [
  {
    name: 'rss',
    description: 'RSS 2.0 feed with full content',
    scope: 'collection',
    extension: 'feed.xml',
    load: async () => (await import('./renderers/rss/index.js')).rssRenderer,
  },
  {
    name: 'jsonld',
    description: 'schema.org NewsArticle markup',
    scope: 'article',
    extension: '.jsonld',
    load: async () => (await import('./renderers/jsonld/index.js')).jsonldRenderer,
  },
  {
    name: 'html',
    description: 'Semantic HTML page',
    scope: 'article',
    extension: '.html',
    load: async () => (await import('./renderers/html/index.js')).htmlRenderer,
  },
]

/** How an article is to be rendered where there are no files. */
export type RenderTextOptions = Omit<RenderOptions, 'template' | 'root'> & { template?: Template }

/**
 * Renders an article or a collection to a format that is text: html, rss, jsonld, or a plugin's. Runs anywhere. Throws
 * `OptionsError` for a format or an option that does not exist; over content it never throws.
 */
export async function render(
  what: Article | Collection,
  format: string | Renderer,
  options: RenderTextOptions = {},
): Promise<Rendered> {
  checkRenderOptions(options)
  const { template = bareTemplate, host = portableHost(options.now) } = options
  return renderWith(textRenderers, what, format, { ...options, template, host })
}
