import type { Article } from '../../article/article.js'
import { directionOf } from '../../article/direction.js'
import { visit } from '../../article/walk.js'
import { webUrl } from '../address.js'
import type { RenderContext } from '../renderer.js'
import { reportHeldPicture } from '../report-held-picture.js'
import { sponsorLine } from '../title-block/sponsor.js'
import { bodyHtml, joined } from './body.js'
import { correctionsHtml } from './corrections.js'
import { createState } from './create-state.js'
import { leadImageHtml } from './image.js'
import { escapeHtml, tag } from './markup.js'
import type { ImageSource } from './state.js'

/** What is needed to write an article for a feed. */
export type FeedHtmlContext = Pick<RenderContext<unknown>, 'report' | 'extension' | 'site' | 'held'>

/**
 * Returns an article's content for feed readers: no style, no script, no third-party frame, every address absolute, pull
 * quotes left out. Corrections come first, because a reader may have seen the wrong version.
 */
export async function feedHtml(
  article: Article,
  address: string | undefined,
  context: FeedHtmlContext,
): Promise<string> {
  const base = address ?? context.site.url
  const image = pictureFinder(base, article, context)
  const state = await createState(article, { mode: 'feed', address, image }, context)
  const { meta } = article
  const sponsor = sponsorLine(meta, state.labels)
  const html = joined([
    // A reader of a feed must know what is advertising before reading it.
    sponsor && tag('p', {}, tag('strong', {}, escapeHtml(sponsor))),
    correctionsHtml(meta.corrections ?? [], state),
    meta.kicker && tag('p', {}, tag('b', {}, escapeHtml(meta.kicker))),
    meta.subtitle && tag('p', {}, tag('em', {}, escapeHtml(meta.subtitle))),
    meta.image && !opensWith(article, meta.image.url) ? leadImageHtml(meta.image, state) : undefined,
    bodyHtml(article, state),
  ])
  return directionOf(article) === 'rtl' ? tag('div', { lang: meta.language, dir: 'rtl' }, `\n${html}\n`) : html
}

/** Whether the body begins with the same picture, as in stories that were written for a page without a lead picture. */
function opensWith({ children: [first] }: Article, url: string): boolean {
  return first?.type === 'figure' && first.images.some(image => image.url === url)
}

/** Returns a finder of absolute picture addresses that says once of each picture that it has none, or one that leads nowhere. */
function pictureFinder(base: string | undefined, article: Article, context: FeedHtmlContext) {
  const seen = new Set<string>()
  const [first = {}] = article.children
  return (url: string): ImageSource | undefined => {
    const src = webUrl(url, base)
    if (src === url) return { src }
    if (seen.has(url)) return src === undefined ? undefined : { src }
    seen.add(url)
    if (src === undefined)
      context.report(`the picture \`${url}\` has no absolute address`, 'html-image', placeOf(url, article))
    else if (context.held?.(url, first)) reportHeldPicture(url, placeOf(url, article), context)
    return src === undefined ? undefined : { src }
  }
}

function placeOf(url: string, article: Article) {
  let place: { position?: import('../../article/article.js').Position | undefined } | undefined
  visit(article, node => {
    if (node.type === 'figure' && node.images.some(image => image.url === url)) place ??= node
    if (node.type === 'inlineImage' && node.url === url) place ??= node
  })
  return place ?? { position: article.data?.places?.image }
}
