import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'
import type { Position } from '../../article/article.js'
import type { Report } from '../../diagnostics/message.js'
import type { Entry, MapEntry } from './entry.js'
import type { FrontMatterBlock } from './split.js'

/** References to anchors that one block may make, so that a few lines cannot stand for a billion. */
const MOST_ALIASES = 100

/** Errors after the third are mostly echoes of the first. */
const MOST_ERRORS = 3

/** Parses a block that `prescan` has let pass. Returns undefined, with errors reported at their places, where it is broken. */
export function parseYaml(block: FrontMatterBlock, report: Report): MapEntry | undefined {
  const lines = new LineCounter()
  const text = block.text.replace(/\r(?!\n)/g, '\n')
  const place = (start: number, end: number): Position => ({
    start: pointAt(start, lines, block.offset),
    end: pointAt(end, lines, block.offset),
  })
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    stringKeys: true,
  })
  for (const error of document.errors.slice(0, MOST_ERRORS)) reportError(error, place(...error.pos), text, report)
  if (document.errors.length > 0) return undefined
  const root = document.contents as Node | null
  if (root === null) return { kind: 'map', fields: new Map() }
  const walk: Walk = { document, place, aliases: MOST_ALIASES, report }
  const entry = readNode(root, walk)
  if (walk.broken) return undefined
  if (entry?.kind === 'map') return entry
  report('front-matter-shape', 'the front matter is no list of `key: value` lines', { position: place(0, 0) })
  return undefined
}

/** Where a character of the block stands in the source, with the line of the opening fence counted. */
function pointAt(offset: number, lines: LineCounter, base: number): Position['start'] {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1) + 1, column: Math.max(col, 1), offset: offset + base }
}

interface Walk {
  document: Document
  place(start: number, end: number): Position
  aliases: number
  report: Report
  /** An alias could not be followed, and was reported. */
  broken?: true
}

function readNode(node: unknown, walk: Walk): Entry | undefined {
  if (isAlias(node)) return readAlias(node, walk)
  const range = (node as Node | null)?.range
  const position = range ? { position: walk.place(range[0], range[1]) } : {}
  if (isScalar(node)) {
    const { value, source } = node
    if (typeof value === 'string') return { kind: 'scalar', value, text: value, ...position }
    if (typeof value === 'number' || typeof value === 'boolean')
      return { kind: 'scalar', value, text: source ?? String(value), ...position }
    return { kind: 'scalar', value: null, text: '', ...position }
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.flatMap(item => readNode(item, walk) ?? []), ...position }
  if (!isMap(node)) return { kind: 'scalar', value: null, text: '', ...position }
  const fields = new Map<string, Entry>()
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : String(key)
    const entry = readNode(value, walk)
    if (entry) fields.set(name, entry.position ? entry : { ...entry, ...placeOfKey(key, walk) })
  }
  return { kind: 'map', fields, ...position }
}

function placeOfKey(key: unknown, walk: Walk): { position?: Position } {
  const range = (key as Node | null)?.range
  return range ? { position: walk.place(range[0], range[1]) } : {}
}

function readAlias(node: Alias, walk: Walk): Entry | undefined {
  if (walk.broken) return undefined
  const target = node.resolve(walk.document)
  if (target && walk.aliases-- > 0) return readNode(target, walk)
  walk.broken = true
  const [reason, hint] = target
    ? [`it refers to its anchors more than ${MOST_ALIASES} times`, 'write the values out']
    : [
        `\`*${node.source}\` refers to an anchor that is not there`,
        'put a value that begins with `*` in quotation marks',
      ]
  const position = node.range ? walk.place(node.range[0], node.range[1]) : undefined
  walk.report('front-matter-yaml', `the front matter cannot be read: ${reason}`, { position, hint })
  return undefined
}

/** What the parser's codes mean to a person who is no programmer, and what to do. */
const advice: { readonly [code: string]: { reason: string; hint: string } } = {
  BLOCK_AS_IMPLICIT_KEY: {
    reason: 'a second colon stands in the value',
    hint: 'put the value in quotation marks: `title: "Talks: the second day"`',
  },
  DUPLICATE_KEY: { reason: 'this key stands twice', hint: 'keep one of them' },
  TAB_AS_INDENT: { reason: 'a tab stands where spaces must', hint: 'indent with spaces' },
  BAD_INDENT: {
    reason: 'the line is indented too little or too much',
    hint: 'give lines of one level the same number of spaces',
  },
  MISSING_CHAR: {
    reason: 'a closing mark is missing',
    hint: 'close the quotation mark or bracket, or leave a space after the comma',
  },
  BAD_SCALAR_START: { reason: 'a value may not begin with this character', hint: 'put the value in quotation marks' },
  UNEXPECTED_TOKEN: { reason: 'this does not belong here', hint: 'put the value in quotation marks' },
  MULTILINE_IMPLICIT_KEY: {
    reason: 'the line has no colon',
    hint: 'write `key: value`, and put long values in quotation marks',
  },
}

/** `title: Talks: day two` as it must be written. */
function quotedLine(line: string): string | undefined {
  const found = /^((?:- +)?[\w-]+: +)([^"'\s].*)$/.exec(line)
  return found?.[2] ? `${found[1]}"${found[2].replace(/[\\"]/g, '\\$&')}"` : undefined
}

function reportError(error: YAMLError, position: Position, text: string, report: Report): void {
  const known = advice[error.code]
  const line = text.split('\n')[position.start.line - 2]?.trim() ?? ''
  const shown = line.length > 60 ? `${line.slice(0, 57)}…` : line
  const reason = known?.reason ?? `it is no YAML (${error.message.replace(/\s+/g, ' ').slice(0, 120)})`
  const quoted = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? quotedLine(line) : undefined
  const hint = quoted ? `put the value in quotation marks: \`${quoted}\`` : known?.hint
  // Where something is left open, the parser comes to its end before it notices.
  const at = shown ? `at \`${shown}\`` : 'to its end'
  report('front-matter-yaml', `the front matter cannot be read ${at}: ${reason}`, { position, hint })
}
