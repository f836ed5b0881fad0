import type { StyleSheet } from '../style/style-sheet.js'

/** What a paragraph says of itself beyond its style, each as finished XML; written in the order of the schema. */
export interface DirectProperties {
  keepNext?: string
  frame?: string
  numbering?: string
  direction?: string
  spacing?: string
  indent?: string
  contextual?: string
  align?: string
  section?: string
}

/** A paragraph whose style may still change with what stands around it. */
export interface ParagraphPiece {
  style: string
  direct: DirectProperties
  content: string
  /** Which panel of its own it stands in, where it stands in one: a new object for each. */
  panel?: object
  /** It stands across all columns. */
  wide?: boolean
}

/** A finished table. */
export interface TablePiece {
  table: string
  /** It stands in a panel, where no space may stand, for it would be white. */
  boxed: boolean
  /** The paragraph before it is its caption. */
  captioned: boolean
  wide?: boolean
}

/** What the text of a part is made of, in order. */
export type Piece = ParagraphPiece | TablePiece

/** Returns whether a piece is a table. */
export function isTable(piece: Piece): piece is TablePiece {
  return 'table' in piece
}

/** Returns the markup of pieces. */
export function toMarkup(pieces: readonly Piece[]): string {
  let markup = ''
  for (const piece of pieces) markup += isTable(piece) ? piece.table : paragraphMarkup(piece)
  return markup
}

function paragraphMarkup({ style, direct, content }: ParagraphPiece): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${directMarkup(direct)}</w:pPr>${content}</w:p>`
}

/** ISO/IEC 29500-1, 17.3.1.26: the order of CT_PPr. */
function directMarkup(direct: DirectProperties): string {
  const {
    keepNext = '',
    frame = '',
    numbering = '',
    direction = '',
    spacing = '',
    indent = '',
    contextual = '',
    align = '',
    section = '',
  } = direct
  return keepNext + frame + numbering + direction + spacing + indent + contextual + align + section
}

/** Marks pieces as one panel. */
export function asPanel(pieces: readonly Piece[]): Piece[] {
  const panel = {}
  return pieces.map(piece => (isTable(piece) ? piece : { ...piece, panel }))
}

/** Changes the style of the first or the last piece, where it is a paragraph, to one with the given space there. */
export function setEdge(pieces: Piece[], edge: 'First' | 'Last', space: number, styles: StyleSheet): void {
  const index = edge === 'First' ? 0 : pieces.length - 1
  const piece = pieces[index]
  const side = edge === 'First' ? 'before' : 'after'
  if (!piece || isTable(piece) || (styles.look(piece.style)[side] ?? 0) === space) return
  const free = edge === 'Last' ? { keepWithNext: false } : {}
  pieces[index] = { ...piece, style: styles.variant(piece.style, edge, () => ({ [side]: space, ...free })) }
}
