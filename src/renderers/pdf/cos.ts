/**
 * The only file that knows pdf-lib: it is the object model (names, dictionaries, references, streams). Writing is ours,
 * because the library's own writers are slow and know no compressed objects that are cheap to make.
 */
import { PDFContext, PDFHexString, type PDFObject, PDFRef, PDFString } from 'pdf-lib'

export { PDFHexString, PDFRef, PDFString }

/** What may stand in a dictionary or an array. A bare string becomes a name. */
export type CosValue =
  | PDFObject
  | string
  | number
  | boolean
  | null
  | undefined
  | CosValue[]
  | { [key: string]: CosValue }

/** A PDF file in the making. */
export class CosDocument {
  readonly #context = PDFContext.create()
  /** Objects written out as PDF text, by number, and the content of those that are streams: most need no model of the library. */
  readonly #written: string[] = []
  readonly #streams: Uint8Array[] = []
  readonly #deflate: (bytes: Uint8Array) => Uint8Array

  constructor(deflate: (bytes: Uint8Array) => Uint8Array) {
    this.#deflate = deflate
  }

  /** Makes a reference whose object follows later. */
  reserve(): PDFRef {
    return this.#context.nextRef()
  }

  /** Makes the number of an object that follows later, for `write`. */
  reserveNumber(): number {
    this.#context.largestObjectNumber += 1
    return this.#context.largestObjectNumber
  }

  /** Adds a dictionary or an array, or assigns it to a reserved reference. */
  add(value: CosValue, ref: PDFRef = this.reserve()): PDFRef {
    this.#context.assign(ref, this.#context.obj(value as never) as PDFObject)
    return ref
  }

  /** Adds an object written out as PDF text. */
  addWritten(text: string, ref: PDFRef = this.reserve()): PDFRef {
    this.write(ref.objectNumber, text)
    return ref
  }

  /** Adds an object written out as PDF text under a reserved number. */
  write(number: number, text: string): void {
    this.#written[number] = text
  }

  /** Adds a stream, compressed unless it is so already or must not be. */
  addStream(
    dict: { [key: string]: CosValue },
    bytes: Uint8Array,
    how: 'deflate' | 'deflated' | 'as is' = 'deflate',
    ref: PDFRef = this.reserve(),
  ): PDFRef {
    const contents = how === 'deflate' ? this.#deflate(bytes) : bytes
    this.write(ref.objectNumber, this.#streamHead(dict, how === 'as is' ? '' : '/Filter/FlateDecode', contents.length))
    this.#streams[ref.objectNumber] = contents
    return ref
  }

  #streamHead(dict: { [key: string]: CosValue }, filter: string, length: number): string {
    const entries =
      Object.keys(dict).length > 0
        ? this.#context
            .obj(dict as never)!
            .toString()
            .slice(2, -2)
            .trim()
        : ''
    return `<<${entries}${filter}/Length ${length}>>`
  }

  /**
   * Writes the file: streams as they are, all other objects in compressed object streams (ISO 32000-1 7.5.7), found by a
   * cross-reference stream (7.5.8). The file's identifier is drawn from its content.
   */
  serialize(root: PDFRef, info: PDFRef): Uint8Array {
    const writer = new FileWriter()
    writer.text('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
    for (const [ref, object] of this.#context.enumerateIndirectObjects())
      this.write(ref.objectNumber, object.toString())
    const numbers: number[] = []
    for (let number = 0; number < this.#written.length; number++) {
      const text = this.#written[number]
      const stream = this.#streams[number]
      if (stream) writer.object(number, `${text}\nstream\n`, stream)
      else if (text !== undefined) numbers.push(number)
    }
    for (let at = 0; at < numbers.length; at += OBJECTS_PER_STREAM)
      this.#objectStream(numbers.slice(at, at + OBJECTS_PER_STREAM), writer)
    const id = writer.fingerprint()
    return this.#crossReference(writer, root, info, id)
  }

  #objectStream(numbers: readonly number[], writer: FileWriter): void {
    const stream = this.reserveNumber()
    let head = ''
    let body = ''
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index]!
      head += `${number} ${body.length} `
      body += `${this.#written[number]!}\n`
      writer.compressed(number, stream, index)
    }
    const contents = this.#deflate(toBytes(head + body))
    const dict = `<</Type/ObjStm/N ${numbers.length}/First ${head.length}/Filter/FlateDecode/Length ${contents.length}>>`
    writer.object(stream, `${dict}\nstream\n`, contents)
  }

  #crossReference(writer: FileWriter, root: PDFRef, info: PDFRef, id: string): Uint8Array {
    const number = this.reserveNumber()
    const start = writer.length
    const table = writer.table(number, start)
    const contents = this.#deflate(table)
    const dict =
      `<</Type/XRef/Size ${number + 1}/W[1 4 2]/Root ${root.toString()}/Info ${info.toString()}` +
      `/ID[<${id}><${id}>]/Filter/FlateDecode/Length ${contents.length}>>`
    writer.object(number, `${dict}\nstream\n`, contents)
    writer.text(`startxref\n${start}\n%%EOF\n`)
    return writer.bytes()
  }
}

