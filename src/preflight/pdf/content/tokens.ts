import type { Budget } from '../budget.js'
import { isWhite, Lexer } from '../file/lexer.js'
import type { PdfDict, PdfValue } from '../file/objects.js'
import { parseArray, parseDict } from '../file/parse-value.js'

/** One operator of a content stream with what stands before it (ISO 32000-1 7.8.2). */
export interface Operation {
  operator: string
  operands: PdfValue[]
}

/** PDF allows 33 operands at most, in DeviceN colours; what goes beyond is noise. */
const MAX_OPERANDS = 64

/** Yields a content stream's operations. An inline image comes as one `BI` with its dictionary. The array is used again. */
export function* readOperations(bytes: Uint8Array, budget: Budget): Generator<Operation, void> {
  const lexer = new Lexer(bytes)
  let operands: PdfValue[] = []
  let before = 0
  for (;;) {
    const token = lexer.next()
    if (token === undefined) return
    if (typeof token === 'object' && token.kind === 'keyword') {
      budget.spend(lexer.at - before + 4)
      before = lexer.at
      const literal = literals.get(token.word)
      if (literal !== undefined) {
        operands.push(literal)
        continue
      }
      yield token.word === 'BI'
        ? { operator: 'BI', operands: [readInlineImage(lexer)] }
        : { operator: token.word, operands }
      operands = []
    } else if (operands.length < MAX_OPERANDS) {
      const value = token === '[' ? parseArray(lexer, 0) : token === '<<' ? parseDict(lexer, 0) : token
      if (typeof value !== 'string') operands.push(value)
    }
  }
}

const literals = new Map<string, PdfValue>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Reads from behind `BI` past `EI`; the data itself is left aside. */
function readInlineImage(lexer: Lexer): PdfDict {
  const dict: PdfDict = new Map()
  for (;;) {
    const key = lexer.next()
    if (key === undefined) return dict
    if (typeof key === 'object' && key.kind === 'keyword' && key.word === 'ID') break
    if (typeof key !== 'object' || key.kind !== 'name') continue
    const token = lexer.next()
    const value = token === '[' ? parseArray(lexer, 0) : token === '<<' ? parseDict(lexer, 0) : token
    if (value === undefined || typeof value === 'string') continue
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'keyword')
      dict.set(key.name, literals.get(value.word) ?? null)
    else dict.set(key.name, value)
  }
  lexer.at = endOfImage(lexer.bytes, lexer.at + 1)
  return dict
}

/** Returns where the content goes on behind `EI`: one between white space, followed by what looks like content. */
function endOfImage(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0x45, start); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (bytes[at + 1] !== 0x49 || !isWhite(bytes[at - 1])) continue
    if (at + 2 < bytes.length && !isWhite(bytes[at + 2])) continue
    if (bytes.subarray(at + 2, at + 12).every(byte => isWhite(byte) || (byte > 31 && byte < 127))) return at + 2
  }
  return bytes.length
}
