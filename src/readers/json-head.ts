import { MODEL_VERSION } from '../article/article.js'
import type { ReadContext, SourceHead } from './reader.js'

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a

/**
 * Returns what a saved article says about itself without looking at its body, or passing over it where it stands first.
 * Undefined where the source is not plainly an article of this version: whoever reads all of it says what is wrong.
 */
export function jsonHead(source: Uint8Array, context: ReadContext): SourceHead | undefined {
  const parts = new Map<string, string>()
  const byteOrderMark = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf
  let at = afterSpace(source, byteOrderMark ? 3 : 0)
  if (source[at] !== 0x7b) return undefined
  do {
    const name = afterSpace(source, at + 1)
    if (source[name] !== quote) return undefined
    const nameEnd = endOfString(source, name)
    const mark = afterSpace(source, nameEnd)
    if (source[mark] !== colon) return undefined
    const value = afterSpace(source, mark + 1)
    const end = endOfValue(source, value)
    if (nameEnd - name <= LONGEST_NAME && isKnown(source, name + 1, nameEnd - 1))
      parts.set(textOf(source, name + 1, nameEnd - 1), textOf(source, value, end))
    if (parts.size === known.length) return headOf(parts, context)
    at = afterSpace(source, end)
  } while (source[at] === comma)
  return undefined
}

const known = ['meta', 'version']
const knownBytes = known.map(name => new TextEncoder().encode(name))
const LONGEST_NAME = 9

function isKnown(source: Uint8Array, start: number, end: number): boolean {
  return knownBytes.some(
    name => name.length === end - start && name.every((byte, index) => source[start + index] === byte),
  )
}

function headOf(parts: ReadonlyMap<string, string>, { meta: overrides }: ReadContext): SourceHead | undefined {
  try {
    if (JSON.parse(parts.get('version')!) !== MODEL_VERSION) return undefined
    const { published, updated, slug } = JSON.parse(parts.get('meta')!) as SourceHead
    return { published, updated, slug, ...overrides }
  } catch {
    return undefined
  }
}

/** One for all sources; not strict, since what is no UTF-8 is said where all of it is read. */
const decoder = new TextDecoder()

function textOf(source: Uint8Array, start: number, end: number): string {
  return decoder.decode(source.subarray(start, end))
}

function afterSpace(source: Uint8Array, from: number): number {
  let at = from
  while (source[at] === 0x20 || source[at] === 0x0a || source[at] === 0x0d || source[at] === 0x09) at++
  return at
}

/** The place after a string that begins at `from`; the end of the source where nothing ends it. */
function endOfString(source: Uint8Array, from: number): number {
  for (let at = from + 1; at < source.length; at++) {
    const byte = source[at]
    if (byte === quote) return at + 1
    if (byte === backslash) at++
  }
  return source.length
}

/** The place after a value that begins at `from`: brackets and braces are counted, not told apart. */
function endOfValue(source: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    const byte = source[at]
    if (byte === quote) {
      at = endOfString(source, at) - 1
      if (depth === 0) return at + 1
    } else if (byte === 0x7b || byte === 0x5b) depth++
    else if (byte === 0x7d || byte === 0x5d) {
      // The end of what this value stands in.
      if (depth === 0) return at
      if (--depth === 0) return at + 1
    } else if (byte === comma && depth === 0) return at
  }
  return source.length
}