const OBJECTS_PER_STREAM = 200
/** Words of a long piece that its fingerprint is drawn from. */
const WORDS_TAKEN = 32

/** Collects the pieces of a file and where each object begins. */
class FileWriter {
  readonly #pieces: Uint8Array[] = []
  readonly #entries: { type: number; a: number; b: number }[] = []
  length = 0

  text(text: string): void {
    this.#push(toBytes(text))
  }

  object(number: number, head: string, contents: Uint8Array): void {
    this.#entries[number] = { type: 1, a: this.length, b: 0 }
    this.text(`${number} 0 obj\n${head}`)
    this.#push(contents)
    this.text('\nendstream\nendobj\n')
  }

  compressed(number: number, stream: number, index: number): void {
    this.#entries[number] = { type: 2, a: stream, b: index }
  }

  /** Returns the rows of the cross-reference stream: type, place, index; a number without an object is free. */
  table(own: number, start: number): Uint8Array {
    this.#entries[own] = { type: 1, a: start, b: 0 }
    const bytes = new Uint8Array((own + 1) * 7)
    const view = new DataView(bytes.buffer)
    for (let number = 0; number <= own; number++) {
      const { type, a, b } = this.#entries[number] ?? { type: 0, a: 0, b: number === 0 ? 65535 : 0 }
      view.setUint8(number * 7, type)
      view.setUint32(number * 7 + 1, a)
      view.setUint16(number * 7 + 5, b)
    }
    return bytes
  }

  /**
   * Returns 32 hexadecimal digits drawn from what is written so far: four runs of FNV-1a over words of four bytes. Of a long
   * piece words spread over it are taken, and its end, where a deflated stream has the checksum of its content (RFC 1950).
   */
  fingerprint(): string {
    const lanes = Int32Array.of(0x811c9dc5, 0x01234567, 0x5bd1e995, 0x9e3779b9)
    let lane = 0
    for (const piece of this.#pieces) {
      const view = new DataView(piece.buffer, piece.byteOffset, piece.length)
      const last = piece.length - 4
      const step = 4 * Math.ceil(piece.length / 4 / WORDS_TAKEN)
      for (let at = 0; at < last; at += step) {
        lanes[lane] = Math.imul(lanes[lane]! ^ view.getInt32(at, true), 0x01000193)
        lane = (lane + 1) & 3
      }
      const end = last >= 0 ? view.getInt32(last, true) : piece.length
      lanes[lane] = Math.imul(lanes[lane]! ^ end ^ piece.length, 0x01000193)
      lane = (lane + 1) & 3
    }
    // Each lane saw a quarter of the words: mixed, so that every byte reaches every digit.
    for (let round = 0; round < 8; round++) {
      const next = (round + 1) & 3
      lanes[next] = Math.imul(lanes[next]! ^ (lanes[round & 3]! >>> 13) ^ lanes[round & 3]!, 0x85ebca6b)
    }
    return Array.from(lanes, value => (value >>> 0).toString(16).toUpperCase().padStart(8, '0')).join('')
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.length)
    let at = 0
    for (const piece of this.#pieces) {
      all.set(piece, at)
      at += piece.length
    }
    return all
  }

  #push(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.length += bytes.length
  }
}

const encoder = new TextEncoder()

/** Returns text whose characters are bytes (Latin-1) as bytes. */
export function toBytes(text: string): Uint8Array {
  // Nearly all is ASCII, of which the engine makes bytes at once.
  const ascii = encoder.encode(text)
  if (ascii.length === text.length) return ascii
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** Returns a text string object (UTF-16, ISO 32000-1 7.9.2.2). */
export function textString(text: string): PDFHexString {
  return PDFHexString.of(utf16(text))
}

/** Returns a text string written out: `<FEFF…>`. */
export function writtenText(text: string): string {
  return `<${utf16(text)}>`
}

/** Two hexadecimal digits for each byte. */
const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'))

/** Returns four hexadecimal digits for a number of two bytes. */
export function hex4(value: number): string {
  return hexadecimal[value >> 8]! + hexadecimal[value & 0xff]!
}

/** Those of the numbers of Latin-1, of which nearly all text is. */
const latin = Array.from({ length: 256 }, (_, code) => hex4(code))

/** What may not stand in a text string: nothing, byte order marks, half surrogate pairs. */
const unfit = /[\u0000\ufeff\ufffe\uffff]|\p{Surrogate}/gu

/** Characters of a text string, of two bytes each after its mark: a string may have 32,767 bytes (ISO 19005-2 6.1.13). */
export const MOST_CHARACTERS = 16_382

/** What is too long for a string says by an ellipsis that it goes on. */
function utf16(text: string): string {
  let hex = 'FEFF'
  const long = text.length > MOST_CHARACTERS
  const fit = (long ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text).replace(unfit, '')
  for (let i = 0; i < fit.length; i++) {
    const code = fit.charCodeAt(i)
    hex += latin[code] ?? hex4(code)
  }
  return hex
}

/** Writes a number as PDF has it: at most three decimals, no exponent. */
export function writtenNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}
