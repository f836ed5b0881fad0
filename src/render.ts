import path from 'node:path'
import type { Article } from './article/article.js'
import type { Collection } from './article/collection.js'
import { nodeHost } from './host/node.js'
import { checkRenderOptions, type Rendered, type RenderOptions, renderWith } from './render-with.js'
import { builtinRenderers } from './renderers/registry.js'
import type { Renderer } from './renderers/renderer.js'
import { findTemplate, wholeTemplate } from './templates/find-template.js'
import { templateFolder } from './templates/template-folder.js'

/**
 * Renders an article or a collection to a format, by the format's name or its renderer; an article given to a collection's
 * format is a collection of one. Throws `OptionsError` for a format or an option that does not exist, `TemplateError` for a
 * template that cannot be used; over content it never throws.
 */
export async function render(
  what: Article | Collection,
  format: string | Renderer,
  options: RenderOptions = {},
): Promise<Rendered> {
  checkRenderOptions(options)
  const { template = 'briefing', plugins = [] } = options
  const templates = plugins.flatMap(plugin => plugin.templates ?? [])
  return renderWith(builtinRenderers, what, format, {
    ...options,
    template:
      typeof template === 'string'
        ? await findTemplate(template, templateFolder('.', templates))
        : wholeTemplate(template),
    host: options.host ?? nodeHost({ root: options.root, now: options.now, fonts: options.fonts }),
    ...(options.path !== undefined && { path: path.resolve(options.path) }),
  })
}
