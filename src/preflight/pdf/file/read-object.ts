import type { Budget } from '../budget.js'
import { indexOf, standsAt } from './cross-reference.js'
import { Lexer } from './lexer.js'
import { isDict, type PdfDict, type PdfValue } from './objects.js'
import { isKeyword, parseValue } from './parse-value.js'

/** An indirect object as it stands at a byte of the file. */
export interface ReadObject {
  object: number
  generation: number
  value: PdfValue
  /** Whether header and `endobj` are spaced as ISO 19005-2 6.1.9 asks. */
  isSpaced: boolean
}

/** Looks up a reference: a stream's `Length` may be one. */
export type LengthOf = (value: PdfValue | undefined) => PdfValue | undefined

/** Reads indirect objects from a file's bytes, and streams with a wrong length too. */
export class ObjectReader {
  private ends: number[] | undefined

  constructor(
    readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {}

  /** Reads `12 0 obj …` at a byte; undefined where none stands there. */
  read(offset: number, lengthOf: LengthOf): ReadObject | undefined {
    const lexer = new Lexer(this.bytes, offset)
    const object = lexer.next()
    const generation = lexer.next()
    if (typeof object !== 'number' || typeof generation !== 'number' || !isKeyword(lexer.next(), 'obj'))
      return undefined
    const value = parseValue(lexer)
    this.budget.spend(lexer.at - offset + 10)
    lexer.skipWhite()
    const isStream = isDict(value) && standsAt(this.bytes, 'stream', lexer.at)
    const isSpaced = this.headerIsSpaced(offset) && (isStream || value === undefined || this.endIsSpaced(lexer.at))
    return {
      object,
      generation,
      value: isStream ? this.stream(value, lexer.at + 6, lengthOf) : (value ?? null),
      isSpaced,
    }
  }

  private headerIsSpaced(offset: number): boolean {
    const header = String.fromCharCode(...this.bytes.subarray(Math.max(0, offset - 1), offset + 24))
    return (offset === 0 ? /^\d+ \d+ obj[\r\n]/ : /^[\r\n]\d+ \d+ obj[\r\n]/).test(header)
  }

  private endIsSpaced(at: number): boolean {
    if (!standsAt(this.bytes, 'endobj', at)) return true
    const after = this.bytes[at + 6]
    return isLineEnd(this.bytes[at - 1]) && (after === undefined || isLineEnd(after))
  }

  private stream(dict: PdfDict, afterKeyword: number, lengthOf: LengthOf): PdfValue {
    const { bytes } = this
    let start = afterKeyword
    const startsOnLine = bytes[start] === 10 || (bytes[start] === 13 && bytes[start + 1] === 10)
    if (bytes[start] === 13) start += 1
    if (bytes[start] === 10) start += 1
    const length = lengthOf(dict.get('Length'))
    const end = typeof length === 'number' ? start + length : -1
    const gap = end >= start ? this.gapBeforeEnd(end) : undefined
    if (gap !== undefined)
      return {
        kind: 'stream',
        dict,
        raw: bytes.subarray(start, end),
        lengthIsRight: gap <= 2,
        linesAreRight: startsOnLine && gap > 0,
      }
    const found = this.nextEnd(start)
    return {
      kind: 'stream',
      dict,
      raw: bytes.subarray(start, found),
      lengthIsRight: false,
      linesAreRight: startsOnLine,
    }
  }

  /** Returns how many bytes of white space stand between a stream's end and `endstream`; undefined where it does not follow. */
  private gapBeforeEnd(end: number): number | undefined {
    let at = end
    while (at - end < 8 && this.bytes[at] !== undefined && this.bytes[at]! <= 0x20) at += 1
    return standsAt(this.bytes, 'endstream', at) ? at - end : undefined
  }

  /** All `endstream` of the file are found once, so that a file of broken streams costs no more than a sound one. */
  private nextEnd(start: number): number {
    if (!this.ends) {
      this.budget.spend(this.bytes.length)
      this.ends = []
      for (let at = indexOf(this.bytes, 'endstream', 0); at >= 0; at = indexOf(this.bytes, 'endstream', at + 9))
        this.ends.push(at)
    }
    let low = 0
    let high = this.ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.ends[middle]! < start) low = middle + 1
      else high = middle
    }
    let end = this.ends[low] ?? this.bytes.length
    if (end > start && this.bytes[end - 1] === 10) end -= 1
    if (end > start && this.bytes[end - 1] === 13) end -= 1
    return end
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13
}
