import type { Nodes, Root } from 'mdast'
import type { Parse } from './parse.js'

/** Returns satteri's parser, or undefined where its native binding does not load (a browser, an unknown platform). */
export async function loadSatteri(): Promise<Parse | undefined> {
  try {
    const { markdownToMdast } = await import('satteri')
    const native: Parse = source =>
      markdownToMdast(source, { features: { gfm: true, frontmatter: false, directive: true } }) as unknown as Root
    native('')
    return source => parseWithoutTextDirectives(source, native)
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
  const standIn = standIns.find(character => !source.includes(character)) ?? '\u2E31'
  let disguised = source
  for (let round = 0; colons.length > 0; round++) {
    // The last round hides every colon that could begin one, so that none is left whatever the label holds.
    disguised =
      round < MAX_ROUNDS ? replaceAt(disguised, colons, standIn) : disguised.replace(/:(?=[\p{L}_\d])/gu, standIn)
    tree = parse(disguised)
    colons = textDirectives(tree)
    if (round >= MAX_ROUNDS) break
  }
  if (disguised !== source) restore(tree, standIn)
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

/** Calls `visitor` for every node, on a stack of its own: the tree may be deeper than the call stack. */
function eachNode(tree: Root, visitor: (node: Nodes) => void): void {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visitor(node)
    if ('children' in node) waiting.push(...node.children)
  }
}
