import type { Budget } from '../budget.js'
import { decode } from './filters.js'
import { Lexer } from './lexer.js'
import { isDict, isName, isStream, type PdfDict, type PdfStream, type PdfValue } from './objects.js'
import { isKeyword, parseValue } from './parse-value.js'

/** Where an object lies: at a byte of the file, or as one of the objects in an object stream. */
export type Place = { offset: number; generation: number } | { within: number; index: number }

/** The file's table of contents: the first entry seen for an object is the newest. */
export interface CrossReference {
  places: Map<number, Place>
  trailer: PdfDict
  /** Why the table in the file could not be used and the objects were searched for instead. */
  damage?: string
}

/** Reads the indirect object that begins at a byte. Used before any table is known, so it follows no reference. */
export type ReadAt = (offset: number) => { object: number; value: PdfValue } | undefined

const MAX_SECTIONS = 2000

/** Follows `startxref` and each `Prev` (ISO 32000-1 7.5.4, 7.5.8); where that fails, searches the whole file. */
export function readCrossReference(bytes: Uint8Array, readAt: ReadAt, budget: Budget): CrossReference {
  const result: CrossReference = { places: new Map(), trailer: new Map() }
  const damage = followSections(bytes, readAt, budget, result)
  if (damage === undefined) return result
  return { ...searchObjects(bytes, readAt, budget, result.trailer), damage }
}

function followSections(bytes: Uint8Array, readAt: ReadAt, budget: Budget, result: CrossReference): string | undefined {
  const start = lastIndexOf(bytes, 'startxref')
  if (start < 0) return 'there is no `startxref`'
  const queue = [new Lexer(bytes, start + 9).next()]
  const seen = new Set<unknown>()
  for (let count = 0; queue.length > 0; count += 1) {
    const offset = queue.shift()
    if (typeof offset !== 'number' || offset < 0 || offset >= bytes.length)
      return `\`startxref\` or \`Prev\` leads to byte ${String(offset)}`
    if (seen.has(offset)) continue
    seen.add(offset)
    if (count > MAX_SECTIONS) return 'it has thousands of sections'
    const trailer = readSection(bytes, offset, readAt, budget, result.places)
    if (!trailer) return `no cross-reference section stands at byte ${offset}`
    for (const [key, value] of trailer) if (!result.trailer.has(key)) result.trailer.set(key, value)
    // A hybrid file's hidden objects (ISO 32000-1 7.5.8.4) come before those of older sections.
    for (const key of ['XRefStm', 'Prev']) if (trailer.has(key)) queue.push(trailer.get(key) as number)
  }
  return result.trailer.has('Root') ? undefined : 'the trailer names no `Root`'
}

function readSection(
  bytes: Uint8Array,
  offset: number,
  readAt: ReadAt,
  budget: Budget,
  places: Map<number, Place>,
): PdfDict | undefined {
  const lexer = new Lexer(bytes, offset)
  if (isKeyword(lexer.next(), 'xref')) return readTable(lexer, budget, places)
  const found = readAt(offset)?.value
  return isStream(found) ? readStreamSection(found, budget, places) : undefined
}

function readTable(lexer: Lexer, budget: Budget, places: Map<number, Place>): PdfDict | undefined {
  for (;;) {
    const first = lexer.next()
    if (isKeyword(first, 'trailer')) break
    const count = lexer.next()
    if (typeof first !== 'number' || typeof count !== 'number') return undefined
    for (let index = 0; index < count; index += 1) {
      const offset = lexer.next()
      const generation = lexer.next()
      const kind = lexer.next()
      budget.spend(20)
      if (typeof offset !== 'number' || typeof generation !== 'number') return undefined
      if (isKeyword(kind, 'n')) keep(places, first + index, { offset, generation })
      else if (!isKeyword(kind, 'f')) return undefined
      else keep(places, first + index, { offset: -1, generation })
    }
  }
  const trailer = parseValue(lexer)
  return isDict(trailer) ? trailer : undefined
}

function keep(places: Map<number, Place>, object: number, place: Place): void {
  if (!places.has(object)) places.set(object, place)
}

function readStreamSection(stream: PdfStream, budget: Budget, places: Map<number, Place>): PdfDict | undefined {
  const { dict } = stream
  const widths = numbers(dict.get('W'))
  if (!isName(dict.get('Type')) || widths.length < 3 || widths.some(width => width < 0 || width > 8)) return undefined
  const { bytes } = decode(stream.raw, namesIn(dict.get('Filter')), parametersIn(dict.get('DecodeParms')))
  budget.decode(bytes.length)
  const size = dict.get('Size')
  const index = dict.has('Index') ? numbers(dict.get('Index')) : [0, typeof size === 'number' ? size : 0]
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const length = kindWidth + secondWidth + thirdWidth
  if (length === 0) return undefined
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let entry = 0; entry < index[pair + 1]! && at + length <= bytes.length; entry += 1, at += length) {
      const kind = kindWidth === 0 ? 1 : bigEndian(bytes, at, kindWidth)
      const second = bigEndian(bytes, at + kindWidth, secondWidth)
      const third = bigEndian(bytes, at + kindWidth + secondWidth, thirdWidth)
      if (kind === 1) keep(places, index[pair]! + entry, { offset: second, generation: third })
      else if (kind === 2) keep(places, index[pair]! + entry, { within: second, index: third })
      else keep(places, index[pair]! + entry, { offset: -1, generation: third })
    }
  }
  budget.spend(bytes.length)
  return dict
}

