import { dropCapParts } from '../../../templates/drop-cap.js'
import type { TextFlow } from '../layout/flow.js'
import { isSlot, makeElement, type Slot, type StructNode } from '../tag/structure.js'
import { type BlockState, makeSpan } from './build-state.js'

/** Letters of the word behind a drop cap: a longer one is none, and would not fit into the string that it is read from. */
const LONGEST = 100

/**
 * Gives the first paragraph a drop cap, where it begins with a letter of a script that has capitals. The letter is read with
 * the word that it belongs to: shown apart from it, "A t" would be two words to who hears or copies the text.
 */
export function addDropCap(flow: TextFlow, state: BlockState): void {
  const { sheet } = state.document
  const lines = sheet.template.dropCap?.lines ?? 1
  const [first, ...others] = flow.spans
  if (lines < 2 || flow.rtl || !first || first.kind || first.link || first.note || !isSlot(first.tag)) return
  const parts = dropCapParts(first.text)
  if (!parts || parts.word.length > LONGEST) return
  const { mark, gap, letter, space, word, rest } = parts
  const style = sheet.text(sheet.style('dropCap'), state.language)
  const unread = { actualText: '' }
  const read = mark + gap + letter + (space && ' ') + word
  const [large, small] = wordSlots(read, first.tag.owner)
  flow.dropCap = {
    lines,
    letter: makeSpan(letter, style, large, state.document, unread),
    ...(mark && { mark: makeSpan(mark, style, large, state.document, unread) }),
    rest: [
      { ...first, text: word, tag: small, actualText: read, verbatim: true, before: space ? '' : letter },
      { ...first, text: rest },
      ...others,
    ],
  }
}

/** Makes the word an element before the rest of its paragraph, and returns its places: for what is set large, and what is not. */
function wordSlots(actualText: string, paragraph: StructNode): [Slot, Slot] {
  const owner = makeElement('Span', paragraph, { actualText })
  const slots: [Slot, Slot] = [
    { owner, marks: [] },
    { owner, marks: [] },
  ]
  owner.kids.push(...slots)
  paragraph.kids.unshift(owner)
  return slots
}
