/** One block of a GIF after its head and colours. */
export interface GifBlock {
  type: 'frame' | 'extension'
  /** The block itself, broken off where the file is. */
  whole: Uint8Array
}

const EXTENSION = 0x21
const FRAME = 0x2c

/** Yields the blocks of a GIF (GIF89a, 17–26) up to its end, or to where something stands that is none. */
export function* gifBlocks(bytes: Uint8Array): Generator<GifBlock> {
  for (let at = gifHead(bytes); at < bytes.length; ) {
    const block = bytes[at]
    if (block !== EXTENSION && block !== FRAME) return
    // A frame: place and size, then flags; the colours; the size of the codes.
    const data = block === EXTENSION ? at + 2 : at + 10 + colourTable(bytes[at + 9] ?? 0) + 1
    const end = afterBlocks(bytes, data)
    yield { type: block === FRAME ? 'frame' : 'extension', whole: bytes.subarray(at, end) }
    at = end
  }
}

/** Returns how many bytes stand before a GIF's first block: signature, size of the screen, colours. */
export function gifHead(bytes: Uint8Array): number {
  return 13 + colourTable(bytes[10] ?? 0)
}

/** Bytes of a table of colours, which the flags of what it belongs to announce. */
function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}

function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while ((bytes[at] ?? 0) !== 0) at += bytes[at]! + 1
  return at + 1
}
