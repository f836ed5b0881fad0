import { htmlRenderer } from '../../src/renderers/html/index.js'
import { textContext, textOf } from './text-context.js'
import { site } from './view-site.js'
import type { View } from './views.js'

/** A fixture's text as a fragment: the page around it is the same for all. */
export const htmlView: View = {
  file: 'fragment.html',
  async render(article) {
    const { context } = textContext(htmlRenderer, { site, options: { mode: 'fragment' } })
    return textOf(await htmlRenderer.render(article, context))
  },
}
