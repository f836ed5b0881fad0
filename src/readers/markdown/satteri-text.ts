import type { WideCharacters } from './signs.js'

/** A text of satteri's begins with the source, in which it counts bytes, and goes on with what is written otherwise there. */
export class SatteriText {
  private readonly bytes: Uint8Array
  private readonly source: string
  /** Bytes of the source. */
  private readonly length: number
  private readonly wide: WideCharacters
  /** The place that was asked for last: texts are mostly asked for in their order. */
  private last = 0

  /** `wide` says where those characters of the source are, if it is known. */
  constructor(bytes: Uint8Array, source: string, wide?: WideCharacters) {
    this.bytes = bytes
    // A mark of the order of bytes at the very beginning is dropped.
    this.source = wide ? source : source.replace(/^\uFEFF/, '')
    this.wide = wide ?? wideIn(this.source)
    this.length = this.source.length + (this.wide.fewer.at(-1) ?? 0)
  }

  /** Returns so many bytes as text. */
  slice(from: number, length: number): string {
    const end = from + length
    if (end > this.length) return decoder.decode(this.bytes.subarray(from, end))
    return this.source.slice(from - this.fewerBefore(from), end - this.fewerBefore(end))
  }

  private fewerBefore(at: number): number {
    const { places, fewer } = this.wide
    let last = this.last
    while (last > 0 && places[last - 1]! >= at) last--
    while (last < places.length && places[last]! < at) last++
    this.last = last
    return last === 0 ? 0 : fewer[last - 1]!
  }
}

function wideIn(source: string): WideCharacters {
  const places: number[] = []
  const fewer: number[] = []
  let before = 0
  beyondAscii.lastIndex = 0
  // Only asked whether there is one more: what a match would tell costs more than to find it.
  while (beyondAscii.test(source)) {
    let at = beyondAscii.lastIndex - 1
    for (let code = source.charCodeAt(at); code > 0x7f; code = source.charCodeAt(++at)) {
      places.push(at + before)
      // Two units that make four bytes; one that makes three, as half of such a pair does; one that makes two.
      const isPair = code >= 0xd800 && code <= 0xdbff && (source.charCodeAt(at + 1) & 0xfc00) === 0xdc00
      if (isPair) at++
      before += code < 0x800 ? 1 : 2
      fewer.push(before)
    }
    beyondAscii.lastIndex = at
  }
  return { places, fewer }
}

const beyondAscii = /[^\u0000-\u007F]/g

/** Further on such a mark is a character. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
