import type { Article } from '../../article/article.js'
import { visit } from '../../article/walk.js'
import type { Placed, RenderContext } from '../renderer.js'
import { reportHeldPicture } from '../report-held-picture.js'
import type { Ids } from './ids.js'

/**
 * Says of each picture that has no web address that structured data cannot point to it, or points to nothing; its words stand
 * there all the same.
 */
export function reportPictures(
  article: Article,
  ids: Ids,
  context: Pick<RenderContext<unknown>, 'held' | 'report'>,
): void {
  const seen = new Set<string>()
  const look = (url: string, place: Placed) => {
    if (seen.has(url)) return
    seen.add(url)
    if (ids.resolve(url) === undefined)
      context.report(`the picture \`${url.slice(0, 80)}\` has no absolute address`, 'html-image', place)
    else reportHeldPicture(url, place, context)
  }
  if (article.meta.image) look(article.meta.image.url, { position: article.data?.places?.image })
  visit(article, node => {
    if (node.type === 'figure') for (const { url } of node.images) look(url, node)
  })
}
