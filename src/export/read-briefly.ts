import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** More than this is not kept for the next file. */
const ROOM = 256 * 1024

/**
 * One for all files: a buffer for each of 100,000 would lie outside the heap until the next collection, and make collections
 * more frequent.
 */
let room: Buffer | undefined

/** What a file holds, or its size in bytes where that is more than was wanted. */
export type Brief = { bytes: Uint8Array; size?: undefined } | { bytes?: undefined; size: number }

/**
 * Reads a file of at most `most` bytes. The bytes are good until the next call: whoever wants them longer copies them. Not by
 * `fs/promises`: a source is small and its disk near, and asking another thread for each costs several times the reading.
 */
export function readBriefly(path: string, most: number): Brief {
  const handle = openSync(path, 'r')
  try {
    room ??= Buffer.allocUnsafeSlow(ROOM)
    let into: Buffer = room
    let length = 0
    for (;;) {
      const read = readSync(handle, into, length, into.length - length, null)
      if (read === 0) return { bytes: into.subarray(0, length) }
      length += read
      if (length > most) return { size: Math.max(length, fstatSync(handle).size) }
      if (length === into.length) into = larger(into, fstatSync(handle).size, most)
    }
  } finally {
    closeSync(handle)
  }
}

/** A pipe has no size and grows step by step. One byte more than the file has shows its end. */
function larger(full: Buffer, size: number, most: number): Buffer {
  const next = Buffer.allocUnsafeSlow(Math.min(Math.max(size, 2 * full.length), most) + 1)
  full.copy(next)
  return next
}
