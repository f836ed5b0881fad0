import type { ArticleRenderer } from '../renderer.js'
import { bodyHtml } from './body.js'
import { createState } from './create-state.js'

export const htmlRenderer: ArticleRenderer<object> = {
  name: 'html',
  description: 'Semantic HTML page',
  scope: 'article',
  extension: '.html',
  mediaType: 'text/html',
  options: () => ({}),
  async render(article, context) {
    const state = await createState(article, { mode: 'page', address: undefined, image: src => ({ src }) }, context)
    return { body: bodyHtml(article, state), mediaType: 'text/html', extension: '.html' }
  },
}
