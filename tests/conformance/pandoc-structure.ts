import { squeeze } from '../support/words.js'
import { address, emptyStructure, type Structure } from './structure.js'

/** A node of Pandoc's tree: `t` names it, `c` is what it holds. */
interface Node {
  t: string
  c?: unknown
}

/** Attributes, and cells. */
type Row = [unknown, unknown[][]]

interface Place {
  lists: number
  quoted: boolean
  /** Words of the headings by their ids. */
  headings: ReadonlyMap<string, string>
}

/** Returns the structure of what `pandoc -t json` printed. Its title block stands in its metadata. */
export function pandocStructure(json: string): Structure {
  const found = emptyStructure()
  const { meta, blocks } = JSON.parse(json) as { meta: { [name: string]: Node }; blocks: Node[] }
  const headings = new Map<string, string>()
  const place: Place = { lists: 0, quoted: false, headings }
  gather(blocks, headings)
  for (const tree of [...Object.values(meta), blocks]) enter(tree, found, place)
  return found
}

function gather(tree: unknown, headings: Map<string, string>): void {
  for (const node of nodesIn(tree)) {
    if (node.t === 'Header') {
      const [, [id], inlines] = node.c as [number, [string], unknown]
      headings.set(id, words(inlines))
    }
    gather(node.c, headings)
  }
}

function enter(tree: unknown, found: Structure, place: Place): void {
  for (const node of nodesIn(tree)) handle(node, found, place)
}

function handle(node: Node, found: Structure, place: Place): void {
  const content = node.c as readonly unknown[]
  switch (node.t) {
    case 'Header':
      found.headings.push(`${content[0]} ${words(content[2])}`)
      break
    case 'Para':
    case 'Plain':
      if (place.quoted) found.quotes.push(words(content))
      break
    case 'BlockQuote':
      return enter(content, found, { ...place, quoted: true })
    case 'BulletList':
      return items(content as Node[][], () => '-', found, place)
    case 'OrderedList': {
      const [start] = content[0] as [number]
      return items(content[1] as Node[][], index => `${start + index}.`, found, place)
    }
    case 'Table':
      table(content, found)
      break
    case 'Note':
      found.notes.push(words(content))
      return enter(content, found, { ...place, lists: 0, quoted: false })
    case 'Image':
      found.pictures.push(words(content[1]))
      return
    case 'Link': {
      const [url] = content[2] as [string]
      const heading = place.headings.get(url.slice(1))
      found.links.push(url.startsWith('#') && heading !== undefined ? `# ${heading}` : address(url))
    }
  }
  enter(content, found, place)
}

function items(list: readonly Node[][], mark: (index: number) => string, found: Structure, place: Place): void {
  const lists = place.lists + 1
  list.forEach((item, index) => {
    const line = words(firstText(item)).replace(/^[☐☑]/u, '')
    found.items.push(`${lists} ${mark(index)} ${line}`)
    enter(item, found, { ...place, lists })
  })
}

/** What an item begins with, be it quoted. */
function firstText([first]: readonly Node[]): unknown {
  if (first?.t === 'BlockQuote') return firstText(first.c as Node[])
  return first?.t === 'Para' || first?.t === 'Plain' ? first.c : []
}

/** Attributes, caption, columns, head and bodies; a row is its attributes and its cells, a cell's words stand fifth. */
function table([, , , head, bodies]: readonly unknown[], found: Structure): void {
  const row = (kind: string, [, cells]: Row): void => {
    found.rows.push(`${kind} ${cells.map(cell => words(cell[4])).join(' | ')}`)
  }
  for (const each of (head as [unknown, Row[]])[1]) row('head', each)
  for (const body of bodies as Row[][][]) for (const each of body[3]!) row('body', each)
}

/** Returns the nodes in whatever holds them: Pandoc nests them in lists of lists, its metadata in objects. */
function nodesIn(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(nodesIn)
  return typeof tree === 'object' && tree !== null && 't' in tree ? [tree as Node] : []
}

/** Returns the words of a tree, those of notes and pictures left out. */
function words(tree: unknown): string {
  return squeeze(plain(tree))
}

function plain(tree: unknown): string {
  return nodesIn(tree)
    .map(({ t, c }) => {
      if (t === 'Str') return c as string
      if (t === 'Code' || t === 'CodeBlock') return (c as string[])[1]!
      return t === 'Note' || t === 'Image' ? '' : plain(c)
    })
    .join('')
}
