import type { Box } from '../../../article/article.js'
import { boxTitle } from '../../../locale/box-title.js'
import { blocks } from './blocks.js'
import type { Flow } from './flow.js'
import { inBox, paragraph } from './paragraph.js'
import { asPanel, isTable, type Piece, setEdge } from './pieces.js'
import { textRuns } from './runs.js'

/**
 * Returns a panel: paragraphs whose styles share one border and tint, which Word draws as one. The styles are named after
 * the kind ("Key Points Text"), so that the kind is not lost.
 */
export function box(node: Box, flow: Flow): Piece[] {
  const inside: Flow = { ...flow, box: prefixOf(node.kind), quotes: 0, lists: 0, opening: {} }
  const pieces: Piece[] = []
  const title = boxTitle(node, flow.file.labels)
  if (title !== undefined) {
    const bold = { ...inside, marks: { boldAround: true } }
    const style = node.title === undefined ? 'BoxLabel' : 'BoxTitle'
    pieces.push(paragraph(inBox(style, inside), textRuns(title, bold), inside))
  }
  const below = blocks(node.children, inside)
  if (node.title === undefined && title !== undefined) markFirst(below, inside)
  pieces.push(...below)
  return asPanel(closed(pieces, inside))
}

/** A head that is not the author's is passed over on reading, so what stands below it says where the box begins. */
function markFirst(pieces: Piece[], flow: Flow): void {
  const [first] = pieces
  if (first && !isTable(first))
    pieces[0] = { ...first, style: flow.file.styles.variant(first.style, 'First', () => ({})) }
}

function prefixOf(kind: string): string {
  const words = kind.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const name = words.map(word => word[0]!.toUpperCase() + word.slice(1)).join(' ')
  return name === '' ? 'Box' : [...name].slice(0, 60).join('')
}

/**
 * The first paragraph has the panel's space above, the last the space below. Between text and table no space may stand, for
 * it would be white; and a panel does not end in a table, so that its lower edge is drawn.
 */
function closed(pieces: Piece[], flow: Flow): Piece[] {
  const { styles } = flow.file
  const { box: look } = styles.looks
  if (pieces.length === 0) return pieces
  const joined = pieces.flatMap((piece, index): Piece[] => {
    const next = pieces[index + 1]
    if (!next || !isTable(next)) return [piece]
    if (isTable(piece)) return [piece, edgeOfPanel(flow)]
    return [{ ...piece, style: styles.variant(piece.style, 'Before Table', () => ({ after: 0 })) }]
  })
  if (isTable(joined.at(-1)!)) joined.push(edgeOfPanel(flow))
  setEdge(joined, 'Last', look.after ?? 0, styles)
  setEdge(joined, 'First', look.before ?? 0, styles)
  return joined
}

function edgeOfPanel(flow: Flow): Piece {
  const { styles } = flow.file
  const style = styles.variant(inBox('BoxText', flow), 'Edge', () => ({ size: 1, leading: 1, before: 0, after: 0 }))
  return { style, direct: {}, content: '' }
}
