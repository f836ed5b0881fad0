import type { Block, Note } from '../../../article/article.js'
import { blockText } from '../../../article/text.js'
import type { Flow, TextFlow } from '../layout/flow.js'
import { addElement, addObjectSlot, addSlot, type StructNode } from '../tag/structure.js'
import type { FootnoteAnchor } from '../text/span.js'
import { toFlows } from './blocks.js'
import { type BlockState, type DocumentState, makeSpan } from './build-state.js'

/**
 * Numbers a footnote. Its element comes after the block that cites it, so that a listener hears the sentence to its end;
 * `flushNotes` puts it there. Returns its number, the anchor and the first words of the note; one that was cited before is
 * anchored there.
 */
export function addFootnote(
  node: Note,
  block: BlockState,
): { number: number; anchor: FootnoteAnchor | undefined; noteSlot: string } {
  const { document } = block
  const { number, call } = document.cited.cite(node, document.notes.length + 1)
  const words = node.children.map(blockText).join(' ').replace(/\s+/g, ' ').trim()
  const noteSlot = words.length > 80 ? `${words.slice(0, 79)}…` : words
  if (call > 1) return { number, anchor: undefined, noteSlot }
  const anchor: FootnoteAnchor = { number }
  const footnote = { anchor, flows: [] as Flow[] }
  document.notes.push(footnote)
  document.waiting.push(parent => {
    footnote.flows = noteFlows(node.children, number, parent, block)
  })
  return { number, anchor, noteSlot }
}

/** Makes the elements and blocks of the notes cited since the last call, as the next children of an element. */
export function flushNotes(parent: StructNode, document: DocumentState): void {
  while (document.waiting.length > 0) {
    const waiting = document.waiting
    document.waiting = []
    for (const make of waiting) make(parent)
  }
}

function noteFlows(blocks: readonly Block[], number: number, parent: StructNode, block: BlockState): Flow[] {
  const { document } = block
  const base = document.sheet.style('note')
  const element = addElement(parent, 'Note', { id: `note-${number}` })
  const style = { ...document.sheet.text(base, block.language), features: ['sups'] }
  const label = addElement(addElement(element, 'Lbl'), 'Link')
  const back = { to: { place: `note-ref-${number}` }, contents: document.labels.backToText, slot: addObjectSlot(label) }
  const marker = makeSpan(String(number), style, addSlot(label), document, { link: back, place: `note-${number}` })
  const first = blocks[0]?.type === 'paragraph' ? undefined : blocks[0]
  const flows = toFlows(blocks, {
    document,
    parent: element,
    base,
    language: block.language,
    rtl: block.rtl,
    place: 'note',
    listDepth: 0,
    before: first,
  })
  const space = makeSpan('\u00a0', { ...style, features: [] }, marker.tag, document)
  const opening = flows[0]
  if (opening?.t === 'text') opening.spans.unshift(marker, space)
  else flows.unshift({ ...noteLine(base.leading ?? 12), spans: [marker] })
  return flows
}

function noteLine(leading: number): TextFlow {
  return {
    t: 'text',
    spans: [],
    leading,
    align: 'start',
    indentStart: 0,
    indentEnd: 0,
    firstLine: 0,
    balance: false,
    rtl: false,
    before: 0,
    after: 0,
    keepWithNext: true,
  }
}
