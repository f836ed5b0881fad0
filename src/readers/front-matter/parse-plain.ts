import type { Limits } from '../reader.js'
import { type Entry, type ListEntry, type MapEntry, type PlaceOf, placesIn, type ScalarEntry } from './entry.js'
import type { FrontMatterBlock } from './split.js'

/** Characters that a plain block may hold: printable, no tab, no carriage return, none that another program takes for a line end. */
const odd = /[^\n\u0020-\u007E\u00A0-\u2027\u2030-\uFEFE]/

/** `key:`, alone or with a value behind it. */
const keyed = /[A-Za-z_][\w-]*:(?: +(?=\S)|(?=\n)|$)/y

/** The mark of an item of a block list. */
const marked = / *- +(?=\S)/y

/** An item of a list on one line, with the comma or bracket behind it. Pairs within are for the library. */
const flowItem = /( *)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^ "',:[\]{}](?:[^,:[\]{}]*[^ ,:[\]{}])?) *([,\]])/y

const doubleQuoted = /^"(?:[^"\\]|\\["\\/nt])*"$/
const singleQuoted = /^'(?:[^']|'')*'$/

/** Begins a text without quotation marks, in which neither `: ` nor ` #` stands (YAML 1.2.2, 7.3.3). */
const plainStart = /^[^-?:,[\]{}#&*!|>'"%@`~.+=<]/
const plainEnd = /: |:$| #/

/** What the core schema takes for something else than text (YAML 1.2.2, 10.3.2), as far as it can begin plainly. */
const noText = /^(?:null|true|false|0[ox][\da-f]+|\d+\.?\d*(?:e[-+]?\d+)?)$/i
const plainNumber = /^(?:0|[1-9]\d{0,14})$/

/** No key of a map: the core schema makes something else of it. */
const noKey = /^(?:null|true|false)$/i

/** Collections in one another, the whole block the first: lists of maps, in which lists stand. */
const DEEPEST = 4

/**
 * Parses front matter of the common, simple kind: keys with a text, a number, true or false, and lists and maps of such. Returns
 * exactly what the YAML library would, in a twentieth of its time, and undefined for everything that is not as simple.
 */
export function parsePlain(block: FrontMatterBlock, limits: Limits): MapEntry | undefined {
  const { text } = block
  // Each level counts twice where limits are kept: a mark and an indent.
  if (text.length > limits.frontMatterSize || limits.frontMatterDepth < 2 * DEEPEST || odd.test(text)) return undefined
  const plain: Plain = { text, at: 0, keys: 0, placeOf: placesIn(block) }
  const map = readMap(plain, 0, 1)
  return map && plain.at === text.length && plain.keys <= limits.frontMatterKeys ? map : undefined
}

/** A block on the way through it. */
interface Plain {
  text: string
  /** Where the line begins that is to be read next. */
  at: number
  /** Keys so far, in all maps. */
  keys: number
  placeOf: PlaceOf
}

/** Reads a map whose keys stand in one column; before the first may stand the mark of a list. */
function readMap(plain: Plain, column: number, depth: number): MapEntry | undefined {
  const { text, placeOf } = plain
  const fields = new Map<string, Entry>()
  const start = plain.at + column
  do {
    const from = plain.at + column
    if (!standsAt(keyed, text, from)) return undefined
    const value = keyed.lastIndex
    const key = text.slice(from, text.indexOf(':', from))
    if (fields.has(key) || noKey.test(key)) return undefined
    plain.keys++
    const end = endOfLine(text, value)
    plain.at = Math.min(end + 1, text.length)
    const entry = value < end ? readValue(plain, value, end) : readBelow(plain, column, depth + 1)
    if (!entry) return undefined
    fields.set(key, entry)
  } while (plain.at < text.length && indentAt(text, plain.at) === column)
  return { kind: 'map', fields, start, end: plain.at, placeOf }
}

/** Whether a sticky pattern matches at a place; its `lastIndex` says where the match ends. */
function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found === -1 ? text.length : found
}

/** No other space indents in YAML (YAML 1.2.2, 6.1): a no-break space begins a key. */
function indentAt(text: string, line: number): number {
  let at = line
  while (text.charCodeAt(at) === SPACE) at++
  return at - line
}

const SPACE = 0x20

/** Reads what stands on the lines below a key: a list at its column or further in, or a map further in. */
function readBelow(plain: Plain, column: number, depth: number): MapEntry | ListEntry | undefined {
  const { text, at } = plain
  if (at === text.length || depth > DEEPEST) return undefined
  const indent = indentAt(text, at)
  if (indent >= column && standsAt(marked, text, at)) return readBlockList(plain, indent, depth)
  return indent > column ? readMap(plain, indent, depth) : undefined
}

function readValue(plain: Plain, start: number, end: number): Entry | undefined {
  return plain.text[start] === '[' ? readFlowList(plain, start, end) : readScalar(plain, start, end)
}

/** Reads the scalar between two characters of a line. */
function readScalar({ text, placeOf }: Plain, start: number, end: number): ScalarEntry | undefined {
  if (text.charCodeAt(end - 1) === SPACE) return undefined
  const written = text.slice(start, end)
  const value = scalarValue(written)
  if (value === undefined) return undefined
  return { kind: 'scalar', value, text: typeof value === 'string' ? value : written, start, end, placeOf }
}

function scalarValue(text: string): string | number | boolean | undefined {
  if (text[0] === '"') return doubleQuoted.test(text) ? JSON.parse(text) : undefined
  if (text[0] === "'") return singleQuoted.test(text) ? text.slice(1, -1).replaceAll("''", "'") : undefined
  if (!plainStart.test(text) || plainEnd.test(text)) return undefined
  if (!noText.test(text)) return text
  if (plainNumber.test(text)) return Number(text)
  return text === 'true' || text === 'false' ? text === 'true' : undefined
}

/** `[one, "two"]`, with nothing behind it. */
function readFlowList(plain: Plain, start: number, end: number): ListEntry | undefined {
  const { placeOf } = plain
  const line = plain.text.slice(start, end)
  const items: Entry[] = []
  for (let at = 1; ; ) {
    flowItem.lastIndex = at
    const [whole, before = '', written = '', mark] = flowItem.exec(line) ?? []
    if (whole === undefined) return undefined
    const from = start + at + before.length
    const item = readScalar(plain, from, from + written.length)
    if (!item) return undefined
    items.push(item)
    at += whole.length
    if (mark === ']') return at === line.length ? { kind: 'list', items, start, end, placeOf } : undefined
  }
}

/** Reads the items that begin with `- ` at one indent: scalars, and maps. */
function readBlockList(plain: Plain, indent: number, depth: number): ListEntry | undefined {
  const { text, placeOf } = plain
  const items: Entry[] = []
  const start = plain.at + indent
  while (plain.at < text.length && indentAt(text, plain.at) === indent && standsAt(marked, text, plain.at)) {
    const item = readItem(plain, marked.lastIndex, depth)
    if (!item) return undefined
    items.push(item)
  }
  return { kind: 'list', items, start, end: plain.at, placeOf }
}

function readItem(plain: Plain, from: number, depth: number): Entry | undefined {
  const { text, at } = plain
  if (standsAt(keyed, text, from)) return readMap(plain, from - at, depth + 1)
  const end = endOfLine(text, from)
  plain.at = Math.min(end + 1, text.length)
  return readScalar(plain, from, end)
}
