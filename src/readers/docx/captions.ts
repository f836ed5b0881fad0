import type { Inline } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { buildInlines } from './build-inlines.js'
import type { Piece } from './pieces.js'
import type { Reading } from './reading.js'

/** A caption without its number, and the credit after it. */
export interface Caption {
  caption?: Inline[]
  credit?: string
}

/** Reads a caption. The label ("Figure 1.") is made anew by every format; a credit has a style of its own. */
export function readCaption(pieces: readonly Piece[], reading: Reading): Caption {
  const words = withoutLabel(pieces)
  const credit = plainWords(words.filter(isCredit))
  const caption = trimEnds(
    buildInlines(
      words.filter(piece => !isCredit(piece)),
      reading.noteText,
    ),
  )
  return { ...(caption.length > 0 && { caption }), ...(credit && { credit }) }
}

const isCredit = (piece: Piece): boolean => piece.marks.role === 'credit'

/** Returns the pieces after the label: what its style marks, or all up to the number that a field counts. */
export function withoutLabel(pieces: readonly Piece[]): Piece[] {
  const unlabelled = pieces.filter(piece => piece.marks.role !== 'captionLabel' && piece.kind !== 'counter')
  if (unlabelled.length < pieces.length && pieces.some(piece => piece.marks.role === 'captionLabel'))
    return cutStart(unlabelled, /^\s+/)
  const counter = pieces.findIndex(piece => piece.kind === 'counter')
  return counter === -1 ? [...pieces] : cutStart(pieces.slice(counter + 1), /^\s*[.:–—-]?\s*/)
}

function cutStart(pieces: readonly Piece[], pattern: RegExp): Piece[] {
  const [first, ...others] = pieces
  return first?.kind === 'text' ? [{ ...first, value: first.value.replace(pattern, '') }, ...others] : [...pieces]
}

/** Returns the words of pieces on one line. */
export function plainWords(pieces: readonly Piece[]): string {
  const words = pieces.map(piece => (piece.kind === 'text' ? piece.value : piece.kind === 'break' ? ' ' : '')).join('')
  return words.replace(/\s+/g, ' ').trim()
}

/** Returns a run without white space and breaks at its ends. */
export function trimEnds(run: readonly Inline[]): Inline[] {
  const nodes = [...run]
  while (nodes.length > 0 && isSpace(nodes[0]!)) nodes.shift()
  while (nodes.length > 0 && isSpace(nodes.at(-1)!)) nodes.pop()
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (first?.type === 'text') nodes[0] = { ...first, value: first.value.replace(/^[ \t]+/, '') }
  const end = nodes.at(-1)
  if (last && end?.type === 'text') nodes[nodes.length - 1] = { ...end, value: end.value.replace(/[ \t]+$/, '') }
  return nodes
}

const isSpace = (node: Inline): boolean =>
  node.type === 'lineBreak' ||
  (node.type === 'text' && inlineText([node]).trim() === '' && !node.value.includes('\u00A0'))
