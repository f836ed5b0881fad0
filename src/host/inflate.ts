import { inflateSync } from 'node:zlib'

/** Undoes zlib compression, to at most `size` bytes; undefined where the data are broken or more. */
export function inflate(bytes: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, size) })
  } catch {
    return undefined
  }
}
