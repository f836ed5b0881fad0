/** Undoes zlib compression, to at most `size` bytes; undefined where the data are broken or more. */
export function inflate(bytes: Uint8Array, size: number): Uint8Array | undefined {
  const { inflateSync } = process.getBuiltinModule('node:zlib')
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, size) })
  } catch {
    return undefined
  }
}
