import type { LiveUpdate } from '../../../article/article.js'
import { aboutUpdate } from '../../live-updates.js'
import type { Flow } from '../layout/flow.js'
import { addElement, addSlot } from '../tag/structure.js'
import { textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'

/** Returns the line under the heading of an entry of a live blog: when it came, and by whom. */
export function updateLine(update: LiveUpdate, state: BlockState): Flow {
  const { document } = state
  const style = document.sheet.style('dates')
  const words = aboutUpdate(update, document.labels, document.article.meta.language)
  const slot = addSlot(addElement(state.parent, 'P'))
  const span = makeSpan(words, document.sheet.text(style, state.language), slot, document)
  return textFlow([span], { ...style, align: 'start' }, state, { keepWithNext: true, firstLine: 0, together: true })
}

/** Returns the entries of a live blog that have no text in the body: the time of each, and its title. */
export function updatesApart(state: BlockState): Flow[] {
  const { sheet, updates } = state.document
  const style = sheet.style('body')
  return updates.apart.flatMap((update, index) => {
    const line = updateLine(update, state)
    const slot = addSlot(addElement(state.parent, 'P'))
    const title = makeSpan(update.title, { ...sheet.text(style, state.language), weight: 600 }, slot, state.document)
    const last = index === updates.apart.length - 1
    return [line, textFlow([title], style, state, { firstLine: 0, align: 'start', after: last ? 14 : 7 })]
  })
}
