import type { Article } from '../../article/article.js'
import type { RenderContext } from '../renderer.js'
import type { FeedItem } from './feed-item.js'
import type { FeedOptions } from './feed-options.js'

/** A file that goes with an item: length in bytes. */
export interface Enclosure {
  url: string
  type: string
  length: number
}

/** Returns the lead picture with its true length where one is asked for and the picture can be read; never a guess. */
export async function enclosureOf(
  { meta }: Article,
  item: FeedItem,
  { options, load }: Pick<RenderContext<FeedOptions>, 'options' | 'load'>,
): Promise<Enclosure | undefined> {
  if (!options.enclosure || !meta.image || !item.image?.url) return undefined
  const asset = await load(meta.image.url, meta.image as { position?: undefined })
  return asset && { url: item.image.url, type: asset.mediaType, length: asset.bytes.length }
}
