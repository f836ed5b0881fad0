import type { Reading } from './reading.js'

/** How the kinds that can be shown end. */
const endings: { readonly [mediaType: string]: string } = {
  png: 'png',
  jpeg: 'jpg',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  'svg+xml': 'svg',
}

/**
 * Takes a picture out of its `data:` address (RFC 2397), as Google Docs writes them, and returns one beside the article,
 * `picture-1.png`, under which the reader hands on its bytes. Undefined for any other address, and where it is broken.
 */
export function heldPicture(address: string, reading: Reading): string | undefined {
  const [head, kind] = /^data:image\/([a-z+]+);base64,/i.exec(address.slice(0, 40)) ?? []
  if (!head) return undefined
  reading.held ??= new Map()
  const known = reading.held.get(address)
  if (known) return known.url
  const ending = endings[kind!.toLowerCase()]
  const bytes = ending && fromBase64(address.slice(head.length))
  if (!bytes) return undefined
  const url = `${freeName(reading)}.${ending}`
  reading.held.set(address, { url, bytes })
  return url
}

/** Returns a name that nothing in the source has, nor a picture that was taken out before. */
function freeName({ source, held = new Map() }: Reading): string {
  const taken = [...held.values()]
  for (let number = held.size + 1; ; number++) {
    const name = `picture-${number}`
    if (!source.includes(`${name}.`) && !taken.some(({ url }) => url.startsWith(`${name}.`))) return name
  }
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    const binary = atob(/[%\s]/.test(text) ? decodeURIComponent(text).replace(/\s/g, '') : text)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}
