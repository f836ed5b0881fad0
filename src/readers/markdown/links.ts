import type { Nodes } from 'mdast'
import { isCanonical, safeUrl } from '../../article/safe-url.js'
import { cleanText } from '../clean-text.js'
import { heldPicture } from './held-picture.js'
import type { Reading } from './reading.js'

/**
 * Returns the address that a link may carry, absolute or `#id`; undefined, with a message, where it may not be followed.
 * The link's words stay in the text in any case.
 */
export function linkUrl(address: string, node: Pick<Nodes, 'position'>, reading: Reading): string | undefined {
  if (isCanonical(address)) return address
  const plain = cleanText(address)
    .trim()
    .replace(/[\t\n]/g, '')
    .replaceAll(' ', '%20')
  const url = safeUrl(plain, reading.base)
  if (url?.startsWith('#')) reading.leadsInside = true
  if (url !== undefined) return url
  if (address.trim() === '') reading.report('link-empty', 'a link has no address: its words were kept without it', node)
  else if (isRelative(address))
    reading.report(
      'link-relative',
      `\`${shown(address)}\` is relative and the article has no address of its own: the words were kept without the link`,
      node,
    )
  else
    reading.report(
      'link-unsafe',
      `\`${shown(address)}\` is no http, https, mailto or tel address: the words were kept without the link`,
      node,
    )
  return undefined
}

/**
 * Returns the address of a picture, relative ones as they stand, and for one that stands in the source itself an address
 * beside the article; undefined, with a message, where it cannot be a picture's.
 */
export function imageUrl(address: string, node: Pick<Nodes, 'position'>, reading: Reading): string | undefined {
  const url = cleanText(address)
    .replace(/[\n\t]/g, '')
    .trim()
  if (url === '') {
    reading.report('image-address', 'a picture has no address: its alternative text was kept', node)
    return undefined
  }
  const own = heldPicture(url, reading)
  if (own !== undefined) return own
  if (isRelative(url) || /^https?:\/\//i.test(url)) return url
  reading.report(
    'image-address',
    `\`${shown(url)}\` is no http or https address or path: the picture's alternative text was kept`,
    node,
  )
  return undefined
}

/** Whether an address begins with no scheme (RFC 3986, 3.1). White space that browsers skip inside one does not hide it. */
function isRelative(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address.replace(/[\u0000-\u0020]/g, ''))
}

/** Addresses in messages are cut: a `data:` URL may hold a whole picture. */
function shown(address: string): string {
  const clean = cleanText(address).replace(/\s+/g, ' ')
  return clean.length > 80 ? `${clean.slice(0, 77)}…` : clean
}
