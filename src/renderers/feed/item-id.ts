import type { Article } from '../../article/article.js'
import { cleanText } from '../characters.js'
import { nameUuid } from './name-uuid.js'

/** What tells one story from another for ever. */
export interface ItemId {
  id: string
  /** Whether the id is the story's address (RSS `isPermaLink`). */
  permalink: boolean
}

/**
 * Returns the id of a story: the one it has, which outlives its address; else its address; else one made from title and
 * date, which changes when those do.
 */
export async function itemId({ meta }: Article, url: string | undefined): Promise<ItemId> {
  const own = cleanText(meta.id ?? '')
    .text.replaceAll('\ufffd', '')
    .replace(/\s+/g, ' ')
    .trim()
  if (own) return { id: longEnough(own, url), permalink: false }
  if (url !== undefined) return { id: url, permalink: true }
  return { id: `urn:uuid:${await nameUuid(`${meta.title}\n${meta.published ?? ''}`)}`, permalink: false }
}

/** A bare number is no id among feeds: it is put into the site's own name space (RFC 4151, tag). */
function longEnough(id: string, url: string | undefined): string {
  if (!/^\d{1,8}$/.test(id)) return id
  const host = url === undefined ? 'standfirst.invalid' : new URL(url).hostname
  return `tag:${host},2000:${id}`
}
