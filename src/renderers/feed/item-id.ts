import type { Article } from '../../article/article.js'
import { oneLine } from '../../article/one-line.js'
import { cleanText } from '../characters.js'
import type { RenderContext } from '../renderer.js'
import { storyAddress } from '../story-address.js'
import type { FeedOptions } from './feed-options.js'
import { nameUuid } from './name-uuid.js'

/** What tells one story from another for ever. */
export interface ItemId {
  id: string
  /** Whether the id is the story's address (RSS `isPermaLink`). */
  permalink: boolean
  /** The story's address, where it has one. */
  url: string | undefined
}

/**
 * Returns the id of a story: the one it has, which outlives its address; else its address; else one made from title and
 * date, which changes when those do.
 */
export function itemId(
  article: Article,
  { options, site }: Pick<RenderContext<FeedOptions>, 'options' | 'site'>,
): ItemId | Promise<ItemId> {
  const { meta } = article
  const url = storyAddress(article, options.permalink ?? site.permalink, site.url)
  const own = meta.id === undefined ? '' : oneLine(cleanText(meta.id).text.replaceAll('\ufffd', ''))
  if (own) return { id: longEnough(own, url), permalink: false, url }
  if (url !== undefined) return { id: url, permalink: true, url }
  return madeId(`${meta.title}\n${meta.published ?? ''}`)
}

async function madeId(name: string): Promise<ItemId> {
  return { id: `urn:uuid:${await nameUuid(name)}`, permalink: false, url: undefined }
}

/** A bare number is no id among feeds: it is put into the site's own name space (RFC 4151, tag). */
function longEnough(id: string, url: string | undefined): string {
  if (!/^\d{1,8}$/.test(id)) return id
  const host = url === undefined ? 'standfirst.invalid' : new URL(url).hostname
  return `tag:${host},2000:${id}`
}
