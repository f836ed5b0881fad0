import { isCanonical } from '../article/safe-url.js'

/** Characters that RFC 3986 (2.) allows in an address; square brackets only in a host. */
const foreign = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu
const strayPercent = /%(?![0-9A-Fa-f]{2})/g

/**
 * Returns an absolute address in ASCII as RFC 3986 writes it, or undefined where it cannot be made absolute. The WHATWG
 * parser leaves `| [ ] { } ^ \` and stray `%` in paths and queries, which feed validators refuse; those are encoded here.
 */
export function absoluteUrl(address: string, base?: string): string | undefined {
  if (isCanonical(address)) return address
  let url: URL
  try {
    url = base === undefined ? new URL(address.trim()) : new URL(address.trim(), base)
  } catch {
    return undefined
  }
  const head = url.host ? url.href.slice(0, url.href.indexOf(url.host) + url.host.length) : url.protocol
  const [rest = '', ...fragments] = url.href.slice(head.length).split('#')
  return head + encode(rest) + (fragments.length ? `#${encode(fragments.join('%23'))}` : '')
}

/** Returns an absolute http or https address, or undefined. */
export function webUrl(address: string | undefined, base?: string): string | undefined {
  if (address === undefined || address === '') return undefined
  const url = absoluteUrl(address, base)
  return url && /^https?:\/\//.test(url) ? url : undefined
}

/** Returns words as a part of an address, without halves of surrogate pairs, of which none can be made. */
export function addressPart(words: string): string {
  return encodeURIComponent(words.replace(/\p{Surrogate}/gu, ''))
}

function encode(part: string): string {
  return part.replace(strayPercent, '%25').replace(foreign, encodeURIComponent)
}
