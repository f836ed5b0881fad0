import { jsonldRenderer } from '../../src/renderers/jsonld/index.js'
import { textContext, textOf } from './text-context.js'
import { site } from './view-site.js'
import type { View } from './views.js'

/** A fixture's structured data as it is written. */
export const jsonldView: View = {
  file: 'jsonld.json',
  async render(article) {
    const { context } = textContext(jsonldRenderer, { site })
    return textOf(await jsonldRenderer.render(article, context))
  },
}