function bigEndian(bytes: Uint8Array, at: number, width: number): number {
  let value = 0
  for (let index = 0; index < width; index += 1) value = value * 256 + bytes[at + index]!
  return value
}

function numbers(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'number') : []
}

/** Returns the filters named by a name or an array of names. */
export function namesIn(value: PdfValue | undefined): string[] {
  const items = Array.isArray(value) ? value : [value]
  return items.filter(isName).map(item => item.name)
}

/** Returns the filters' parameters in their order. */
export function parametersIn(value: PdfValue | undefined): (PdfValue | undefined)[] {
  return Array.isArray(value) ? value : [value]
}

/** Looks for `12 0 obj` in the whole file, once. Of two objects with one number the later counts. */
export function searchObjects(bytes: Uint8Array, readAt: ReadAt, budget: Budget, known: PdfDict): CrossReference {
  budget.spend(bytes.length)
  const places = new Map<number, Place>()
  const trailer: PdfDict = new Map(known)
  for (let at = indexOf(bytes, 'obj', 0); at >= 0; at = indexOf(bytes, 'obj', at + 3)) {
    const header = headerBefore(bytes, at)
    if (header) places.set(header.object, { offset: header.offset, generation: header.generation })
  }
  for (let at = indexOf(bytes, 'trailer', 0); at >= 0; at = indexOf(bytes, 'trailer', at + 7)) {
    const dict = parseValue(new Lexer(bytes, at + 7))
    if (isDict(dict)) for (const [key, value] of dict) trailer.set(key, value)
  }
  for (const [object, place] of [...places]) {
    const value = 'offset' in place ? readAt(place.offset)?.value : undefined
    const dict = isStream(value) ? value.dict : isDict(value) ? value : undefined
    const type = dict?.get('Type')
    if (!dict || !isName(type)) continue
    if (type.name === 'ObjStm' && isStream(value)) listObjects(value, object, places, budget)
    if (type.name === 'XRef')
      for (const key of ['Root', 'Info', 'ID', 'Encrypt']) if (dict.has(key)) trailer.set(key, dict.get(key)!)
    if (type.name === 'Catalog' && !trailer.has('Root'))
      trailer.set('Root', { kind: 'reference', object, generation: 0 })
  }
  return { places, trailer }
}

function listObjects(stream: PdfStream, within: number, places: Map<number, Place>, budget: Budget): void {
  const { bytes } = decode(stream.raw, namesIn(stream.dict.get('Filter')), parametersIn(stream.dict.get('DecodeParms')))
  budget.decode(bytes.length)
  const count = stream.dict.get('N')
  const lexer = new Lexer(bytes)
  for (let index = 0; index < (typeof count === 'number' ? count : 0); index += 1) {
    const object = lexer.next()
    if (typeof object !== 'number' || typeof lexer.next() !== 'number') return
    keep(places, object, { within, index })
  }
}

/** Reads `12 0 ` backwards from the `obj` at a byte. */
function headerBefore(
  bytes: Uint8Array,
  at: number,
): { object: number; generation: number; offset: number } | undefined {
  let start = at
  while (
    start > 0 &&
    at - start < 30 &&
    (bytes[start - 1]! <= 0x20 || (bytes[start - 1]! >= 0x30 && bytes[start - 1]! <= 0x39))
  )
    start -= 1
  const match = /(\d{1,9})\s+(\d{1,5})\s*$/.exec(String.fromCharCode(...bytes.subarray(start, at)))
  if (!match) return undefined
  return { object: Number(match[1]), generation: Number(match[2]), offset: start + match.index }
}

/** Returns where a word first stands at or after a byte, or -1. */
export function indexOf(bytes: Uint8Array, word: string, from: number): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (standsAt(bytes, word, at)) return at
  return -1
}

/** Returns where a word last stands, or -1. */
export function lastIndexOf(bytes: Uint8Array, word: string): number {
  const first = word.charCodeAt(0)
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at > 0 ? bytes.lastIndexOf(first, at - 1) : -1)
    if (standsAt(bytes, word, at)) return at
  return -1
}

/** Returns whether a word stands at a byte. */
export function standsAt(bytes: Uint8Array, word: string, at: number): boolean {
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word.charCodeAt(index)) return false
  return true
}
