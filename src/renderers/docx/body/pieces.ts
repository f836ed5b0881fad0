import type { Style } from '../../../templates/template.js'
import type { StyleSheet } from '../style/style-sheet.js'

/** A paragraph whose style may still change with what stands around it. */
export interface ParagraphPiece {
  style: string
  /** `w:pPr` after the style. */
  properties: string
  content: string
  /** Which panel of its own it stands in, where it stands in one: a new object for each. */
  panel?: object
}

/** A finished table. */
export interface TablePiece {
  table: string
  /** It stands in a panel, where no space may stand, for it would be white. */
  boxed: boolean
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
  for (const piece of pieces)
    markup += isTable(piece)
      ? piece.table
      : `<w:p><w:pPr><w:pStyle w:val="${piece.style}"/>${piece.properties}</w:pPr>${piece.content}</w:p>`
  return markup
}

/** Marks pieces as one panel. */
export function asPanel(pieces: readonly Piece[]): Piece[] {
  const panel = {}
  return pieces.map(piece => (isTable(piece) ? piece : { ...piece, panel }))
}

/**
 * Returns the pieces of a whole part with what their neighbourhood asks for: air around tables, and panels that follow each
 * other kept apart.
 */
export function settle(pieces: readonly Piece[], styles: StyleSheet): Piece[] {
  return spaceTables(partPanels(pieces, styles), styles)
}

/**
 * Word draws neighbours with the same border as one panel (ISO/IEC 29500-1, 17.3.1.24), so of two panels that touch the
 * second gets a border that differs by less than one sees.
 */
function partPanels(pieces: readonly Piece[], styles: StyleSheet): Piece[] {
  let panel: object | undefined
  let edge = ''
  let other = false
  return pieces.map(piece => {
    if (isTable(piece)) return piece
    const look = styles.look(piece.style)
    if (piece.panel !== panel) {
      other = edge !== '' && edgeOf(look) === edge && !other
      panel = piece.panel
    }
    edge = edgeOf(look)
    return other && edge !== '' ? { ...piece, style: styles.variant(piece.style, 'Next', otherBorder) } : piece
  })
}

/** Returns what Word compares of two paragraphs; nothing for one without a border. */
function edgeOf(look: Style): string {
  const tint = look.background !== undefined && look.background !== 'none' ? look.background : ''
  const rules = Object.entries(look.border ?? {}).filter(([, rule]) => rule.width > 0)
  return tint || rules.length > 0 ? JSON.stringify([tint, rules, look.padding, look.indentStart]) : ''
}

/** An eighth of a point is the least that Word knows. */
function otherBorder(look: Style): Style {
  const padding = look.padding ?? { top: 0, right: 0, bottom: 0, left: 0 }
  const border = { ...look.border }
  const side = (['left', 'bottom', 'top', 'right'] as const).find(each => (border[each]?.width ?? 0) > 0)
  if (!side) return { padding: { ...padding, right: padding.right + 1 } }
  border[side] = { ...border[side]!, width: border[side]!.width + 0.125 }
  return { border }
}

/**
 * A table has no space of its own in Word, so what follows it gets it, and two tables that touch would be one (17.4.37).
 * A part that ends in a table needs a paragraph after it.
 */
function spaceTables(pieces: readonly Piece[], styles: StyleSheet): Piece[] {
  const spaced: Piece[] = []
  let afterTable = false
  for (const piece of pieces) {
    if (afterTable && isTable(piece)) spaced.push(gap(styles))
    spaced.push(afterTable && !isTable(piece) ? { ...piece, style: belowTable(piece.style, styles) } : piece)
    afterTable = isTable(piece) && !piece.boxed
  }
  if (afterTable) spaced.push(gap(styles))
  return spaced
}

function belowTable(style: string, styles: StyleSheet): string {
  const space = styles.looks.table.after ?? 0
  if ((styles.look(style).before ?? 0) >= space) return style
  return styles.variant(style, 'After Table', () => ({ before: space }))
}

/** A paragraph without words or height, but for the space that tables keep. */
function gap(styles: StyleSheet): Piece {
  const space = styles.looks.table.after ?? 0
  const style = styles.variant('Normal', '', () => ({ size: 1, leading: 1, before: 0, after: space }), {
    name: 'Table Gap',
  })
  return { style, properties: '', content: '' }
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
