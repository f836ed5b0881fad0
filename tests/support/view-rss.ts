import { collectionOf } from '../../src/pipeline.js'
import { rssRenderer } from '../../src/renderers/rss/index.js'
import { textContext, textOf } from './text-context.js'
import { site } from './view-site.js'
import type { View } from './views.js'

/** The feed that holds a fixture's article alone, as it is written. */
export const rssView: View = {
  file: 'rss.xml',
  async render(article) {
    const { context } = textContext(rssRenderer, { site })
    return textOf(await rssRenderer.render(collectionOf([article], site, article), context))
  },
}
