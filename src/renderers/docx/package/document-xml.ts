import type { Flow } from '../body/flow.js'
import { isTable, type Piece, toMarkup } from '../body/pieces.js'
import { settle } from '../body/settle.js'
import { documentNamespaces } from '../parts/namespaces.js'
import { type RunningIds, sectionProperties } from '../parts/section.js'
import { xmlHead } from '../xml-text.js'

/** The text of the document: what stands over the full width, and what runs in columns below, where the template has any. */
export interface Content {
  head: readonly Piece[]
  body: readonly Piece[]
}

/** Returns `word/document.xml`: in the template's section with these running lines, or in a letterhead's own. */
export function documentXml({ head, body }: Content, section: RunningIds | string, flow: Flow): string {
  const { styles } = flow.file
  const { pieces, last } =
    typeof section === 'string' ? { pieces: [...head, ...body], last: section } : inSections(head, body, section, flow)
  const markup = toMarkup(settle(pieces, styles))
  return `${xmlHead}<w:document ${documentNamespaces}><w:body>${markup}${last}</w:body></w:document>`
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
