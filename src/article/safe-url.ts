/**
 * The policy on addresses, in one place so that no renderer can forget it. A reader may follow http, https, mailto and tel,
 * and places in the same article (`#id`). Anything else (javascript:, data:, file:, vbscript:) becomes plain text.
 */
const followable = new Set(['http:', 'https:', 'mailto:', 'tel:'])

const host = String.raw`(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}`
const path = String.raw`(?:/(?!\.{1,2}(?:[/?#]|$))[\w.~$&+,;=:@-]*)+`
const canonical = new RegExp(String.raw`^https?://${host}${path}(?:\?[\w.~&=+-]*)?(?:#[\w.~-]*)?$`)

/**
 * Returns whether a parser of addresses would leave this one as it is (WHATWG URL, 4.4): it is complete, its host is a plain
 * domain and nothing in it needs another form. One look, where parsing costs as much as reading a paragraph.
 */
export function isCanonical(address: string): boolean {
  return canonical.test(address)
}

/**
 * Returns the address as it may be followed, resolved against `base` where it is relative; undefined where it may not be
 * followed or cannot be resolved. White space and control characters, which browsers skip inside a scheme, are judged as
 * they judge them (WHATWG URL, 4.4).
 */
export function safeUrl(address: string, base?: string): string | undefined {
  const trimmed = trimControls(address).replace(/[\t\n\r]/g, '')
  if (trimmed === '') return undefined
  if (isCanonical(trimmed)) return trimmed
  if (trimmed.startsWith('#')) return trimmed.length > 1 ? trimmed : undefined
  try {
    const url = base === undefined ? new URL(trimmed) : new URL(trimmed, base)
    return followable.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** Returns whether `address` is one that `safeUrl` has made: absolute and followable, or a place in this article. */
export function isSafeUrl(address: string): boolean {
  if (address.startsWith('#')) return address.length > 1
  const url = safeUrl(address)
  return url !== undefined && !/[\u0000-\u0020]/.test(address)
}

/** Not by a pattern: one that ends in `$` begins anew at every space inside, which takes ever longer in a long run of them. */
function trimControls(address: string): string {
  let start = 0
  let end = address.length
  while (start < end && address.charCodeAt(start) <= 0x20) start += 1
  while (end > start && address.charCodeAt(end - 1) <= 0x20) end -= 1
  return address.slice(start, end)
}
