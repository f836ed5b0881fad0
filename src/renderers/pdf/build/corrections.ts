import type { Correction } from '../../../article/article.js'
import { formatDate } from '../../../locale/dates.js'
import type { Flow } from '../layout/flow.js'
import { addElement, addSlot } from '../tag/structure.js'
import { panelFlow, textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'

/** Corrections stand after the text, each with its kind and date. */
export function correctionFlows(corrections: readonly Correction[], state: BlockState): Flow[] {
  return corrections.map((correction, index) => correctionFlow(correction, index, state))
}

function correctionFlow({ kind, date, text }: Correction, index: number, state: BlockState): Flow {
  const { document } = state
  const { sheet, labels } = document
  const style = sheet.style('correction')
  const base = sheet.text(style, state.language)
  const slot = addSlot(addElement(state.parent, 'P'))
  const when = date ? `, ${formatDate(date, document.article.meta.language)}` : ''
  const spans = [
    makeSpan(`${labels[kind]}${when}${labels.colon} `, sheet.over(base, 'correctionLabel'), slot, document),
    makeSpan(text, base, slot, document),
  ]
  const panel = panelFlow([textFlow(spans, { ...style, before: 0, after: 0 }, state, { firstLine: 0 })], style, state, {
    together: true,
  })
  // Of two that follow each other one rule parts them.
  return index === 0 ? panel : { ...panel, before: 0, border: withoutTop(panel.border) }
}

function withoutTop({ top: _, ...border }: { [side: string]: { width: number; colour: string } | undefined }) {
  return border as object
}
