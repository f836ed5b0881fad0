import type { ComposedPages } from '../../src/renderers/pdf/render-pdf.js'
import { isSlot, type StructNode } from '../../src/renderers/pdf/tag/structure.js'

/** A line of text on a page, as the ops of the plan have it. */
interface Line {
  page: number
  column: number
  /** Of the baseline, from the top. */
  y: number
  /** The element that holds it: a paragraph, a heading, a caption. */
  owner: StructNode
  inNote: boolean
  /** Numbers of the notes whose references stand in it, and of the note that begins with it. */
  cites: number[]
  begins: number | undefined
}

/** What is wrong with pages, each with its place; `relaxed` is what the breaker says it gave up. */
export interface Quality {
  pages: number
  widows: string[]
  orphans: string[]
  headings: string[]
  notes: string[]
  unbalanced: string[]
  relaxed: string[]
}

/** Judges pages by their lines alone: what stood in the list that was broken does not count. */
export function judgePages({ built, page, plans }: ComposedPages, leading: number): Quality {
  const { columns = 1, columnGap = 18 } = built.state.sheet.template.page
  const step = (page.frame.width + columnGap) / columns
  const lines = plans.flatMap((plan, index): Line[] =>
    plan.content.flatMap(op => {
      if (op.k !== 'text') return []
      const slot = op.placed.span.map(({ tag }) => tag).find(isSlot)
      if (!slot) return []
      const owner = blockOf(slot.owner)
      const spans = op.placed.span
      const x = op.x + op.placed.x[0]!
      return [
        {
          page: index,
          column: Math.max(0, Math.min(columns - 1, Math.floor((x - page.frame.x + 1) / step))),
          y: op.y,
          owner,
          inNote: isInNote(owner),
          cites: spans.flatMap(span => (span.note ? [span.note.number] : [])),
          begins: spans
            .map(span => /^note-(\d+)$/.exec(span.place ?? ''))
            .flatMap(found => (found ? [Number(found[1])] : []))[0],
        },
      ]
    }),
  )
  const quality: Quality = {
    pages: plans.length,
    widows: [],
    orphans: [],
    headings: [],
    notes: [],
    unbalanced: [],
    relaxed: [],
  }
  judgeParagraphs(lines, quality)
  judgeHeadings(lines, quality)
  judgeNotes(lines, quality)
  if (columns > 1) judgeLastColumns(lines, columns, leading, plans.length - 1, quality)
  plans.forEach((plan, index) => {
    for (const what of plan.relaxed) quality.relaxed.push(`${what} on page ${index + 1}`)
  })
  return quality
}

/** The element that a line belongs to as a block: not its link, its emphasis or its list item's label. */
function blockOf(node: StructNode): StructNode {
  let at = node
  while (at.parent && ['Span', 'Link', 'Reference', 'Code', 'Lbl'].includes(at.role)) at = at.parent
  return at
}

function isInNote(node: StructNode): boolean {
  for (let at: StructNode | undefined = node; at; at = at.parent) if (at.role === 'Note') return true
  return false
}

const place = ({ page, column }: Line): string => `page ${page + 1} column ${column + 1}`
const sameColumn = (a: Line, b: Line): boolean => a.page === b.page && a.column === b.column

function judgeParagraphs(lines: readonly Line[], quality: Quality): void {
  const byOwner = new Map<StructNode, Line[]>()
  for (const line of lines) {
    if (!['P', 'LBody'].includes(line.owner.role) || isInCell(line.owner)) continue
    const list = byOwner.get(line.owner) ?? []
    // What stands on one baseline is one line: a marker and its text.
    if (list.length === 0 || !sameColumn(list.at(-1)!, line) || Math.abs(list.at(-1)!.y - line.y) > 1) list.push(line)
    byOwner.set(line.owner, list)
  }
  for (const list of byOwner.values()) {
    if (list.length < 2) continue
    if (!sameColumn(list[0]!, list[1]!)) quality.orphans.push(place(list[0]!))
    if (!sameColumn(list.at(-1)!, list.at(-2)!)) quality.widows.push(place(list.at(-1)!))
  }
}

function isInCell(node: StructNode): boolean {
  for (let at: StructNode | undefined = node; at; at = at.parent) if (at.role === 'TD' || at.role === 'TH') return true
  return false
}

/** A heading is the last of its column where no line of running text follows it there. */
function judgeHeadings(lines: readonly Line[], quality: Quality): void {
  const running = lines.filter(line => !line.inNote)
  running.forEach((line, index) => {
    const next = running[index + 1]
    if (!/^H\d$/.test(line.owner.role) || !next || next.owner === line.owner) return
    if (!sameColumn(line, next) && !(next.page === line.page && next.y > line.y)) quality.headings.push(place(line))
  })
}

function judgeNotes(lines: readonly Line[], quality: Quality): void {
  const begins = new Map<number, Line>()
  for (const line of lines) if (line.begins !== undefined) begins.set(line.begins, line)
  for (const line of lines) {
    for (const number of line.cites) {
      const note = begins.get(number)
      if (!note || note.page !== line.page) quality.notes.push(`note ${number} of ${place(line)}`)
    }
  }
}

/** On the last page, below what stands across the columns, their last lines are at most a line apart. */
function judgeLastColumns(
  lines: readonly Line[],
  columns: number,
  leading: number,
  last: number,
  quality: Quality,
): void {
  const running = lines.filter(line => line.page === last && !line.inNote)
  const bottoms = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...running.filter(line => line.column === column).map(line => line.y)),
  )
  const spread = Math.max(...bottoms) - Math.min(...bottoms)
  if (spread > leading * 1.1) quality.unbalanced.push(`page ${last + 1}: ${bottoms.map(Math.round).join(' ')}`)
}
