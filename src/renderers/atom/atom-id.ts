/**
 * Returns an id as Atom wants it: an IRI (RFC 4287, 4.2.6). Anything else is put into the name space of the host that the
 * address or the site names (RFC 4151, tag), where the same id is always the same.
 */
export function atomId(id: string, address: string): string {
  if (/^[a-z][a-z0-9+.-]*:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+$/i.test(id)) return id
  const host = /^https?:/.test(address) ? new URL(address).hostname : 'standfirst.invalid'
  return `tag:${host},2000:${encodeURIComponent(id)}`
}
