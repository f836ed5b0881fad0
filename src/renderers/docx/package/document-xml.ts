import type { Flow } from '../body/flow.js'
import { isTable, type ParagraphPiece, type Piece, toMarkup } from '../body/pieces.js'
import { gap, settle } from '../body/settle.js'
import { type RunningIds, sectionProperties } from '../parts/section.js'
import type { StyleSheet } from '../style/style-sheet.js'

/** The text of the document: what stands over the full width, and what runs in columns below, where the template has any. */
export interface Content {
  head: readonly Piece[]
  body: readonly Piece[]
  /** A letterhead's own text around it. */
  before: string
  after: string
}

/** The parts of `word/document.xml`: our markup alone names styles as we do. */
export interface DocumentMarkup {
  markup: string
  /** `w:sectPr` of the last section. */
  section: string
}

/** Returns the markup of the document: in the template's section with these running lines, or in a letterhead's own. */
export function documentMarkup({ head, body }: Content, section: RunningIds | string, flow: Flow): DocumentMarkup {
  const { styles } = flow.file
  const { pieces, last } =
    typeof section === 'string' ? { pieces: [...head, ...body], last: section } : inSections(head, body, section, flow)
  return { markup: toMarkup(settle(pieces, styles)), section: last }
}

/**
 * Columns begin below the head, so there it is a section of its own, and so are the columns: a section that goes on behind
 * them on the same page makes them equally high. A section's properties stand in its last paragraph (17.6.18).
 */
function inSections(
  head: readonly Piece[],
  body: readonly Piece[],
  running: RunningIds,
  { file }: Flow,
): { pieces: Piece[]; last: string } {
  const columns = file.context.template.page.columns ?? 1
  if (columns === 1 || body.length === 0)
    return { pieces: [...head, ...body], last: sectionProperties({ running, columns: 1 }, file) }
  const end = head.at(-1)
  const divided = end !== undefined && !isTable(end)
  const first = divided ? ending(head, sectionProperties({ running, columns: 1 }, file), file) : [...head]
  const text = stretches(body).flatMap((stretch, index) => {
    const across = stretch[0]?.wide ? 1 : columns
    const place = divided || index > 0 ? { continuous: true, columns: across } : { running, columns: across }
    return ending(stretch, sectionProperties(place, file), file)
  })
  return {
    pieces: [...first, ...text, closing(file.styles)],
    last: sectionProperties({ continuous: true, columns: 1 }, file),
  }
}

/** Returns what stands in columns and what stands across them, each a section of its own, in order. */
function stretches(body: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = []
  for (const piece of body) {
    const last = parts.at(-1)
    if (last && Boolean(last[0]?.wide) === Boolean(piece.wide)) last.push(piece)
    else if (last && piece.wide) parts.push([...headingsAtEnd(last), piece])
    else parts.push([piece])
  }
  return parts.filter(part => part.length > 0)
}

/** Takes the headings that what follows belongs to from the end of a stretch; they stand across the columns with it. */
function headingsAtEnd(pieces: Piece[]): Piece[] {
  let from = pieces.length
  while (from > 0 && isHeading(pieces[from - 1]!)) from--
  return pieces.splice(from).map(piece => ({ ...piece, wide: true }))
}

function isHeading(piece: Piece): boolean {
  return !isTable(piece) && /^Heading\d/.test(piece.style)
}

/** Ends a section with its last paragraph, or with one that is but the space below its table. */
function ending(pieces: readonly Piece[], section: string, { styles }: Flow['file']): Piece[] {
  const last = pieces.at(-1)
  const [before, end] = last && !isTable(last) ? [pieces.slice(0, -1), last] : [pieces, belowTable(styles)]
  return [...before, { ...end, direct: { ...end.direct, section } }]
}

/**
 * The paragraph behind the last columns. It has no height: columns with notes reach down to the notes in LibreOffice, where
 * anything below them would begin a page.
 */
function closing(styles: StyleSheet): ParagraphPiece {
  return { ...gap(styles, 0), direct: { spacing: '<w:spacing w:line="0" w:lineRule="exact"/>' } }
}

/** LibreOffice drops a paragraph that but ends a section, were it not for a space in it. */
function belowTable(styles: StyleSheet): ParagraphPiece {
  return { ...gap(styles, styles.looks.table.after ?? 0), content: '<w:r><w:t xml:space="preserve"> </w:t></w:r>' }
}
