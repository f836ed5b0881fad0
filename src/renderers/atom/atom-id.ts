import { addressPart } from '../address.js'

/**
 * Returns an id as Atom wants it: an IRI (RFC 4287, 4.2.6). Anything else is put into the name space of the host that the
 * address or the site names (RFC 4151, tag), where the same id is always the same.
 */
export function atomId(id: string, address: string): string {
  const iri = /^[a-z][a-z0-9+.-]*:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+$/i
  // A `tag:` without its date, or a `urn:` without its name space, is none.
  const named =
    /^(?!tag:|urn:)|^tag:[^,:/]+,\d{4}(-\d\d(-\d\d)?)?:|^urn:(?!uuid:)[a-z0-9][a-z0-9-]+:[^/?#]|^urn:uuid:[0-9a-f-]{36}$/i
  if (iri.test(id) && named.test(id)) return id
  const host = /^https?:/.test(address) ? new URL(address).hostname : 'standfirst.invalid'
  return `tag:${host},2000:${addressPart(id)}`
}
