import type { Root } from 'mdast'
import { decodeAttributes } from './decode-attributes.js'
import { eachNode } from './each-node.js'
import type { Parse } from './parse.js'
import { parseClosingTables } from './parse-closing-tables.js'
import { satteriTree } from './satteri-tree.js'
import { anySigns, type Signs, sign } from './signs.js'

/** Returns satteri's parser, or undefined where its native binding does not load (a browser, an unknown platform). */
export async function loadSatteri(): Promise<Parse | undefined> {
  try {
    const { createMdastHandle, serializeHandle, dropHandle } = await import('satteri')
    const native: Parse = (source, from = 0, signs = anySigns) => {
      const handle = createMdastHandle(source.slice(from), holdsNoDirective(signs) ? plain : features)
      try {
        return satteriTree(serializeHandle(handle), source, from, signs.wide)
      } finally {
        dropHandle(handle)
      }
    }
    native('')
    return (source, from = 0, signs = anySigns) => {
      if (holdsNoDirective(signs)) return native(source, from, signs)
      return decodeAttributes(
        // What these put into the source lies behind the front matter, or is as wide as what it stands for.
        parseClosingTables(source, text => parseWithoutTextDirectives(text, from, native)),
        source,
      )
    }
  } catch {
    return undefined
  }
}

const features = { gfm: true, frontmatter: false, directive: true }
/** For a text without directives: not to look for them saves an eighth of satteri's time. */
const plain = { ...features, directive: false }

/** Marks of one byte that begin nothing in Markdown and weigh as much as a colon beside emphasis. */
const inert = ['%', '$']

/** Characters of one byte that no text may hold; beside emphasis they weigh less than a colon. */
const controls = [...'\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010']

/**
 * Returns a character that the source does not hold. It should be ASCII: satteri counts columns anew for every node of a
 * line that is not, which takes the square of the line's length.
 */
function standInFor(source: string): string {
  const candidates = /&(?:#|percnt|dollar)/i.test(source) ? controls : [...inert, ...controls]
  return candidates.find(character => !source.includes(character)) ?? '\u2E31'
}

/** Rounds that uncover a text directive inside the label of another. Prose needs two. */
const MAX_ROUNDS = 4

/**
 * satteri reads directives in running text as well (`10:30` holds one named `30`) and has no switch for it. So each colon
 * that began one is exchanged for a character of the same width, the source is parsed again, and the colons are put back
 * into the tree. Links and notes in a would-be label (`3:1[^2]`) then come out as what they are.
 */
function parseWithoutTextDirectives(source: string, from: number, parse: Parse): Root {
  if (!mayHoldDirective(source, from) && !holdsCrowd(source)) return parse(source, from)
  const standIn = standInFor(source)
  let disguised = hideCrowds(source, standIn)
  let tree = parse(disguised, from)
  let colons = textDirectives(tree, disguised, from)
  for (let round = 0; round < MAX_ROUNDS && colons.length > 0; round++) {
    disguised = replaceAt(disguised, colons, standIn)
    tree = parse(disguised, from)
    colons = textDirectives(tree, disguised, from)
  }
  if (colons.length > 0) {
    // Labels in labels without end: every colon that could begin a directive inside a line is hidden.
    disguised = disguised.replace(/(?<=[^\s:>]):(?=[\p{L}_\d])/gu, standIn)
    tree = parse(disguised, from)
  }
  if (disguised !== source) restore(tree, standIn)
  return tree
}

/** Colons in one block from which on they are hidden beforehand: satteri looks at each of them once for every other. */
const CROWD = 500

/** Neither what could be a directive, nor a crowd of colons: nothing must be done for a text without. */
const holdsNoDirective = ({ seen, openers }: Signs): boolean => (seen & sign.directive) === 0 && openers < CROWD

/** Hides the colons of a block that holds hundreds, but for those of fences, addresses, definitions and tables. */
function hideCrowds(source: string, standIn: string): string {
  if (!holdsCrowd(source)) return source
  return source
    .split(/((?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))/)
    .map(block => (holdsCrowd(block) ? block.replace(/(?<![\]:|-]):(?![:/|-])/g, standIn) : block))
    .join('')
}

function holdsCrowd(text: string): boolean {
  let at = text.indexOf(':')
  for (let count = 1; at !== -1 && count < CROWD; count++) at = text.indexOf(':', at + 1)
  return at !== -1
}

/** A colon before something that could be a name: the tree of a source without one is not walked. */
const mayBeDirective = /:[^\s:/]/g

function mayHoldDirective(source: string, from: number): boolean {
  mayBeDirective.lastIndex = from
  return mayBeDirective.test(source)
}

function textDirectives(tree: Root, source: string, from: number): number[] {
  const offsets: number[] = []
  if (!mayHoldDirective(source, from)) return offsets
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
