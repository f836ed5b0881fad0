import type { Position } from '../../article/article.js'
import type { Limits } from '../reader.js'
import type { Entry, ListEntry, MapEntry, ScalarEntry } from './entry.js'
import type { FrontMatterBlock } from './split.js'

/** Characters that a plain block may hold: printable, no tab, no carriage return, none that another program takes for a line end. */
const odd = /[^\n\u0020-\u007E\u00A0-\u2027\u2030-\uFEFE]/

/** `key:`, alone or with a value behind it. */
const keyed = /^([A-Za-z_][\w-]*):(?: +(?=\S)|$)/

/** The mark of an item of a block list. */
const marked = /^( *)- +(?=\S)/

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
  const plain: Plain = { lines: linesOf(text, block.offset), keys: 0 }
  const map = readMap(plain, 0, 0, 1)
  return map && map.next === plain.lines.length && plain.keys <= limits.frontMatterKeys ? map.entry : undefined
}

interface Plain {
  lines: readonly Line[]
  /** Keys so far, in all maps. */
  keys: number
}

/** A collection, and the line behind it. */
interface Collection<Kind extends MapEntry | ListEntry> {
  entry: Kind
  next: number
}

/** Reads a map whose keys stand in one column; before the first may stand the mark of a list. */
function readMap(plain: Plain, from: number, column: number, depth: number): Collection<MapEntry> | undefined {
  const { lines } = plain
  const fields = new Map<string, Entry>()
  let at = from
  while (at < lines.length && (at === from || indentOf(lines[at]!) === column)) {
    const line = lines[at]!
    const head = keyed.exec(column === 0 ? line.text : line.text.slice(column))
    if (!head) return undefined
    const key = head[1]!
    if (fields.has(key) || noKey.test(key)) return undefined
    plain.keys++
    const start = column + head[0].length
    const inline = start < line.text.length
    const below = inline ? undefined : readBelow(plain, at + 1, column, depth + 1)
    const value = inline ? readValue(line, start) : below?.entry
    if (!value) return undefined
    fields.set(key, value)
    at = below?.next ?? at + 1
  }
  const last = lines[at - 1]
  if (!last) return undefined
  return {
    entry: { kind: 'map', fields, position: { start: pointIn(lines[from]!, column), end: endOf(last) } },
    next: at,
  }
}

/** No other space indents in YAML (YAML 1.2.2, 6.1): a no-break space begins a key. */
const indentOf = ({ text }: Line): number => (text.startsWith(' ') ? text.search(/[^ ]|$/) : 0)

/** Reads what stands on the lines below a key: a list at its column or further in, or a map further in. */
function readBelow(
  plain: Plain,
  from: number,
  column: number,
  depth: number,
): Collection<MapEntry | ListEntry> | undefined {
  const line = plain.lines[from]
  if (!line || depth > DEEPEST) return undefined
  const indent = indentOf(line)
  if (indent >= column && marked.test(line.text)) return readBlockList(plain, from, depth)
  return indent > column ? readMap(plain, from, indent, depth) : undefined
}

/** A line with its number, the opening fence counted, and where it begins in the source. */
interface Line {
  text: string
  number: number
  offset: number
  /** Whether a line end follows. */
  ended: boolean
}

function linesOf(text: string, offset: number): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let number = 2; start < text.length; number++) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    lines.push({ text: text.slice(start, end), number, offset: offset + start, ended: found !== -1 })
    start = end + 1
  }
  return lines
}

const pointIn = (line: Line, at: number): Position['start'] => ({
  line: line.number,
  column: at + 1,
  offset: line.offset + at,
})

/** A collection ends where the next line begins. */
function endOf(line: Line): Position['end'] {
  const length = line.text.length
  return line.ended ? { line: line.number + 1, column: 1, offset: line.offset + length + 1 } : pointIn(line, length)
}

const placeOf = (line: Line, start: number, end: number): { position: Position } => ({
  position: { start: pointIn(line, start), end: pointIn(line, end) },
})

function readValue(line: Line, start: number): Entry | undefined {
  return line.text[start] === '[' ? readFlowList(line, start) : readScalar(line, start, line.text.length)
}

/** Reads the scalar between two characters of a line. */
function readScalar(line: Line, start: number, end: number): ScalarEntry | undefined {
  const text = line.text.slice(start, end)
  if (text.endsWith(' ')) return undefined
  const value = scalarValue(text)
  if (value === undefined) return undefined
  return { kind: 'scalar', value, text: typeof value === 'string' ? value : text, ...placeOf(line, start, end) }
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
function readFlowList(line: Line, start: number): ListEntry | undefined {
  const items: Entry[] = []
  for (let at = start + 1; ; ) {
    flowItem.lastIndex = at
    const [whole, before = '', written = '', mark] = flowItem.exec(line.text) ?? []
    if (whole === undefined) return undefined
    const from = at + before.length
    const item = readScalar(line, from, from + written.length)
    if (!item) return undefined
    items.push(item)
    at += whole.length
    if (mark === ']') return at === line.text.length ? { kind: 'list', items, ...placeOf(line, start, at) } : undefined
  }
}

/** Reads the items that begin with `- ` at one indent: scalars, and maps. */
function readBlockList(plain: Plain, from: number, depth: number): Collection<ListEntry> | undefined {
  const { lines } = plain
  const items: Entry[] = []
  const indent = indentOf(lines[from]!)
  let at = from
  while (at < lines.length) {
    const line = lines[at]!
    const mark = marked.exec(line.text)
    if (mark?.[1]?.length !== indent) break
    const column = mark[0].length
    const map = keyed.test(line.text.slice(column)) ? readMap(plain, at, column, depth + 1) : undefined
    const item = map?.entry ?? readScalar(line, column, line.text.length)
    if (!item) return undefined
    items.push(item)
    at = map?.next ?? at + 1
  }
  const position = { start: pointIn(lines[from]!, indent), end: endOf(lines[at - 1]!) }
  return { entry: { kind: 'list', items, position }, next: at }
}
