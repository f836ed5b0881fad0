import type { Style } from '../../../templates/template.js'
import { twips } from '../measure.js'
import type { StyleSheet } from '../style/style-sheet.js'
import { isTable, type ParagraphPiece, type Piece } from './pieces.js'

/**
 * Returns the pieces of a whole part with what their neighbourhood asks for: air around tables, and panels that follow each
 * other kept apart.
 */
export function settle(pieces: readonly Piece[], styles: StyleSheet): Piece[] {
  return spaceTables(partPanels(pieces, styles), styles)
}

/**
 * Word draws neighbours with the same border as one panel (ISO/IEC 29500-1, 17.3.1.24). Of two with bars the second gets a
 * border that differs by less than one sees; between tinted ones, alike or not, stands a gap, because LibreOffice would tint the space.
 */
function partPanels(pieces: readonly Piece[], styles: StyleSheet): Piece[] {
  const parted: Piece[] = []
  let panel: object | undefined
  let edge = ''
  let other = false
  let afterTint = false
  for (const piece of pieces) {
    if (isTable(piece)) {
      parted.push(piece)
      afterTint = false
      continue
    }
    const look = styles.look(piece.style)
    if (piece.panel !== panel) {
      const touches = edge !== '' && edgeOf(look) === edge
      const tinted = afterTint && isTinted(look)
      if (tinted) parted.push(gap(styles, 0))
      other = touches && !tinted && !other
      panel = piece.panel
    }
    edge = edgeOf(look)
    afterTint = isTinted(look)
    parted.push(other && edge ? { ...piece, style: styles.variant(piece.style, 'Next', otherBorder) } : piece)
  }
  return parted
}

function isTinted(look: Style): boolean {
  return look.background !== undefined && look.background !== 'none'
}

/** Returns what Word compares of two paragraphs; nothing for one without a border. */
function edgeOf(look: Style): string {
  const rules = Object.entries(look.border ?? {}).filter(([, rule]) => rule.width > 0)
  const tint = isTinted(look) ? look.background : ''
  return tint || rules.length > 0 ? JSON.stringify([tint, rules, look.padding, look.indentStart]) : ''
}

/** An eighth of a point is the least that Word knows. */
function otherBorder(look: Style): Style {
  const border = { ...look.border }
  const side = (['left', 'bottom', 'top', 'right'] as const).find(each => (border[each]?.width ?? 0) > 0)
  if (side) border[side] = { ...border[side]!, width: border[side]!.width + 0.125 }
  return { border }
}

/**
 * A table has no space of its own in Word, so what stands around it gets it, and two tables that touch would be one
 * (17.4.37). A part that ends in a table needs a paragraph after it.
 */
function spaceTables(pieces: readonly Piece[], styles: StyleSheet): Piece[] {
  const space = styles.looks.table.after ?? 0
  const above = styles.looks.table.before ?? 0
  const spaced: Piece[] = []
  let afterTable = false
  for (const piece of pieces) {
    if (afterTable && isTable(piece)) spaced.push(gap(styles, space))
    else if (isTable(piece) && !piece.boxed && !piece.captioned) spaceLast(spaced, above, styles)
    spaced.push(
      afterTable && !isTable(piece) && !isGap(piece, styles) ? withSpace(piece, 'before', space, styles) : piece,
    )
    afterTable = isTable(piece) && !piece.boxed
  }
  if (afterTable) spaced.push(gap(styles, space))
  return spaced
}

function spaceLast(pieces: Piece[], space: number, styles: StyleSheet): void {
  const last = pieces.at(-1)
  if (last && !isTable(last)) pieces[pieces.length - 1] = withSpace(last, 'after', space, styles)
}

/** Items of a list stand close as long as they are of one style (17.3.1.9), so an item says its space itself. */
function withSpace(piece: ParagraphPiece, side: 'before' | 'after', space: number, styles: StyleSheet): ParagraphPiece {
  const { style, direct } = piece
  if ((styles.look(style)[side] ?? 0) >= space) return piece
  if (style === 'Compact' && direct.spacing === undefined)
    return { ...piece, direct: { ...direct, spacing: `<w:spacing w:${side}="${twips(space)}"/>` } }
  const name = side === 'before' ? 'After Table' : 'Before Table'
  return { ...piece, style: styles.variant(style, name, () => ({ [side]: space })) }
}

function isGap({ style }: ParagraphPiece, styles: StyleSheet): boolean {
  return styles.nameOf(style) === 'Table Gap'
}

/**
 * Returns a paragraph without words that takes so much height, points. It is space above: LibreOffice drops the space below
 * one that ends a section. Lines as high as the body's would go without saying, and on a letterhead the body is the house's.
 */
export function gap(styles: StyleSheet, height: number): ParagraphPiece {
  const name = height > 0 ? 'Table Gap' : 'Panel Gap'
  const before = Math.max(0, height - 1)
  const style = styles.variant('Normal', '', () => ({ size: 1, leading: 1, before, after: 0 }), { name })
  return { style, direct: {}, content: '' }
}
