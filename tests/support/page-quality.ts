import type { PagePlan } from '../../src/renderers/pdf/layout/page-plan.js'
import type { Op } from '../../src/renderers/pdf/layout/vertical.js'
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
      // The words say whose line it is, not the number before them.
      const { rows, from, to } = op.placed
      const spans = rows.span.slice(from, to)
      const slots = spans.map(({ tag }) => tag).filter(isSlot)
      const slot = slots.find(({ owner }) => !isIn(owner, 'Lbl')) ?? slots[0]
      if (!slot) return []
      const owner = blockOf(slot.owner)
      const x = op.x + rows.x[from]!
      return [
        {
          page: index,
          column: Math.max(0, Math.min(columns - 1, Math.floor((x - page.frame.x + columnGap / 2) / step))),
          y: op.y,
          owner,
          inNote: isIn(owner, 'Note'),
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
  if (columns > 1)
    judgeLastColumns(plans.at(-1)!, plans.length, { left: page.frame.x, step, columns }, leading, quality)
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

/** Returns whether an element is one of some roles, or in one. */
function isIn(node: StructNode, ...roles: StructNode['role'][]): boolean {
  for (let at: StructNode | undefined = node; at; at = at.parent) if (roles.includes(at.role)) return true
  return false
}

const place = ({ page, column }: Line): string => `page ${page + 1} column ${column + 1}`
const sameColumn = (a: Line, b: Line): boolean => a.page === b.page && a.column === b.column

function judgeParagraphs(lines: readonly Line[], quality: Quality): void {
  const byOwner = new Map<StructNode, Line[]>()
  for (const line of lines) {
    if (!['P', 'LBody'].includes(line.owner.role) || isIn(line.owner, 'TD', 'TH')) continue
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

/** A heading is the last of its column where no line of running text follows it there. */
function judgeHeadings(lines: readonly Line[], quality: Quality): void {
  const running = lines.filter(line => !line.inNote)
  running.forEach((line, index) => {
    const next = running[index + 1]
    if (!/^H\d$/.test(line.owner.role) || !next || next.owner === line.owner) return
    if (sameColumn(line, next) || (next.page === line.page && next.y > line.y)) return
    // What is read next may stand at a column's head, a figure's caption, a table or a box: words below the heading count too.
    const words = running
      .slice(index + 1)
      .find(({ owner }) => owner !== line.owner && !isIn(owner, 'Figure', 'Table', 'Sect'))
    if (!words || !sameColumn(line, words) || words.y < line.y) quality.headings.push(place(line))
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

/** What is seen of an op: where it lies, and the figure or table that it is part of. */
interface Ink {
  from: number
  to: number
  top: number
  bottom: number
  holder: StructNode | undefined
}

/** Notes and furniture do not count. */
function inkOf(op: Op): Ink[] {
  if (op.k === 'text') {
    const { rows, from, to } = op.placed
    const spans = rows.span.slice(from, to)
    const slot = spans.map(({ tag }) => tag).find(isSlot)
    if (!slot || isIn(slot.owner, 'Note')) return []
    const { size } = spans.at(-1)!.style
    const [top, bottom] = [op.y - ASCENT * size, op.y + DESCENT * size]
    return [{ from: op.x + rows.x[from]!, to: op.x + rows.x[to - 1]!, top, bottom, holder: holderOf(slot.owner) }]
  }
  if (op.k === 'image' || (op.k === 'rule' && op.tag === 'Background')) {
    const holder = isSlot(op.tag) ? holderOf(op.tag.owner) : undefined
    return [{ from: op.x, to: op.x + op.width, top: op.y, bottom: op.y + op.height, holder }]
  }
  return []
}

function holderOf(node: StructNode): StructNode | undefined {
  let at: StructNode | undefined = node
  while (at && at.role !== 'Figure' && at.role !== 'Table') at = at.parent
  return at
}

/** How far letters reach above and below their line, as a part of their size. */
const ASCENT = 0.72
const DESCENT = 0.22
/** Points that nobody sees. */
const ROUNDING = 0.5

/** Returns what several inks take together. */
function endsOf(inks: readonly Ink[]): Omit<Ink, 'holder'> {
  return {
    from: Math.min(...inks.map(({ from }) => from)),
    to: Math.max(...inks.map(({ to }) => to)),
    top: Math.min(...inks.map(({ top }) => top)),
    bottom: Math.max(...inks.map(({ bottom }) => bottom)),
  }
}

/** On the last page the columns end, with a line, a picture or a panel, at most a line apart. */
function judgeLastColumns(
  plan: PagePlan,
  page: number,
  { left, step, columns }: { left: number; step: number; columns: number },
  leading: number,
  quality: Quality,
): void {
  const inks = [...plan.under, ...plan.content, ...plan.over].flatMap(inkOf)
  // What is as wide as the page ends no column, nor does its caption. A table parted between columns has no rule across them.
  const rules = inks.filter(({ holder, from, to }) => !holder && to - from > step)
  const isAcross = (ink: Ink) => {
    const whole = ink.holder ? inks.filter(({ holder }) => holder === ink.holder) : [ink]
    const ends = endsOf(whole)
    const ruled = rules.some(({ top }) => top >= ends.top && top <= ends.bottom)
    return ends.to - ends.from > step && (ink.holder?.role !== 'Table' || ruled)
  }
  const inColumns = inks.filter(ink => !isAcross(ink))
  // The last columns begin below whatever stands across the page above some of their words: what is above that ended there.
  const lowest = Math.max(...inColumns.map(({ bottom }) => bottom))
  const above = inks.filter(ink => isAcross(ink) && ink.bottom < lowest).map(({ bottom }) => bottom)
  const last = inColumns.filter(({ bottom }) => bottom > Math.max(0, ...above))
  // An empty column ends where the columns begin.
  const bottoms = new Array<number>(columns).fill(Math.min(...last.map(({ top }) => top)))
  for (const ink of last) {
    const column = Math.max(0, Math.min(columns - 1, Math.floor((ink.from - left + 1) / step)))
    bottoms[column] = Math.max(bottoms[column]!, ink.bottom)
  }
  const spread = Math.max(...bottoms) - Math.min(...bottoms)
  if (spread > leading + ROUNDING) quality.unbalanced.push(`page ${page}: ${bottoms.map(Math.round).join(' ')}`)
}
