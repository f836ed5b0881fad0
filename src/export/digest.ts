/** Returns a short name for content: 128 bits of SHA-256, in base64url. */
export function digest(content: Uint8Array | string): string {
  // Loaded when it is called for, since most runs note nothing: it costs a start more than a file of our own.
  const { createHash } = process.getBuiltinModule('node:crypto')
  return shortened(createHash('sha256').update(content).digest('base64url'))
}

/** Takes in many named contents one after another, for one digest over all. */
export function digestOfMany(): { add(name: string, content: Uint8Array): void; end(): string } {
  const { createHash } = process.getBuiltinModule('node:crypto')
  const hash = createHash('sha256')
  return {
    add(name, content) {
      // Their lengths tell where one ends and the next begins.
      hash.update(`${Buffer.byteLength(name)} ${content.length} ${name}`).update(content)
    },
    end: () => shortened(hash.digest('base64url')),
  }
}

/** 128 bits are enough to tell contents apart. */
const shortened = (written: string): string => written.slice(0, 22)
