import { about, fields, flag } from '../../diagnostics/data-shape.js'
import { checkOptions } from '../options.js'
import type { ArticleRenderer } from '../renderer.js'
import { newsObject } from './news-object.js'

/** What ninjs can be told. */
export interface NinjsOptions {
  /** Whether the text is written as HTML as well as plain. */
  html: boolean
}

const shape = fields({ html: about('Whether the text is written as HTML as well as plain.', flag) })

/** IPTC ninjs 3.1: news in JSON, for agencies and content management systems. */
export const ninjsRenderer: ArticleRenderer<NinjsOptions> = {
  name: 'ninjs',
  description: 'IPTC ninjs 3.1, news in JSON',
  scope: 'article',
  extension: '.ninjs.json',
  mediaType: 'application/json',
  options(input) {
    checkOptions('ninjs', input, shape)
    return { html: true, ...(input as Partial<NinjsOptions>) }
  },
  async render(article, context) {
    const item = await newsObject(article, context)
    return {
      body: `${JSON.stringify(item, undefined, 2)}\n`,
      mediaType: 'application/json',
      extension: '.ninjs.json',
    }
  },
}
