import type { Block, Inline } from '../../article/article.js'
import type { Marks, Piece, Remark } from './pieces.js'

/** The marks that become nodes, the outermost first where two reach equally far. */
const order = [
  'comment',
  'link',
  'insertion',
  'deletion',
  'span',
  'strong',
  'emphasis',
  'strike',
  'script',
  'code',
] as const
type MarkName = (typeof order)[number]

/** Returns the text of the note that a piece cites. */
export type NoteText = (id: string, of: 'footnote' | 'endnote') => Block[]

/**
 * Makes a tree of runs that carry their marks side by side: of the marks on a run, the one that reaches furthest becomes the
 * outermost node.
 */
export function buildInlines(pieces: readonly Piece[], noteText: NoteText): Inline[] {
  return build(
    pieces.map(piece => ({ piece, marks: splitComments(piece.marks) })),
    noteText,
  )
}

/** A piece with the marks that are still to become nodes. */
interface Marked {
  piece: Piece
  marks: ReadonlyMap<string, Value>
}

/** What a mark is: two runs belong to one node where name and key agree. */
interface Value {
  name: MarkName
  key: string
  node: (children: Inline[]) => Inline
}

function splitComments(marks: Marks): Map<string, Value> {
  const found = new Map<string, Value>()
  const put = (name: MarkName, of: unknown, node: Value['node'], key = ''): void => {
    if (of !== undefined) found.set(name + key, { name, key: JSON.stringify(of), node })
  }
  for (const remark of marks.comments ?? []) put('comment', remark, children => toComment(remark, children), remark.id)
  const { link, insertion, deletion, span, script } = marks
  put('link', link, children => ({ type: 'link', ...link!, children }))
  put('insertion', insertion, children => ({ type: 'insertion', ...insertion, children }))
  put('deletion', deletion, children => ({ type: 'deletion', ...deletion, children }))
  put('span', span, children => ({ type: 'span', ...span, children }))
  for (const name of ['strong', 'emphasis', 'strike'] as const)
    put(name, marks[name], children => ({ type: name, children }))
  put('script', script, children => ({ type: script!, children }))
  put('code', marks.code, children => ({ type: 'inlineCode', value: children.map(codeText).join('') }))
  return found
}

const codeText = (node: Inline): string => (node.type === 'text' ? node.value : '')

function build(pieces: readonly Marked[], noteText: NoteText): Inline[] {
  const nodes: Inline[] = []
  for (let at = 0; at < pieces.length; ) {
    const widest = furthest(pieces, at)
    if (!widest) {
      addLeaf(nodes, pieces[at]!.piece, noteText)
      at++
      continue
    }
    const inside = pieces.slice(at, at + widest.length).map(({ piece, marks }) => {
      const rest = new Map(marks)
      rest.delete(widest.slot)
      return { piece, marks: rest }
    })
    nodes.push(...nodesOf(widest.value, inside, noteText))
    at += widest.length
  }
  return nodes
}

/** Code holds nothing but words: what else stands in it divides it. */
function nodesOf(value: Value, inside: readonly Marked[], noteText: NoteText): Inline[] {
  if (value.name !== 'code') return [value.node(build(inside, noteText))]
  const nodes: Inline[] = []
  let words = ''
  const close = (): void => {
    if (words !== '') nodes.push({ type: 'inlineCode', value: words })
    words = ''
  }
  for (const { piece } of inside) {
    if (piece.kind === 'text') words += piece.value
    else {
      close()
      addLeaf(nodes, piece, noteText)
    }
  }
  close()
  return nodes
}

/** The mark of a piece that reaches over the most pieces after it. */
function furthest(pieces: readonly Marked[], at: number): { slot: string; value: Value; length: number } | undefined {
  let best: { slot: string; value: Value; length: number } | undefined
  for (const [slot, value] of pieces[at]!.marks) {
    // Code is always innermost.
    if (value.name === 'code' && pieces[at]!.marks.size > 1) continue
    let length = 1
    while (pieces[at + length]?.marks.get(slot)?.key === value.key) length++
    if (
      !best ||
      length > best.length ||
      (length === best.length && order.indexOf(value.name) < order.indexOf(best.value.name))
    )
      best = { slot, value, length }
  }
  return best
}

function addLeaf(nodes: Inline[], piece: Piece, noteText: NoteText): void {
  const last = nodes.at(-1)
  switch (piece.kind) {
    case 'text':
      if (last?.type === 'text') nodes[nodes.length - 1] = { type: 'text', value: last.value + piece.value }
      else if (piece.value !== '') nodes.push({ type: 'text', value: piece.value })
      return
    case 'break':
      nodes.push({ type: 'lineBreak' })
      return
    case 'note': {
      const children = noteText(piece.id, piece.of)
      if (children.length > 0)
        nodes.push({ type: 'note', ...(piece.label !== undefined && { label: piece.label }), children })
      return
    }
    case 'picture':
      nodes.push({ type: 'inlineImage', url: piece.url, alt: piece.alt })
      return
    case 'remark':
      nodes.push(toComment(piece.remark, []))
      return
    case 'counter':
  }
}

function toComment({ text, author, date }: Remark, children: Inline[]): Inline {
  return { type: 'comment', text, ...(author !== undefined && { author }), ...(date && { date }), children }
}
