import type { Article } from '../../article/article.js'
import { cleanText } from '../characters.js'
import { freePart } from '../free-part.js'
import type { ArticleRenderer } from '../renderer.js'
import { reportCharacters } from '../report-characters.js'
import { storyAddress } from '../story-address.js'
import { bodyHtml, joined } from './body.js'
import { correctionsHtml } from './corrections.js'
import { createState } from './create-state.js'
import { feedHtml } from './feed-html.js'
import { type HtmlOptions, htmlOptions } from './html-options.js'
import { pageHtml } from './page/document.js'
import { pageImages } from './page-images.js'
import type { HtmlState } from './state.js'

/** The text with its corrections, which belong to it; title, byline and lead picture are the page's around it. */
function fragmentHtml(article: Article, state: HtmlState): string {
  return `${joined([bodyHtml(article, state), correctionsHtml(article.meta.corrections ?? [], state)])}\n`
}

/** Semantic HTML: a page of its own, or the body for somebody else's. */
export const htmlRenderer: ArticleRenderer<HtmlOptions> = {
  name: 'html',
  description: 'Semantic HTML page',
  scope: 'article',
  extension: '.html',
  mediaType: 'text/html',
  options: htmlOptions,
  async render(article, context) {
    const { mode, idPrefix } = context.options
    const address = storyAddress(article, context.site.permalink, context.site.url)
    const html =
      mode === 'feed'
        ? `${await feedHtml(freePart(article, context.site.paywall ?? 'full', context.report), address, context)}\n`
        : await render(mode, await pageImages(article, context))
    const clean = cleanText(html)
    reportCharacters(clean, article, context.report)
    return { body: clean.text, mediaType: 'text/html', extension: '.html' }

    async function render(kind: 'page' | 'fragment', image: Awaited<ReturnType<typeof pageImages>>): Promise<string> {
      const state = await createState(
        article,
        { mode: kind, address, image, idPrefix, numbered: context.template.labels },
        context,
      )
      return kind === 'page' ? pageHtml(article, state, context) : fragmentHtml(article, state)
    }
  },
}
