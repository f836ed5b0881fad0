import { MODEL_VERSION } from '../article/article.js'
import type { ReadContext, SourceHead } from './reader.js'

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

/**
 * Returns what a saved article says about itself without looking at its body, or passing over it where it stands first.
 * Undefined where the source is not plainly an article of this version: whoever reads all of it says what is wrong.
 */
export function jsonHead(source: Uint8Array, { meta: overrides }: ReadContext): SourceHead | undefined {
  const byteOrderMark = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf
  const places = membersOf(source, afterSpace(source, byteOrderMark ? 3 : 0), articleNames, true)
  const [version, meta] = places ?? []
  if (version === undefined || meta === undefined) return undefined
  if (textOf(source, version, endOfValue(source, version)).trim() !== String(MODEL_VERSION)) return undefined
  const fields = membersOf(source, meta, metaNames)
  if (!fields) return undefined
  const head: { [Name in (typeof headFields)[number]]?: string } = {}
  fields.forEach((at, index) => {
    const value = at === undefined ? undefined : stringAt(source, at)
    if (value !== undefined) head[headFields[index]!] = value
  })
  return { ...head, ...overrides }
}

/** Names of members as bytes. */
type Names = readonly Uint8Array[]
const namesOf = (...names: string[]): Names => names.map(name => new TextEncoder().encode(name))

const articleNames = namesOf('version', 'meta')
const headFields = ['published', 'updated', 'slug', 'status', 'embargoed', 'expires'] as const
const metaNames = namesOf(...headFields)

/**
 * The places of the values of an object's members by those names, of a name that comes twice the last, as `JSON.parse` has it;
 * with `first` the first, and what stands behind them is not looked at. Undefined where none of it is an object's beginning, or
 * where a name is written with an escape.
 */
function membersOf(source: Uint8Array, from: number, names: Names, first = false): (number | undefined)[] | undefined {
  if (source[from] !== openBrace) return undefined
  const places = names.map((): number | undefined => undefined)
  let found = 0
  let at = from
  do {
    const name = afterSpace(source, at + 1)
    if (source[name] === closeBrace && at === from) return places
    if (source[name] !== quote) return undefined
    const nameEnd = endOfString(source, name)
    const mark = afterSpace(source, nameEnd)
    if (source[mark] !== colon) return undefined
    const value = afterSpace(source, mark + 1)
    if (holdsEscape(source, name, nameEnd)) return undefined
    const index = indexIn(names, source, name + 1, nameEnd - 1)
    if (index >= 0) {
      places[index] = value
      if (first && ++found === names.length) return places
    }
    at = afterSpace(source, endOfValue(source, value))
  } while (source[at] === comma)
  return source[at] === closeBrace ? places : undefined
}

function holdsEscape(source: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (source[at] === backslash) return true
  return false
}

function indexIn(names: Names, source: Uint8Array, start: number, end: number): number {
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!
    if (name.length !== end - start) continue
    let same = 0
    while (same < name.length && source[start + same] === name[same]) same++
    if (same === name.length) return index
  }
  return -1
}

/**
 * The string at a place. Not by `JSON.parse` where it can be helped: that puts every short string among those the engine
 * keeps one of, until the next full collection.
 */
function stringAt(source: Uint8Array, at: number): string | undefined {
  if (source[at] !== quote) return undefined
  const end = endOfString(source, at)
  const text = textOf(source, at + 1, end - 1)
  if (!text.includes('\\')) return text
  try {
    return JSON.parse(`"${text}"`) as string
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

/** The place after a value that begins at `from`, with the space behind a bare one: brackets and braces are counted. */
function endOfValue(source: Uint8Array, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    const byte = source[at]
    if (byte === quote) {
      at = endOfString(source, at) - 1
      if (depth === 0) return at + 1
    } else if (byte === openBrace || byte === openBracket) depth++
    else if (byte === closeBrace || byte === closeBracket) {
      // The end of what this value stands in.
      if (depth === 0) return at
      if (--depth === 0) return at + 1
    } else if (byte === comma && depth === 0) return at
  }
  return source.length
}
