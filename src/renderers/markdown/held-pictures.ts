import type { Article, Image } from '../../article/article.js'
import { mapArticle } from '../../article/walk.js'
import { slugOf } from '../../transforms/heading-ids.js'
import type { SideFile } from '../renderer.js'

/** An article whose pictures lie beside it, and those pictures. */
export interface TakenOut {
  article: Article
  beside: SideFile[]
}

/**
 * Gives every picture that the source itself holds (a Word file's) a file beside the Markdown, named after the article, and
 * leads the article to it. Markdown can hold no picture.
 */
export function takeOutPictures(article: Article, held: (url: string) => Uint8Array | undefined): TakenOut {
  const files = new Map<string, SideFile>()
  const stem = article.meta.slug ?? slugOf(article.meta.title)
  const nameOf = (url: string): string => {
    const bytes = files.has(url) ? undefined : held(url)
    if (bytes) files.set(url, { name: `${stem}-${url.replace(/^.*[\\/]/, '')}`, body: bytes })
    return files.get(url)?.name ?? url
  }
  const moved = <Picture extends Image | { url: string }>(picture: Picture): Picture => ({
    ...picture,
    url: nameOf(picture.url),
  })
  const image = article.meta.image
  const led = image ? { ...article, meta: { ...article.meta, image: moved(image) } } : article
  const whole = mapArticle(led, node => {
    if (node.type === 'inlineImage') return moved(node)
    return node.type === 'figure' ? { ...node, images: node.images.map(moved) as typeof node.images } : node
  })
  return files.size > 0 ? { article: whole, beside: [...files.values()] } : { article, beside: [] }
}
