import { type Made, makers } from './satteri-nodes.js'
import { SatteriText } from './satteri-text.js'
import type { WideCharacters } from './signs.js'

/** Where the header says how the rest lies, in words of four bytes. */
const HEADER = {
  nodeSize: 2,
  nodes: 4,
  children: 6,
  data: 8,
  textLength: 9,
  text: 10,
  remarks: 11,
  remark: 12,
} as const

/** Words of a node, counted from its first. */
const NODE = {
  kind: 1,
  startOffset: 3,
  endOffset: 4,
  startLine: 5,
  startColumn: 6,
  endLine: 7,
  endColumn: 8,
  children: 9,
  childCount: 10,
  data: 11,
  dataLength: 12,
} as const

/**
 * The flat tree, at one of its nodes: what the node says of itself stands at a byte among its data. Its fields are private to
 * the compiler alone: until code is optimised the engine takes twice as long for `#fields`, and a feed asks for many.
 */
export class Arena {
  private readonly words: Uint32Array
  private readonly bytes: Uint8Array
  private readonly texts: SatteriText
  /** What stands before the text in the source: characters and line ends. */
  private readonly offset: number
  private readonly lines: number
  private node = 0

  constructor(flat: Uint8Array, source: string, from: number, wide?: WideCharacters) {
    // Words must begin where the machine wants them to.
    const bytes = flat.byteOffset % 4 === 0 ? flat : new Uint8Array(flat)
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
    const text = words[HEADER.text]!
    this.bytes = bytes
    this.words = words
    this.texts = new SatteriText(bytes.subarray(text, text + words[HEADER.textLength]!), source.slice(from), wide)
    this.offset = from
    this.lines = lineEndsIn(source, from)
  }

  /** Goes to a node, and makes it without its children. */
  make(number: number): Made {
    this.node = this.nodeAt(number)
    const kind = this.words[this.node + NODE.kind]! & 0xff
    const maker = makers[kind]
    if (!maker) throw new TypeError(`satteri made a node of the kind ${kind}, for which it was not asked`)
    return maker(this)
  }

  /** The word from which on the numbers of a node's children stand. */
  firstChild(number: number): number {
    return (this.words[HEADER.children]! >> 2) + this.words[this.nodeAt(number) + NODE.children]!
  }

  childCount(number: number): number {
    return this.words[this.nodeAt(number) + NODE.childCount]!
  }

  private nodeAt(number: number): number {
    return (this.words[HEADER.nodes]! + number * this.words[HEADER.nodeSize]!) >> 2
  }

  numberAt(word: number): number {
    return this.words[word]!
  }

  /** What satteri remarks of some nodes, by their numbers: which paragraph is a directive's label. Undefined where of none. */
  remarks(): Map<number, unknown> | undefined {
    const count = this.words[HEADER.remarks]!
    if (count === 0) return undefined
    const remarks = new Map<number, unknown>()
    let at = this.words[HEADER.remark]!
    for (let remark = 0; remark < count; remark++) {
      const end = at + 8 + this.numberFrom(at + 4)
      remarks.set(this.numberFrom(at), JSON.parse(decoder.decode(this.bytes.subarray(at + 8, end))))
      at = end
    }
    return remarks
  }

  /** The place of the node; undefined where it stands nowhere in the source. */
  get position(): Made['position'] {
    const words = this.words
    const node = this.node
    const line = words[node + NODE.startLine]!
    if (line === 0) return undefined
    const offset = this.offset
    const lines = this.lines
    return {
      start: {
        offset: offset + words[node + NODE.startOffset]!,
        line: lines + line,
        column: words[node + NODE.startColumn]!,
      },
      end: {
        offset: offset + words[node + NODE.endOffset]!,
        line: lines + words[node + NODE.endLine]!,
        column: words[node + NODE.endColumn]!,
      },
    }
  }

  byte(at: number): number {
    return at < this.words[this.node + NODE.dataLength]! ? this.bytes[this.data + at]! : 0
  }

  number(at: number): number {
    return this.numberFrom(this.data + at)
  }

  /** Not by words: what a node says of itself may begin at any byte. */
  private numberFrom(from: number): number {
    const bytes = this.bytes
    return (bytes[from]! | (bytes[from + 1]! << 8) | (bytes[from + 2]! << 16) | (bytes[from + 3]! << 24)) >>> 0
  }

  /** A text; empty where the node says nothing there. */
  text(at: number): string {
    if (at + 8 > this.words[this.node + NODE.dataLength]!) return ''
    const length = this.number(at + 4)
    return length === 0 ? '' : this.texts.slice(this.number(at), length)
  }

  /** A text that may be missing. */
  textOrNull(at: number): string | null {
    return this.text(at) || null
  }

  private get data(): number {
    return this.words[HEADER.data]! + this.words[this.node + NODE.data]!
  }
}

const decoder = new TextDecoder()

/** Returns how many line ends of any kind stand before a place. */
function lineEndsIn(source: string, to: number): number {
  let count = 0
  for (let at = 0; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) count++
  }
  return count
}
