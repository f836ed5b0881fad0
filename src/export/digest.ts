/** Returns a short name for content: 128 bits of SHA-256, in base64url. */
export function digest(content: Uint8Array | string): string {
  // Loaded when it is called for, since most runs note nothing: it costs a start more than a file of our own.
  const { createHash } = process.getBuiltinModule('node:crypto')
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}
