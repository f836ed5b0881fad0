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
    return source => decodeAttributes(parseClosingTables(source, text => parseWithoutTextDirectives(text, native)))
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
  let colons = textDirectives(tree, source)
  if (colons.length === 0) return tree
  const standIn = standIns.find(character => !source.includes(character)) ?? '\u2E31'
  let disguised = source
  for (let round = 0; round < MAX_ROUNDS && colons.length > 0; round++) {
    disguised = replaceAt(disguised, colons, standIn)
    tree = parse(disguised)
    colons = textDirectives(tree, disguised)
  }
  if (colons.length > 0) {
    // Labels in labels without end: every colon that could begin a directive inside a line is hidden.
    disguised = disguised.replace(/(?<=[^\s:>]):(?=[\p{L}_\d])/gu, standIn)
    tree = parse(disguised)
  }
  restore(tree, standIn)
  return tree
}

function textDirectives(tree: Root, source: string): number[] {
  const offsets: number[] = []
  eachNode(tree, node => {
    const offset = node.position?.start.offset
    if (offset === undefined) return
    if (node.type === 'textDirective') offsets.push(offset)
    // In a picture's description the directive is no node: its colon and name are simply gone.
    if (node.type === 'image' || node.type === 'imageReference')
      offsets.push(...colonsBefore(source.slice(offset, node.position!.end.offset)).map(at => offset + at))
  })
  return offsets
}

/** Offsets of colons that could begin a directive, up to a picture's address. */
function colonsBefore(picture: string): number[] {
  const address = Math.max(picture.lastIndexOf(']('), picture.lastIndexOf(']['))
  const words = address === -1 ? picture : picture.slice(0, address)
  return [...words.matchAll(/:(?=[\p{L}_\d])/gu)].map(found => found.index)
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

/** Decodes the character references in directives' attributes that satteri leaves as they are written. */
function decodeAttributes(tree: Root): Root {
  eachNode(tree, node => {
    if (!('attributes' in node) || !node.attributes) return
    for (const [name, value] of Object.entries(node.attributes)) {
      if (typeof value === 'string' && value.includes('&'))
        Object.assign(node.attributes, { [name]: decodeReferences(value) })
    }
  })
  return tree
}

/** The references that quoting needs: by number, and those that XML has names for. */
function decodeReferences(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/gi,
    (written, decimal, hex, name) => {
      if (name) return named[(name as string).toLowerCase()] ?? written
      const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}

const named: { readonly [name: string]: string } = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00A0' }

/** Calls `visitor` for every node, on a stack of its own: the tree may be deeper than the call stack. */
function eachNode(tree: Nodes, visitor: (node: Nodes) => unknown): void {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visitor(node)
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
}
