import type { PdfName, PdfString } from './objects.js'

/** An operator or a keyword: `BT`, `obj`, `true`. */
export interface Keyword {
  kind: 'keyword'
  word: string
}
export type Delimiter = '[' | ']' | '<<' | '>>' | '{' | '}'
export type Token = number | PdfName | PdfString | Keyword | Delimiter | undefined

const WHITE = 1
const DELIMITER = 2
const classes = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = WHITE
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = DELIMITER

/** Returns whether a byte is white space (ISO 32000-1 7.2.2). */
export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && classes[byte] === WHITE
}

/** Cuts bytes into the tokens of ISO 32000-1 7.2, for a file's body and a page's content alike. Never throws. */
export class Lexer {
  at: number

  constructor(
    readonly bytes: Uint8Array,
    start = 0,
  ) {
    this.at = start
  }

  /** Returns the next token; undefined at the end. */
  next(): Token {
    this.skipWhite()
    const byte = this.bytes[this.at]
    if (byte === undefined) return undefined
    if (classes[byte] === DELIMITER) return this.delimited(byte)
    return this.regular()
  }

  /** Moves past white space and comments. */
  skipWhite(): void {
    const { bytes } = this
    for (;;) {
      const byte = bytes[this.at]
      if (byte === undefined) return
      if (byte === 0x25) this.skipLine()
      else if (classes[byte] === WHITE) this.at += 1
      else return
    }
  }

  private skipLine(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1
  }

  private delimited(byte: number): Token {
    const after = this.bytes[this.at + 1]
    if (byte === 0x28) return this.literalString()
    if (byte === 0x2f) return this.name()
    if (byte === 0x3c && after !== 0x3c) return this.hexString()
    const isDouble = (byte === 0x3c || byte === 0x3e) && after === byte
    this.at += isDouble ? 2 : 1
    if (isDouble) return byte === 0x3c ? '<<' : '>>'
    const character = String.fromCharCode(byte)
    // A stray `)` or `>` means nothing anywhere: it is kept as a keyword, and whoever reads on finds it unknown.
    return '[]{}'.includes(character) ? (character as Delimiter) : { kind: 'keyword', word: character }
  }

  private regular(): number | Keyword {
    const start = this.at
    const { bytes } = this
    while (this.at < bytes.length && classes[bytes[this.at]!] === 0) this.at += 1
    const number = readNumber(bytes, start, this.at)
    if (number !== undefined) return number
    return { kind: 'keyword', word: String.fromCharCode(...bytes.subarray(start, Math.min(this.at, start + 200))) }
  }

  private name(): PdfName {
    this.at += 1
    const start = this.at
    const { bytes } = this
    while (this.at < bytes.length && classes[bytes[this.at]!] === 0) this.at += 1
    let name = ''
    for (let index = start; index < this.at; index += 1) {
      const escaped = bytes[index] === 0x23 ? hexPair(bytes[index + 1], bytes[index + 2]) : -1
      name += String.fromCharCode(escaped < 0 ? bytes[index]! : escaped)
      if (escaped >= 0) index += 2
    }
    return { kind: 'name', name }
  }

  private hexString(): PdfString {
    this.at += 1
    const digits: number[] = []
    let clean = true
    while (this.at < this.bytes.length && this.bytes[this.at] !== 0x3e) {
      const byte = this.bytes[this.at]!
      const digit = hexDigit(byte)
      if (digit >= 0) digits.push(digit)
      else if (classes[byte] !== WHITE) clean = false
      this.at += 1
    }
    this.at += 1
    const bytes = new Uint8Array((digits.length + 1) >> 1)
    for (let index = 0; index < digits.length; index += 1) bytes[index >> 1]! |= digits[index]! << (index % 2 ? 0 : 4)
    return { kind: 'string', bytes, hexIsClean: clean && digits.length % 2 === 0 }
  }

  private literalString(): PdfString {
    this.at += 1
    const out: number[] = []
    let depth = 1
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at++]!
      if (byte === 0x28) depth += 1
      else if (byte === 0x29) depth -= 1
      if (depth === 0) break
      if (byte === 0x5c) this.escape(out)
      else out.push(byte)
    }
    return { kind: 'string', bytes: Uint8Array.from(out) }
  }

  private escape(out: number[]): void {
    const byte = this.bytes[this.at++]
    if (byte === undefined) return
    if (byte >= 0x30 && byte <= 0x37) {
      let value = byte - 0x30
      for (let more = 0; more < 2 && this.bytes[this.at]! >= 0x30 && this.bytes[this.at]! <= 0x37; more += 1)
        value = value * 8 + this.bytes[this.at++]! - 0x30
      out.push(value & 255)
    } else if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at += 1
    } else if (byte !== 10) out.push(escapes[byte] ?? byte)
  }
}

const escapes: { [code: number]: number } = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }

/** Returns the value of a hexadecimal digit's byte, or -1. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const first = hexDigit(high)
  const second = hexDigit(low)
  return first < 0 || second < 0 ? -1 : first * 16 + second
}

/** Reads `-12.5`; undefined where the bytes are no number. Exponents are not PDF. */
function readNumber(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = start
  let sign = 1
  if (bytes[at] === 0x2b || bytes[at] === 0x2d) sign = bytes[at++] === 0x2d ? -1 : 1
  let value = 0
  let digits = 0
  for (; at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at += 1, digits += 1)
    value = value * 10 + bytes[at]! - 0x30
  if (bytes[at] === 0x2e && at < end) {
    let scale = 0.1
    for (at += 1; at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at += 1, digits += 1, scale /= 10)
      value += (bytes[at]! - 0x30) * scale
  }
  return at === end && digits > 0 ? sign * value : undefined
}
