import { Budget } from '../budget.js'
import {
  type CrossReference,
  namesIn,
  type Place,
  parametersIn,
  type ReadAt,
  readCrossReference,
  searchObjects,
} from './cross-reference.js'
import { type Decoded, decode } from './filters.js'
import { Lexer } from './lexer.js'
import {
  isDict,
  isName,
  isReference,
  isStream,
  isString,
  type PdfDict,
  type PdfStream,
  type PdfValue,
  textOf,
} from './objects.js'
import { parseValue } from './parse-value.js'
import { ObjectReader } from './read-object.js'

const MAX_HOPS = 32

/** A PDF opened for reading: objects by number, references followed, streams unpacked. Writes nothing. */
export class PdfFile {
  readonly budget = new Budget()
  readonly crossReference: CrossReference
  private readonly reader: ObjectReader
  private readonly values = new Map<number, PdfValue>()
  private readonly reading = new Set<number>()
  private readonly unpacked = new WeakMap<PdfStream, Decoded>()
  private found: Map<number, Place> | undefined
  private readonly numbers = new WeakMap<object, number>()

  constructor(readonly bytes: Uint8Array) {
    this.reader = new ObjectReader(bytes, this.budget)
    this.crossReference = readCrossReference(bytes, this.readAt, this.budget)
  }

  private readonly readAt: ReadAt = offset =>
    this.reader.read(offset, value => (typeof value === 'number' ? value : undefined))

  get trailer(): PdfDict {
    return this.crossReference.trailer
  }
  /** The document catalog; empty where there is none. */
  get catalog(): PdfDict {
    return this.dict(this.trailer.get('Root')) ?? new Map()
  }

  /** Returns the object with a number; undefined where the file has none. */
  object(number: number): PdfValue | undefined {
    const known = this.values.get(number)
    if (known !== undefined || this.reading.has(number)) return known
    this.reading.add(number)
    const value = this.load(number)
    this.reading.delete(number)
    if (value === undefined) return undefined
    this.values.set(number, value)
    if (typeof value === 'object' && value !== null) this.numbers.set(isStream(value) ? value.dict : value, number)
    return value
  }

  /** Numbers of all objects, ascending. */
  objectNumbers(): number[] {
    return [...this.crossReference.places.keys()].sort((a, b) => a - b)
  }

  /** Returns the number under which a value of this file stands; undefined for a value within another. */
  numberOf(value: PdfValue | undefined): number | undefined {
    if (isReference(value)) return value.object
    if (typeof value !== 'object' || value === null) return undefined
    return this.numbers.get(isStream(value) ? value.dict : value)
  }

  /** Follows references to what they stand for. */
  get(value: PdfValue | undefined): PdfValue | undefined {
    let found = value
    for (let hop = 0; isReference(found) && hop < MAX_HOPS; hop += 1) found = this.object(found.object)
    return isReference(found) || found === null ? undefined : found
  }

  /** Returns a dictionary, a stream's own too. */
  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.get(value)
    return isStream(found) ? found.dict : isDict(found) ? found : undefined
  }
  array(value: PdfValue | undefined): PdfValue[] | undefined {
    const found = this.get(value)
    return Array.isArray(found) ? found : undefined
  }
  stream(value: PdfValue | undefined): PdfStream | undefined {
    const found = this.get(value)
    return isStream(found) ? found : undefined
  }
  name(value: PdfValue | undefined): string | undefined {
    const found = this.get(value)
    return isName(found) ? found.name : undefined
  }
  number(value: PdfValue | undefined): number | undefined {
    const found = this.get(value)
    return typeof found === 'number' ? found : undefined
  }
  text(value: PdfValue | undefined): string | undefined {
    const found = this.get(value)
    return isString(found) ? textOf(found) : undefined
  }
  /** Returns four numbers as left, bottom, right, top. */
  rectangle(value: PdfValue | undefined): [number, number, number, number] | undefined {
    const [a, b, c, d] = (this.array(value) ?? []).map(item => this.number(item))
    if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  }

  /** Returns a stream's bytes with its filters undone. Throws a `BudgetError` where they are too many. */
  data(stream: PdfStream): Decoded {
    const known = this.unpacked.get(stream)
    if (known) return known
    const filters = namesIn(this.resolved(stream.dict.get('Filter')))
    const parameters = parametersIn(this.resolved(stream.dict.get('DecodeParms'))).map(item => this.get(item))
    const decoded = decode(stream.raw, filters, parameters)
    this.budget.decode(decoded.bytes.length)
    this.budget.spend(Math.ceil(decoded.bytes.length / 8))
    this.unpacked.set(stream, decoded)
    return decoded
  }

  private resolved(value: PdfValue | undefined): PdfValue | undefined {
    const found = this.get(value)
    return Array.isArray(found) ? found.map(item => this.get(item) ?? null) : found
  }

  private load(number: number): PdfValue | undefined {
    const place = this.crossReference.places.get(number)
    if (!place) return undefined
    if ('within' in place) return this.packedObjects(place.within).get(number)
    if (place.offset < 0) return undefined
    const read = this.reader.read(place.offset, value => this.get(value))
    if (read?.object === number) {
      if (!read.isSpaced) this.unspaced.push(number)
      return read.value
    }
    this.misplaced.push(number)
    return this.search(number)
  }

  /** Where the table is wrong about one object, the whole file is searched, once. */
  private search(number: number): PdfValue | undefined {
    this.found ??= searchObjects(this.bytes, this.readAt, this.budget, this.trailer).places
    const place = this.found.get(number)
    if (!place || !('offset' in place)) return undefined
    const read = this.reader.read(place.offset, value => this.get(value))
    return read?.object === number ? read.value : undefined
  }

  /** Objects that are not where the table says they are. */
  readonly misplaced: number[] = []
  /** Objects whose first or last line is not as PDF/A wants it. */
  readonly unspaced: number[] = []

  private readonly objectStreams = new Map<number, Map<number, PdfValue>>()

  /** Returns the objects of an object stream by number (ISO 32000-1 7.5.7). */
  private packedObjects(within: number): Map<number, PdfValue> {
    const known = this.objectStreams.get(within)
    if (known) return known
    const objects = new Map<number, PdfValue>()
    this.objectStreams.set(within, objects)
    const stream = this.stream({ kind: 'reference', object: within, generation: 0 })
    const first = this.number(stream?.dict.get('First'))
    const count = this.number(stream?.dict.get('N'))
    if (!stream || first === undefined || count === undefined) return objects
    const { bytes } = this.data(stream)
    const header = new Lexer(bytes)
    for (let index = 0; index < count; index += 1) {
      const number = header.next()
      const offset = header.next()
      if (typeof number !== 'number' || typeof offset !== 'number') break
      const body = new Lexer(bytes, first + offset)
      const value = parseValue(body)
      this.budget.spend(Math.max(0, body.at - first - offset) + 10)
      if (value !== undefined && !objects.has(number)) objects.set(number, value)
    }
    return objects
  }
}
