import type { Article, Figure, Image, LeadImage, Rendition } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { visit } from '../../article/walk.js'
import type { Ids } from '../jsonld/ids.js'
import { mediaTypeOf } from '../rss/media.js'
import type { Ninjs, NinjsRendition, Words } from './ninjs-types.js'

type Association = NonNullable<Ninjs['associations']>[number]

/** Returns the pictures of a story as news objects of their own, the lead picture first. */
export function pictures(article: Article, ids: Ids): Association[] {
  const list: Association[] = []
  const { image } = article.meta
  if (image) list.push(picture(image, image, 'lead-picture', 'featured', ids))
  visit(article, node => {
    if (node.type === 'deletion') return 'skip'
    if (node.type === 'figure')
      for (const each of node.images) list.push(picture(each, node, `picture-${list.length + 1}`, 'inline', ids))
    return undefined
  })
  return list
}

function picture(
  image: Image,
  words: Pick<Figure | LeadImage, 'caption' | 'credit' | 'rights'>,
  name: string,
  rel: string,
  ids: Ids,
): Association {
  const href = ids.resolve(image.url)
  const caption = words.caption && inlineText(words.caption)
  const descriptions: Words[] = [
    ...(caption ? [{ role: 'caption', contentType: 'text/plain', value: caption }] : []),
    ...(image.alt ? [{ role: 'alt', contentType: 'text/plain', value: image.alt }] : []),
  ]
  return {
    uri: href ?? ids.part(name),
    name,
    rel,
    type: 'picture',
    descriptions,
    ...(words.credit && { by: words.credit }),
    ...(words.rights && { copyrightNotice: words.rights }),
    renditions: [
      rendition('main', image, ids),
      ...(image.renditions ?? []).map((each, at) => scaled(each, at, ids)),
    ].filter(each => each.href !== undefined),
  }
}

function scaled(each: Rendition, at: number, ids: Ids): NinjsRendition {
  return rendition(each.role ?? (each.width ? `w${each.width}` : `rendition-${at + 1}`), each, ids)
}

function rendition(name: string, { url, width, height }: Rendition, ids: Ids): NinjsRendition {
  const href = ids.resolve(url)
  const contentType = href && mediaTypeOf(href)
  return {
    name,
    ...(href && { href }),
    ...(contentType && { contentType }),
    ...(width && { width }),
    ...(height && { height }),
  }
}
