import type { Article } from '../../article/article.js'
import { absoluteUrl, webUrl } from '../address.js'
import { nameUuid } from '../feed/name-uuid.js'
import type { SiteContext } from '../renderer.js'
import { storyAddress } from '../story-address.js'

/** Where an article's nodes have their ids. All are absolute: a relative one is dropped by JSON-LD's safe mode. */
export interface Ids {
  /** The article's own id. */
  article: string
  /** Its web address, where it has one. */
  url: string | undefined
  /** Address of the site with its slash, where known. */
  site: string | undefined
  /** Returns the id of something inside the article: `…#quote-1`. */
  part(name: string): string
  /** Returns an absolute web address, or undefined. */
  resolve(address: string | undefined): string | undefined
}

/** Returns the ids of an article: from its address, else from its id, else from its title and date. */
export async function idsOf(article: Article, site: SiteContext): Promise<Ids> {
  const { meta } = article
  const home = webUrl(site.url) ?? webUrl(meta.publisher?.url)
  const url = storyAddress(article, site.permalink, home)
  const own = meta.id !== undefined && isAbsolute(meta.id) ? inAscii(meta.id) : undefined
  const base = (url ?? own ?? `urn:uuid:${await nameUuid(`${meta.title}\n${meta.published ?? ''}`)}`).split('#')[0]!
  return {
    article: own ?? `${base}#article`,
    url,
    site: webUrl(site.url),
    part: name => `${base}#${name}`,
    resolve: address => webUrl(address, url ?? home),
  }
}

/** JSON-LD takes letters outside ASCII in an id, ninjs does not (format `uri`); both name an article alike. */
function inAscii(id: string): string | undefined {
  return /^[!-~]*$/.test(id) ? id : absoluteUrl(id)
}

/** An id that holds a space or a bracket is no IRI (RFC 3987). */
function isAbsolute(id: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id)
}
