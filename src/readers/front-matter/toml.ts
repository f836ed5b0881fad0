import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { Position } from '../../article/article.js'
import type { Report } from '../../diagnostics/message.js'
import type { Limits } from '../reader.js'
import type { Entry, ListEntry, MapEntry, ScalarEntry } from './entry.js'
import type { FrontMatterBlock } from './split.js'
import { reportTomlFault } from './toml-fault.js'

/** Parses a block that `prescan` has let pass. Returns undefined, with an error reported at its place, where it is broken. */
export function parseToml(block: FrontMatterBlock, limits: Limits, report: Report): MapEntry | undefined {
  let tree: AST.TOMLProgram
  try {
    // What is left open ends on its own line, not on that of the fence.
    tree = parseTOML(block.text.replace(/\r(?!\n)/g, '\n').trimEnd(), { tomlVersion: '1.1' })
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    reportTomlFault(error, block, report)
    return undefined
  }
  const walk: Walk = { offset: block.offset, limits, keys: 0 }
  const root: MapEntry = { kind: 'map', fields: new Map() }
  for (const part of tree.body[0].body) {
    if (part.type === 'TOMLKeyValue') addPair(part, root, walk, 1)
    else addTable(part, root, walk)
    if (!walk.refused) continue
    const { what, node } = walk.refused
    const reason = what === 'keys' ? `has more than ${limits.frontMatterKeys} keys` : tooDeep(limits)
    report('front-matter-limit', `the front matter ${reason}`, placeOf(node, walk))
    return undefined
  }
  return root
}

const tooDeep = (limits: Limits): string => `is nested more than ${limits.frontMatterDepth} deep`

interface Walk {
  /** Where the block begins in the source. */
  offset: number
  limits: Limits
  keys: number
  /** More than the limits allow, and where. */
  refused?: { what: 'keys' | 'depth'; node: AST.TOMLNode }
}

/** The line of the opening fence counts. */
function placeOf({ loc, range }: AST.TOMLNode, { offset }: Walk): { position: Position } {
  const point = (at: AST.Position, index: number): Position['start'] => ({
    line: at.line + 1,
    column: at.column + 1,
    offset: offset + index,
  })
  return { position: { start: point(loc.start, range[0]), end: point(loc.end, range[1]) } }
}

function addPair(pair: AST.TOMLKeyValue, map: MapEntry, walk: Walk, depth: number): void {
  const names = pair.key.keys.map(nameOf)
  walk.keys += names.length
  const inner = depth + names.length - 1
  if (isTooMuch(pair, walk, inner)) return
  const target = names.slice(0, -1).reduce((within, name) => mapIn(within, name, placeOf(pair.key, walk)), map)
  target.fields.set(names.at(-1)!, readValue(pair.value, walk, inner))
}

/** `[params]`, `[[resources]]`: a list's last map is the one that a name leads into (TOML 1.1.0, Array of Tables). */
function addTable(table: AST.TOMLTable, root: MapEntry, walk: Walk): void {
  const names = table.key.keys.map(nameOf)
  walk.keys += names.length
  if (isTooMuch(table, walk, names.length)) return
  const position = placeOf(table.key, walk)
  const parent = names.slice(0, -1).reduce((within, name) => mapIn(within, name, position), root)
  const name = names.at(-1)!
  const map = table.kind === 'array' ? nextOf(parent, name, position) : mapIn(parent, name, position)
  for (const pair of table.body) addPair(pair, map, walk, names.length + 1)
}

/** The map under a name, made where there is none. That none stands where another value does, the parser sees to. */
function mapIn(within: MapEntry, name: string, position: { position: Position }): MapEntry {
  const found = within.fields.get(name)
  const last = found?.kind === 'list' ? found.items.at(-1) : found
  if (last?.kind === 'map') return last
  const made: MapEntry = { kind: 'map', fields: new Map(), ...position }
  within.fields.set(name, made)
  return made
}

function nextOf(within: MapEntry, name: string, position: { position: Position }): MapEntry {
  const made: MapEntry = { kind: 'map', fields: new Map(), ...position }
  const found = within.fields.get(name)
  if (found?.kind === 'list') found.items.push(made)
  else within.fields.set(name, { kind: 'list', items: [made], ...position })
  return made
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string => (key.type === 'TOMLBare' ? key.name : key.value)

function readValue(node: AST.TOMLContentNode, walk: Walk, depth: number): Entry {
  const position = placeOf(node, walk)
  if (isTooMuch(node, walk, depth)) return { kind: 'scalar', value: null, text: '' }
  if (node.type === 'TOMLArray') {
    const items = node.elements.map(item => readValue(item, walk, depth + 1))
    return { kind: 'list', items, ...position } satisfies ListEntry
  }
  if (node.type === 'TOMLInlineTable') {
    const map: MapEntry = { kind: 'map', fields: new Map(), ...position }
    for (const pair of node.body) addPair(pair, map, walk, depth + 1)
    return map
  }
  return { ...readScalar(node), ...position }
}

/** Dates and numbers keep the text that they are written in. */
function readScalar(node: AST.TOMLValue): ScalarEntry {
  if (node.kind === 'string') return { kind: 'scalar', value: node.value, text: node.value }
  if (node.kind === 'boolean') return { kind: 'scalar', value: node.value, text: String(node.value) }
  if (node.kind === 'integer' || node.kind === 'float')
    // JSON has neither infinity nor what is no number.
    return { kind: 'scalar', value: Number.isFinite(node.value) ? node.value : node.number, text: node.number }
  return { kind: 'scalar', value: node.datetime, text: node.datetime }
}

function isTooMuch(node: AST.TOMLNode, walk: Walk, depth: number): boolean {
  const { frontMatterKeys, frontMatterDepth } = walk.limits
  if (depth > frontMatterDepth) walk.refused ??= { what: 'depth', node }
  if (walk.keys > frontMatterKeys) walk.refused ??= { what: 'keys', node }
  return walk.refused !== undefined
}
