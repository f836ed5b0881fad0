import { latin } from './media-type.js'

/** Yields the chunks of a WebP file (RFC 9649 2.3) up to its end or to where it is broken off. */
export function* riffChunks(bytes: Uint8Array): Generator<{ type: string; chunk: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at + 4, true)
    if (end > bytes.length) return
    yield { type: latin(bytes, at, at + 4), chunk: bytes.subarray(at + 8, end) }
    // Chunks begin at even places.
    at = end + (end & 1)
  }
}

/** Returns a chunk with its head, filled up to an even length. */
export function riffChunk(type: string, chunk: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + chunk.length + (chunk.length & 1))
  for (let index = 0; index < 4; index++) whole[index] = type.charCodeAt(index)
  new DataView(whole.buffer).setUint32(4, chunk.length, true)
  whole.set(chunk, 8)
  return whole
}
