import type { OutlineEntry } from '../../../article/text.js'
import type { StyleName } from '../../../templates/template.js'
import type { EntryFlow, Flow } from '../layout/flow.js'
import { addElement, addObjectSlot, addSlot, type StructNode } from '../tag/structure.js'
import { textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'

/** Headings of these ranks stand in the table of contents. */
const deepestRank = 3
/** Space between the table and the text, points. */
const belowContents = 20

/** Returns a table of contents, where it is asked for and there is something to list: each entry a link to its heading. */
export function contentsFlows(state: BlockState): Flow[] {
  const { headings, context, sheet, labels } = state.document
  const listed = headings.filter(({ rank, text }) => rank <= deepestRank && text.trim() !== '')
  if (!context.options.toc || listed.length === 0) return []
  const style = sheet.style('tocTitle')
  const slot = addSlot(addElement(state.parent, 'P'))
  const title = makeSpan(labels.contents, sheet.text(style, state.language), slot, state.document)
  const items = nestedItems(listed, addElement(state.parent, 'TOC'))
  const entries = listed.map((entry, index) => entryFlow(entry, items[index]!, state))
  entries.at(-1)!.after = belowContents
  // No entry stands alone at the foot of a column, or at the head of the next.
  for (const entry of [entries[0], entries.at(-2)]) if (entry && entries.length > 1) entry.keepWithNext = true
  return [textFlow([title], style, state, { keepWithNext: true, firstLine: 0, together: true }), ...entries]
}

/** Makes an element for each entry: those of a deeper rank in a list of their own, inside the entry above (ISO 32000-1 table 334). */
function nestedItems(entries: readonly OutlineEntry[], root: StructNode): StructNode[] {
  const open: { rank: number; list: StructNode; item?: StructNode }[] = [{ rank: 0, list: root }]
  return entries.map(({ rank }) => {
    while (open.length > 1 && rank < open.at(-1)!.rank) open.pop()
    const level = open.at(-1)!
    const deeper = level.item && rank > level.rank ? { rank, list: addElement(level.item, 'TOC') } : undefined
    if (deeper) open.push(deeper)
    const inside: (typeof open)[number] = deeper ?? level
    inside.rank = rank
    inside.item = addElement(inside.list, 'TOCI')
    return inside.item
  })
}

function entryFlow({ rank, id, text }: OutlineEntry, item: StructNode, state: BlockState): EntryFlow {
  const { document } = state
  const style = document.sheet.style(`toc${rank}` as StyleName)
  const look = document.sheet.text(style, state.language)
  const words = text.replace(/\s+/g, ' ').trim()
  const owner = addElement(addElement(item, 'Reference'), 'Link')
  const slot = addSlot(owner)
  const link = { to: { place: id }, contents: words, slot: addObjectSlot(owner) }
  return {
    t: 'entry',
    spans: [makeSpan(words, look, slot, document)],
    // Which page it is, only the layout knows; any figure may be needed.
    number: makeSpan('\u00a00123456789', look, slot, document),
    link,
    place: id,
    leader: document.sheet.colour('grey'),
    leading: style.leading ?? look.leading,
    indentStart: style.indentStart ?? 0,
    rtl: state.rtl,
    before: style.before ?? 0,
    after: style.after ?? 0,
    waiting: [],
  }
}
