import type { Nodes, Root, Table } from 'mdast'
import type { Parse } from './parse.js'

/** Returns satteri's parser, or undefined where its native binding does not load (a browser, an unknown platform). */
export async function loadSatteri(): Promise<Parse | undefined> {
  try {
    const { markdownToMdast } = await import('satteri')
    const native: Parse = source =>
      markdownToMdast(source, {
        features: { gfm: true, frontmatter: false, directive: true },
      }) as unknown as Root
    native('')
    return source => parseClosingTables(source, text => parseWithoutTextDirectives(text, native))
  } catch {
    return undefined
  }
}

/** Punctuation that prose does not use. To Markdown it weighs as much as a colon and begins nothing. */
const standIns = ['\u2E31', '\u2E33', '\u2E2B', '\u2E2A', '\u2E2C', '\u2E2D']

/** Rounds that uncover a text directive inside the label of another. Prose needs two. */
const MAX_ROUNDS = 4

/**
 * satteri reads directives in running text as well (`10:30` holds one named `30`) and has no switch for it. So each colon
 * that began one is exchanged for a character of the same width, the source is parsed again, and the colons are put back
 * into the tree. Links and notes in a would-be label (`3:1[^2]`) then come out as what they are.
 */
function parseWithoutTextDirectives(source: string, parse: Parse): Root {
  let tree = parse(source)
  let colons = textDirectives(tree)
  if (colons.length === 0) return tree
  const standIn = standIns.find(character => !source.includes(character)) ?? '\u2E31'
  let disguised = source
  for (let round = 0; round < MAX_ROUNDS && colons.length > 0; round++) {
    disguised = replaceAt(disguised, colons, standIn)
    tree = parse(disguised)
    colons = textDirectives(tree)
  }
  if (colons.length > 0) {
    // Labels in labels without end: every colon that could begin a directive inside a line is hidden.
    disguised = disguised.replace(/(?<=[^\s:>]):(?=[\p{L}_\d])/gu, standIn)
    tree = parse(disguised)
  }
  restore(tree, standIn)
  return tree
}

function textDirectives(tree: Root): number[] {
  const offsets: number[] = []
  eachNode(tree, node => {
    const offset = node.position?.start.offset
    if (node.type === 'textDirective' && offset !== undefined) offsets.push(offset)
  })
  return offsets
}

function replaceAt(source: string, offsets: number[], character: string): string {
  const parts: string[] = []
  let end = 0
  for (const offset of offsets.sort((a, b) => a - b)) {
    parts.push(source.slice(end, offset), character)
    end = offset + 1
  }
  return parts.join('') + source.slice(end)
}

/** Puts colons back into every string of the tree. */
function restore(tree: Root, standIn: string): void {
  const back = (value: unknown): unknown =>
    typeof value === 'string' && value.includes(standIn) ? value.replaceAll(standIn, ':') : value
  eachNode(tree, node => {
    const fields = node as unknown as { [name: string]: unknown }
    for (const name of Object.keys(fields)) {
      if (name !== 'type' && name !== 'children' && name !== 'position') fields[name] = back(fields[name])
    }
    if ('attributes' in node && node.attributes) {
      node.attributes = Object.fromEntries(
        Object.entries(node.attributes).map(([name, value]) => [back(name), back(value)]),
      ) as typeof node.attributes
    }
  })
}

/**
 * A `:::` directly under a table closes its container; satteri makes a row of it. An empty line before such a row makes both
 * see the same, and the places in the tree are then counted without the lines that were put in.
 */
function parseClosingTables(source: string, parse: Parse): Root {
  let tree = parse(source)
  const added: Addition[] = []
  let text = source
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rows = closingRows(tree, text)
    if (rows.length === 0) break
    for (const start of rows.reverse()) {
      const line = `${text.slice(lineStart(text, start), start).trimEnd()}\n`
      const at = lineStart(text, start)
      text = text.slice(0, at) + line + text.slice(at)
      added.push({ at, length: line.length })
    }
    tree = parse(text)
  }
  if (added.length > 0) countWithout(added, tree, source)
  return tree
}

/** Text that was put in at an offset of the text as it was then. */
interface Addition {
  at: number
  length: number
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** Offsets of table rows that are nothing but a closing fence, where a directive is open. */
function closingRows(tree: Root, text: string): number[] {
  const offsets: number[] = []
  const look = (table: Table): void => {
    for (const row of table.children) {
      const { start, end } = row.position ?? {}
      if (start?.offset !== undefined && /^:{3,}[ \t]*$/.test(text.slice(start.offset, end?.offset)))
        offsets.push(start.offset)
    }
  }
  eachNode(tree, node => {
    if (node.type === 'containerDirective') eachNode(node, inner => inner.type === 'table' && look(inner))
  })
  return [...new Set(offsets)].sort((a, b) => a - b)
}

/** Sets every place in the tree to where it is in the source. */
function countWithout(added: readonly Addition[], tree: Root, source: string): void {
  const starts = [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(found => found.index + found[0].length)]
  const settle = (point: { line: number; column: number; offset?: number | undefined }): void => {
    let offset = point.offset ?? 0
    for (const { at, length } of added.toReversed()) {
      if (offset >= at + length) offset -= length
      else if (offset > at) offset = at
    }
    let low = 0
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    Object.assign(point, { line: low + 1, column: offset - starts[low]! + 1, offset })
  }
  eachNode(tree, node => {
    if (!node.position) return
    const position = { start: { ...node.position.start }, end: { ...node.position.end } }
    settle(position.start)
    settle(position.end)
    node.position = position
  })
}

/** Calls `visitor` for every node, on a stack of its own: the tree may be deeper than the call stack. */
function eachNode(tree: Nodes, visitor: (node: Nodes) => unknown): void {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visitor(node)
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
}
