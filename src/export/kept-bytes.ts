/** Bytes of the blocks that sources lie in, one behind another. */
const BLOCK = 256 * 1024

/**
 * Memory that could be shared, because the engine does not count it: what it counts hastens a full collection of the heap, which
 * finds nothing among the stories that wait, and of a feed of a thousand takes a fortieth of the time.
 */
const newBlock = (bytes: number): Buffer => Buffer.from(new SharedArrayBuffer(bytes))

let block = newBlock(0)
let used = 0

/** Returns a copy that lasts. Memory of its own for each of a thousand stories would cost more than reading them. */
export function keptBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length > BLOCK / 4) return new Uint8Array(bytes)
  if (used + bytes.length > block.length) {
    block = newBlock(BLOCK)
    used = 0
  }
  const from = used
  used += bytes.length
  block.set(bytes, from)
  return block.subarray(from, used)
}
