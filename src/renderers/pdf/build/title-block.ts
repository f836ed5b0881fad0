import type { StyleName, TitleBlockPart } from '../../../templates/template.js'
import { bylinePieces } from '../../title-block/byline.js'
import { datesLine } from '../../title-block/dates.js'
import { titleBlockParts } from '../../title-block/parts.js'
import { sponsorLine } from '../../title-block/sponsor.js'
import type { Flow } from '../layout/flow.js'
import { addElement, addSlot, type Role } from '../tag/structure.js'
import { textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'
import { pictureWithCaption } from './figures.js'

/** Returns the title block in the template's order. */
export function titleBlock(state: BlockState): Flow[] {
  return titleBlockParts(state.document.sheet.template).flatMap(part => parts[part](state))
}

/** Scripts whose letters and marks reach higher than the capitals of Latin, and how much air they ask for above, em. */
const tall =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
const AIR = 0.2

const parts: { [part in TitleBlockPart]: (state: BlockState) => Flow[] } = {
  sponsor: state => line('sponsor', 'P', sponsorLine(state.document.article.meta, state.document.labels), state),
  kicker(state) {
    const { article, sheet } = state.document
    const [flow] = line('kicker', 'P', article.meta.kicker, state)
    const size = sheet.style('title').size ?? 0
    return flow ? [{ ...flow, after: flow.after + (tall.test(article.meta.title) ? size * AIR : 0) }] : []
  },
  title(state) {
    const { title } = state.document.article.meta
    if (title.trim()) state.document.level = 1
    return line('title', 'H1', title, state)
  },
  subtitle: state => line('subtitle', 'P', state.document.article.meta.subtitle, state),
  byline: bylineFlows,
  dates(state) {
    const { article, sheet, labels } = state.document
    return line('dates', 'P', datesLine(article.meta, sheet.template, labels), state)
  },
  image(state) {
    const { meta, data } = state.document.article
    if (!meta.image) return []
    return pictureWithCaption([meta.image], { ...meta.image, position: data?.places?.image }, undefined, state)
  },
}

function line(name: StyleName, role: Role, text: string | undefined, state: BlockState): Flow[] {
  if (!text?.trim()) return []
  const { document } = state
  const style = document.sheet.style(name)
  const span = makeSpan(
    text,
    document.sheet.text(style, state.language),
    addSlot(addElement(state.parent, role)),
    document,
  )
  return [textFlow([span], style, state, { keepWithNext: true, firstLine: 0, together: true })]
}

function bylineFlows(state: BlockState): Flow[] {
  const { document } = state
  const { authors, contributors = [] } = document.article.meta
  const { sheet, labels } = document
  const pieces = bylinePieces(authors, contributors, sheet.template, labels)
  if (pieces.length === 0) return []
  const style = sheet.style('byline')
  const base = sheet.text(style, state.language)
  const slot = addSlot(addElement(state.parent, 'P'))
  const spans = pieces.map(({ text, is }) =>
    makeSpan(text, sheet.over(base, is === 'name' ? 'bylineName' : 'bylineRole'), slot, document),
  )
  return [textFlow(spans, style, state, { keepWithNext: true, firstLine: 0, together: true })]
}
