/** Most bytes of room that is made at once: who names a size may be wrong about it. */
const ROOM = 8_000_000

/** Undoes zlib compression, to at most `size` bytes; undefined where the data are broken or more. */
export function inflate(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const { inflateSync } = process.getBuiltinModule('node:zlib')
  const maxOutputLength = Math.max(1, size)
  try {
    // In one piece: the small ones that are usual, and joining them, take as long as the work itself.
    return inflateSync(bytes, { maxOutputLength, chunkSize: Math.min(Math.max(64, size), ROOM) })
  } catch {
    return undefined
  }
}
