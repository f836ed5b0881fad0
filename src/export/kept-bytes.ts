/** Bytes of the blocks that sources lie in, one behind another. */
const BLOCK = 256 * 1024

let block = Buffer.alloc(0)
let used = 0

/** Returns a copy that lasts. Memory of its own for each of a thousand stories would cost more than reading them. */
export function keptBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length > BLOCK / 4) return new Uint8Array(bytes)
  if (used + bytes.length > block.length) {
    block = Buffer.allocUnsafeSlow(BLOCK)
    used = 0
  }
  const from = used
  used += bytes.length
  block.set(bytes, from)
  return block.subarray(from, used)
}
