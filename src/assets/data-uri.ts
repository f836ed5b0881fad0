/** Returns the bytes of a `data:` URI (RFC 2397), or undefined where it is broken. What they are is judged by themselves. */
export function dataUriBytes(uri: string): Uint8Array | undefined {
  const match = /^data:([^,]*),(.*)$/is.exec(uri)
  if (!match) return undefined
  try {
    const payload = decodeURIComponent(match[2]!)
    if (!/;\s*base64\s*$/i.test(match[1]!)) return new TextEncoder().encode(payload)
    return Uint8Array.from(atob(payload.replace(/\s/g, '')), character => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** Returns bytes as a `data:` URI in Base64. */
export function dataUri(bytes: Uint8Array, mediaType: string): string {
  let binary = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return `data:${mediaType};base64,${btoa(binary)}`
}
