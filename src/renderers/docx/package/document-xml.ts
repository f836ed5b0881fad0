import type { Flow } from '../body/flow.js'
import { isTable, type Piece, toMarkup } from '../body/pieces.js'
import { settle } from '../body/settle.js'
import { type RunningIds, sectionProperties } from '../parts/section.js'

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

/** Columns begin below the head, so there it is a section of its own: its properties stand in its last paragraph (17.6.18). */
function inSections(
  head: readonly Piece[],
  body: readonly Piece[],
  running: RunningIds,
  flow: Flow,
): { pieces: Piece[]; last: string } {
  const { file } = flow
  const columns = file.context.template.page.columns ?? 1
  const end = head.at(-1)
  if (columns === 1 || end === undefined || isTable(end))
    return { pieces: [...head, ...body], last: sectionProperties({ running, columns }, file) }
  const direct = { ...end.direct, section: sectionProperties({ running, columns: 1 }, file) }
  return {
    pieces: [...head.slice(0, -1), { ...end, direct }, ...body],
    last: sectionProperties({ continuous: true, columns }, file),
  }
}
