/** A box of an ISO base media file (ISO 14496-12 4.2): places of its first byte, of what it holds, and of what follows it. */
export interface Box {
  type: string
  start: number
  body: number
  end: number
}

/** Yields the boxes that lie between two places one after the other, up to one that is broken off. */
export function* bmffBoxes(view: DataView, from: number, to: number): Generator<Box> {
  for (let start = from; start + 8 <= to; ) {
    const size = view.getUint32(start)
    // Size 1 says that 64 bits follow, 0 that the box goes on up to the end.
    const isLong = size === 1 && start + 16 <= to
    const length = isLong ? Number(view.getBigUint64(start + 8)) : size === 0 ? to - start : size
    const [body, end] = [start + (isLong ? 16 : 8), start + length]
    if (end < body || end > to) return
    yield { type: fourCharacters(view, start + 4), start, body, end }
    start = end
  }
}

/** Returns the code of four characters at a place: the name of a box, an item's kind. */
export function fourCharacters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map(offset => view.getUint8(at + offset)))
}
