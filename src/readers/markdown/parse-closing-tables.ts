import type { Nodes, Root, Table } from 'mdast'
import { eachNode } from './each-node.js'
import type { Parse } from './parse.js'

/** Rounds that uncover a fence which an earlier table had swallowed with its directive. */
const MAX_ROUNDS = 4

/** Lines put into a source, in order: where in it, and what. */
type Additions = { at: number; text: string }[]

/**
 * Parses with satteri so that a `:::` directly under a table closes its container, as it does everywhere else; satteri makes
 * a row of it. An empty line is put before such a row, and the places in the tree are then counted without it.
 */
export function parseClosingTables(source: string, parse: Parse): Root {
  let tree = parse(source)
  if (!source.includes(':::')) return tree
  let additions: Additions = []
  let mixed = mix(source, additions)
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rows = closingRows(tree, mixed.text)
    if (rows.length === 0) break
    const more = rows.map(row => {
      const line = lineStart(mixed.text, row)
      return { at: mixed.toSource(line), text: `${mixed.text.slice(line, row).trimEnd()}\n` }
    })
    additions = [...additions, ...more].sort((a, b) => a.at - b.at)
    mixed = mix(source, additions)
    tree = parse(mixed.text)
  }
  if (additions.length > 0) countWithout(mixed.toSource, tree, source)
  return tree
}

/** Where the line begins that a character stands on, whatever ends the line before it. */
const lineStart = (text: string, at: number): number =>
  at === 0 ? 0 : Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1

/** A source with lines put in, and the way back from an offset in it. */
interface Mixed {
  text: string
  toSource(offset: number): number
}

function mix(source: string, additions: Additions): Mixed {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let taken = 0
  let length = 0
  for (const { at, text } of additions) {
    parts.push(source.slice(taken, at), text)
    length += at - taken
    starts.push(length)
    length += text.length
    ends.push(length)
    taken = at
  }
  const toSource = (offset: number): number => {
    const before = lastNotAfter(starts, offset)
    if (before === -1) return offset
    return additions[before]!.at + Math.max(0, offset - ends[before]!)
  }
  return { text: parts.join('') + source.slice(taken), toSource }
}

/** Index of the last number that is not greater than `wanted`; -1 where all are. */
function lastNotAfter(numbers: readonly number[], wanted: number): number {
  let low = -1
  for (let high = numbers.length; high - low > 1; ) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= wanted) low = middle
    else high = middle
  }
  return low
}

/** Offsets of table rows that are nothing but a closing fence, where a directive is open. */
function closingRows(tree: Root, text: string): number[] {
  const offsets: number[] = []
  const waiting: { node: Nodes; inside: boolean }[] = [{ node: tree, inside: false }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next
    const inside = next.inside || node.type === 'containerDirective'
    if (node.type === 'table' && inside) offsets.push(...fencesIn(node, text))
    else if ('children' in node) for (const child of node.children) waiting.push({ node: child, inside })
  }
  return offsets.sort((a, b) => a - b)
}

/** The first is enough: what follows it is no longer in the table. */
function fencesIn(table: Table, text: string): number[] {
  const row = table.children.find(({ position }) => {
    const { start, end } = position ?? {}
    return start?.offset !== undefined && /^:{3,}[ \t]*$/.test(text.slice(start.offset, end?.offset))
  })
  return row?.position?.start.offset === undefined ? [] : [row.position.start.offset]
}

/** Sets every place in the tree to where it is in the source. */
function countWithout(toSource: Mixed['toSource'], tree: Root, source: string): void {
  const lines = [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(found => found.index + found[0].length)]
  const settle = (point: { offset?: number | undefined }) => {
    const offset = toSource(point.offset ?? 0)
    const line = lastNotAfter(lines, offset)
    return { line: line + 1, column: offset - lines[line]! + 1, offset }
  }
  eachNode(tree, node => {
    if (node.position) node.position = { start: settle(node.position.start), end: settle(node.position.end) }
  })
}
