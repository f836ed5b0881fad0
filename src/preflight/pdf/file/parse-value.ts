import { BudgetError, limits } from '../budget.js'
import type { Keyword, Lexer, Token } from './lexer.js'
import type { PdfDict, PdfValue } from './objects.js'

const literals: { [word: string]: PdfValue } = { true: true, false: false, null: null }

/**
 * Reads one object at the lexer's place. A stream's bytes are the caller's matter. Returns undefined where none stands
 * there; throws only a `BudgetError`, over nesting.
 */
export function parseValue(lexer: Lexer, depth = 0): PdfValue | undefined {
  return valueFrom(lexer, lexer.next(), depth)
}

function valueFrom(lexer: Lexer, token: Token, depth: number): PdfValue | undefined {
  if (depth > limits.nesting) throw new BudgetError('its objects nest too deeply')
  if (token === '[') return parseArray(lexer, depth)
  if (token === '<<') return parseDict(lexer, depth)
  if (typeof token === 'number') return referenceOr(lexer, token)
  if (token === undefined || typeof token === 'string') return undefined
  return token.kind === 'keyword' ? literals[token.word] : token
}

/** Reads an array from behind its `[`. */
export function parseArray(lexer: Lexer, depth: number): PdfValue[] {
  const items: PdfValue[] = []
  for (;;) {
    const token = lexer.next()
    if (token === ']' || token === undefined || isEnd(token)) return items
    const value = valueFrom(lexer, token, depth + 1)
    if (value !== undefined) items.push(value)
  }
}

/** Reads a dictionary from behind its `<<`. */
export function parseDict(lexer: Lexer, depth: number): PdfDict {
  const dict: PdfDict = new Map()
  for (;;) {
    const key = lexer.next()
    if (key === '>>' || key === undefined || isEnd(key)) return dict
    if (typeof key !== 'object' || key.kind !== 'name') continue
    const before = lexer.at
    const token = lexer.next()
    if (token === '>>') return dict
    const value = valueFrom(lexer, token, depth + 1)
    if (value === undefined) lexer.at = Math.max(before, lexer.at)
    else if (value !== null) dict.set(key.name, value)
  }
}

/** A broken array or dictionary ends at the object's end. */
function isEnd(token: Token): boolean {
  return typeof token === 'object' && token.kind === 'keyword' && (token.word === 'endobj' || token.word === 'stream')
}

/** `12 0 R` and `12` begin alike. */
function referenceOr(lexer: Lexer, number: number): PdfValue {
  if (!Number.isInteger(number) || number < 0) return number
  const back = lexer.at
  const generation = smallInteger(lexer)
  if (generation !== undefined) {
    lexer.skipWhite()
    if (lexer.bytes[lexer.at] === 0x52 && !isRegular(lexer.bytes[lexer.at + 1])) {
      lexer.at += 1
      return { kind: 'reference', object: number, generation }
    }
  }
  lexer.at = back
  return number
}

/** Reads up to five digits: a look ahead that costs little where a long array holds nothing but numbers. */
function smallInteger(lexer: Lexer): number | undefined {
  lexer.skipWhite()
  let value = 0
  let digits = 0
  for (; digits < 6; digits += 1) {
    const byte = lexer.bytes[lexer.at]
    if (byte === undefined || byte < 0x30 || byte > 0x39) break
    value = value * 10 + byte - 0x30
    lexer.at += 1
  }
  return digits > 0 && digits < 6 ? value : undefined
}

function isRegular(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

/** Returns whether a token is this keyword. */
export function isKeyword(token: Token, word: string): token is Keyword {
  return typeof token === 'object' && token.kind === 'keyword' && token.word === word
}
