import type { Budget } from '../budget.js'
import { Lexer, type Token } from '../file/lexer.js'
import { isString, latin, type PdfString } from '../file/objects.js'

/** A character map (ISO 32000-1 9.7.5, 9.10.3): how bytes are cut into codes, and what a code stands for. */
export interface CMap {
  codespaces: { low: number; high: number; length: number }[]
  /** Code to Unicode text. */
  text(code: number): string | undefined
  /** Code to CID. */
  cid(code: number): number | undefined
  name?: string
  vertical: boolean
}

interface Range<Value> {
  low: number
  high: number
  value: Value
}

/** Reads a CMap's program. What it does not understand it leaves out; never throws over content. */
export function readCMap(bytes: Uint8Array, budget: Budget): CMap {
  budget.spend(bytes.length)
  const lexer = new Lexer(bytes)
  const codespaces: CMap['codespaces'] = []
  const texts = new Map<number, string>()
  const textRanges: Range<PdfString>[] = []
  const cids: Range<number>[] = []
  let vertical = false
  let name: string | undefined
  let previous: Token
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    const word = typeof token === 'object' && token.kind === 'keyword' ? token.word : ''
    if (word === 'begincodespacerange') readTuples(lexer, 2, tuple => codespaces.push(codespaceOf(tuple)))
    else if (word === 'beginbfchar') readTuples(lexer, 2, ([code, text]) => texts.set(codeOf(code), unicodeOf(text)))
    else if (word === 'beginbfrange') readTextRanges(lexer, texts, textRanges)
    else if (word === 'begincidchar')
      readTuples(lexer, 2, ([code, cid]) => cids.push({ low: codeOf(code), high: codeOf(code), value: Number(cid) }))
    else if (word === 'begincidrange')
      readTuples(lexer, 3, ([low, high, cid]) =>
        cids.push({ low: codeOf(low), high: codeOf(high), value: Number(cid) }),
      )
    else if (isNameToken(previous, 'WMode')) vertical = token === 1
    else if (isNameToken(previous, 'CMapName') && typeof token === 'object' && token.kind === 'name') name = token.name
    previous = token
  }
  const sortedTexts = textRanges.sort(byLow)
  const sortedCids = cids.sort(byLow)
  return {
    codespaces,
    vertical,
    ...(name === undefined ? {} : { name }),
    text: code => texts.get(code) ?? fromRange(sortedTexts, code),
    cid: code => {
      const range = find(sortedCids, code)
      return range && range.value + code - range.low
    },
  }
}

function isNameToken(token: Token, name: string): boolean {
  return typeof token === 'object' && token.kind === 'name' && token.name === name
}

/** Reads groups of tokens up to `end…`. */
function readTuples(lexer: Lexer, size: number, each: (tuple: Token[]) => void): void {
  for (;;) {
    const tuple: Token[] = []
    while (tuple.length < size) {
      const token = lexer.next()
      if (token === undefined || (typeof token === 'object' && token.kind === 'keyword')) return
      tuple.push(token)
    }
    each(tuple)
  }
}

function readTextRanges(lexer: Lexer, texts: Map<number, string>, ranges: Range<PdfString>[]): void {
  for (;;) {
    const low = lexer.next()
    if (typeof low !== 'object' || low.kind !== 'string') return
    const high = lexer.next()
    const target = lexer.next()
    if (target === '[') {
      let code = codeOf(low)
      for (let item = lexer.next(); item !== ']' && item !== undefined; item = lexer.next(), code += 1)
        texts.set(code, unicodeOf(item))
    } else if (typeof target === 'object' && target.kind === 'string')
      ranges.push({ low: codeOf(low), high: codeOf(high), value: target })
    else return
  }
}

/** The last byte counts up through a range (ISO 32000-1 9.10.3). */
function fromRange(ranges: Range<PdfString>[], code: number): string | undefined {
  const range = find(ranges, code)
  if (!range) return undefined
  const bytes = range.value.bytes.slice()
  let carry = code - range.low
  for (let at = bytes.length - 1; at >= 0 && carry > 0; at -= 1) {
    carry += bytes[at]!
    bytes[at] = carry & 255
    carry >>= 8
  }
  return utf16(bytes)
}

const byLow = (a: { low: number }, b: { low: number }) => a.low - b.low

/** Finds the range that holds a code in a sorted list. */
function find<Value>(ranges: Range<Value>[], code: number): Range<Value> | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.low <= code) low = middle + 1
    else high = middle
  }
  const range = ranges[low - 1]
  return range && code <= range.high ? range : undefined
}

function codespaceOf([low, high]: Token[]): CMap['codespaces'][number] {
  const length = typeof low === 'object' && low.kind === 'string' ? low.bytes.length : 0
  return { low: codeOf(low), high: codeOf(high), length }
}

function codeOf(token: Token): number {
  if (typeof token !== 'object' || token.kind !== 'string') return -1
  return token.bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

function unicodeOf(token: Token): string {
  return typeof token === 'object' && token.kind === 'string' && isString(token) ? utf16(token.bytes) : ''
}

function utf16(bytes: Uint8Array): string {
  if (bytes.length === 1) return latin(bytes)
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(bytes[at]! * 256 + bytes[at + 1]!)
  return text
}
