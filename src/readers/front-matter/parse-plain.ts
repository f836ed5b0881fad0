import type { Position } from '../../article/article.js'
import type { Limits } from '../reader.js'
import type { Entry, ListEntry, MapEntry, ScalarEntry } from './entry.js'
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
  const plain: Plain = { text, offset: block.offset, at: 0, line: 0, number: 1, keys: 0 }
  const map = readMap(plain, 0, 1)
  return map && plain.at === text.length && plain.keys <= limits.frontMatterKeys ? map : undefined
}

/** A block on the way through it. */
interface Plain {
  text: string
  /** Where it begins in the source. */
  offset: number
  /** Where the line begins that is to be read next. */
  at: number
  /** Where the line begins that is being read, and its number, the opening fence counted. */
  line: number
  number: number
  /** Keys so far, in all maps. */
  keys: number
}

/** Goes to the next line. */
function advance(plain: Plain, end: number): void {
  plain.line = plain.at
  plain.at = Math.min(end + 1, plain.text.length)
  plain.number++
}

type Point = Position['start']

/** A character of the line that is being read. */
const pointAt = ({ offset, line, number }: Plain, at: number): Point => ({
  line: number,
  column: at - line + 1,
  offset: offset + at,
})

/** A column of the line that is to be read next: the first line's is 1. */
const pointIn = ({ offset, at, number }: Plain, column: number): Point => ({
  line: number + 1,
  column: column + 1,
  offset: offset + at + column,
})

/** A collection ends where the next line begins. */
const endOf = (plain: Plain): Point =>
  plain.text.charCodeAt(plain.at - 1) === NEWLINE ? pointIn(plain, 0) : pointAt(plain, plain.at)

const placeOf = (plain: Plain, start: number, end: number): Position => ({
  start: pointAt(plain, start),
  end: pointAt(plain, end),
})

const NEWLINE = 0x0a
const SPACE = 0x20

/** Reads a map whose keys stand in one column; before the first may stand the mark of a list. */
function readMap(plain: Plain, column: number, depth: number): MapEntry | undefined {
  const { text } = plain
  const fields = new Map<string, Entry>()
  const start = pointIn(plain, column)
  do {
    const from = plain.at + column
    if (!standsAt(keyed, text, from)) return undefined
    const value = keyed.lastIndex
    const key = text.slice(from, text.indexOf(':', from))
    if (fields.has(key) || noKey.test(key)) return undefined
    plain.keys++
    const end = endOfLine(text, value)
    advance(plain, end)
    const entry = value < end ? readValue(plain, value, end) : readBelow(plain, column, depth + 1)
    if (!entry) return undefined
    fields.set(key, entry)
  } while (plain.at < text.length && indentAt(text, plain.at) === column)
  return { kind: 'map', fields, position: { start, end: endOf(plain) } }
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
function readScalar(plain: Plain, start: number, end: number): ScalarEntry | undefined {
  if (plain.text.charCodeAt(end - 1) === SPACE) return undefined
  const written = plain.text.slice(start, end)
  const value = scalarValue(written)
  if (value === undefined) return undefined
  return {
    kind: 'scalar',
    value,
    text: typeof value === 'string' ? value : written,
    position: placeOf(plain, start, end),
  }
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
    if (mark === ']')
      return at === line.length ? { kind: 'list', items, position: placeOf(plain, start, end) } : undefined
  }
}

/** Reads the items that begin with `- ` at one indent: scalars, and maps. */
function readBlockList(plain: Plain, indent: number, depth: number): ListEntry | undefined {
  const { text } = plain
  const items: Entry[] = []
  const start = pointIn(plain, indent)
  while (plain.at < text.length && indentAt(text, plain.at) === indent && standsAt(marked, text, plain.at)) {
    const item = readItem(plain, marked.lastIndex, depth)
    if (!item) return undefined
    items.push(item)
  }
  return { kind: 'list', items, position: { start, end: endOf(plain) } }
}

function readItem(plain: Plain, from: number, depth: number): Entry | undefined {
  const { text, at } = plain
  if (standsAt(keyed, text, from)) return readMap(plain, from - at, depth + 1)
  const end = endOfLine(text, from)
  advance(plain, end)
  return readScalar(plain, from, end)
}
