import type { Paragraph } from '../../../article/article.js'
import type { Style } from '../../../templates/template.js'
import { CROSSHEAD_SPACE, goesOn, isCrosshead } from '../../crosshead.js'
import type { Flow, TextFlow } from '../layout/flow.js'
import { taggedSpans, textFlow } from './blocks.js'
import type { BlockState } from './build-state.js'
import { addDropCap } from './drop-cap.js'

/** Returns a paragraph as the layout takes it. */
export function paragraphFlows(node: Paragraph, state: BlockState): Flow[] {
  const { base } = state
  // An indent parts a paragraph from the one before it: after anything else there is nothing to part.
  const follows = goesOn(node, state.before)
  const first: Style =
    state.place === 'body' && !follows
      ? { ...base, ...pick(state.document.sheet.template.styles.firstParagraph) }
      : base
  const crosshead = isCrosshead(node)
  const justified = base.align === 'justify' && !crosshead
  const spans = taggedSpans(node, 'P', base, state)
  if (justified) state.document.hyphenated.add(state.language)
  const flow = textFlow(spans, base, state, {
    firstLine: follows ? (base.firstLine ?? 0) : (first.firstLine ?? 0),
    ...(justified ? { hyphenate: state.language } : {}),
    ...(crosshead && crossheadLook(base)),
  })
  if (node === state.document.opening) addDropCap(flow, state)
  return [flow]
}

function crossheadLook({ align, leading = 15, before = 0 }: Style): Partial<TextFlow> {
  return {
    ...(align === 'justify' ? { align: 'start' } : {}),
    before: Math.max(before, leading * CROSSHEAD_SPACE),
  }
}

function pick(style: Style | undefined): Style {
  return style?.firstLine === undefined ? { firstLine: 0 } : { firstLine: style.firstLine }
}
