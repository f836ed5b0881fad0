import type { ArticleRenderer } from '../renderer.js'
import { type JsonldOptions, jsonldOptions } from './jsonld-options.js'
import { structuredData, toScriptJson } from './structured-data.js'

/** schema.org NewsArticle markup as JSON-LD, to stand in a page's head or by itself. */
export const jsonldRenderer: ArticleRenderer<JsonldOptions> = {
  name: 'jsonld',
  description: 'schema.org NewsArticle markup',
  scope: 'article',
  extension: '.jsonld',
  mediaType: 'application/ld+json',
  options: jsonldOptions,
  async render(article, context) {
    const document = await structuredData(article, context)
    if (context.options.lint) {
      const { lintStructuredData } = await import('./lint-structured-data.js')
      lintStructuredData(document, article, context)
    }
    return { body: `${toScriptJson(document)}\n`, mediaType: 'application/ld+json', extension: '.jsonld' }
  },
}
