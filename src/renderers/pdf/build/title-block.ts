import type { Person } from '../../../article/article.js'
import { formatDate, formatUpdate } from '../../../locale/dates.js'
import type { StyleName, TitleBlockPart } from '../../../templates/template.js'
import type { Flow } from '../layout/flow.js'
import { addElement, addSlot, type Role } from '../tag/structure.js'
import type { Span } from '../text/span.js'
import { textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'
import { pictureWithCaption } from './figures.js'

const allParts: readonly TitleBlockPart[] = ['kicker', 'title', 'subtitle', 'byline', 'dates', 'image']

/** Returns the title block in the template's order; parts that the template does not name stand last, unless the masthead has them. */
export function titleBlock(state: BlockState): Flow[] {
  const named = state.document.sheet.template.titleBlock
  const rest = allParts.filter(part => !named.includes(part) && !isInMasthead(part, state))
  return [...named, ...rest].flatMap(part => parts[part](state))
}

function isInMasthead(part: TitleBlockPart, state: BlockState): boolean {
  const { masthead } = state.document.sheet.template
  const line = `${masthead?.start ?? ''}${masthead?.center ?? ''}${masthead?.end ?? ''}`
  return line.includes(part === 'dates' ? '{published' : `{${part}}`)
}

const parts: { [part in TitleBlockPart]: (state: BlockState) => Flow[] } = {
  kicker: state => line('kicker', 'P', state.document.article.meta.kicker, state),
  title(state) {
    const { title } = state.document.article.meta
    if (title.trim()) state.document.level = 1
    return line('title', 'H1', title, state)
  },
  subtitle: state => line('subtitle', 'P', state.document.article.meta.subtitle, state),
  byline: bylineFlows,
  dates: state => line('dates', 'P', datesLine(state), state),
  image(state) {
    const { image } = state.document.article.meta
    if (!image) return []
    return pictureWithCaption([image], image, undefined, state)
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

/** "By A in X and B", or "A, analyst · B, data desk": as the template labels it. Contributors follow with what they did. */
function bylineFlows(state: BlockState): Flow[] {
  const { document } = state
  const { authors, contributors = [] } = document.article.meta
  if (authors.length + contributors.length === 0) return []
  const { sheet, labels } = document
  const style = sheet.style('byline')
  const base = sheet.text(style, state.language)
  const slot = addSlot(addElement(state.parent, 'P'))
  const spans: Span[] = []
  const push = (text: string, name: StyleName) => spans.push(makeSpan(text, sheet.over(base, name), slot, document))
  const labelled = sheet.template.labels.byline
  if (labelled && authors.length > 0) push(`${labels.by} `, 'bylineRole')
  authors.forEach((author, index) => {
    if (index > 0) push(!labelled ? ' · ' : index === authors.length - 1 ? ` ${labels.and} ` : ', ', 'bylineRole')
    pushPerson(author, labelled, push)
  })
  for (const person of contributors) {
    if (spans.length > 0) push(' · ', 'bylineRole')
    pushPerson(person, false, push)
  }
  return [textFlow(spans, style, state, { keepWithNext: true, firstLine: 0, together: true })]
}

/** In a line of the kind "By A and B" what a name needs stands in parentheses: commas part the names. */
function pushPerson(person: Person, labelled: boolean, push: (text: string, name: StyleName) => void): void {
  push(person.name, 'bylineName')
  const role = person.role === 'author' ? undefined : person.role
  const details = [person.jobTitle ?? role, person.affiliation, person.location].filter(Boolean).join(', ')
  if (details) push(labelled ? ` (${details})` : `, ${details}`, 'bylineRole')
}

function datesLine(state: BlockState): string {
  const { labels, article } = state.document
  const { published, updated, language } = article.meta
  const dates: string[] = []
  if (published && !isInMasthead('dates', state)) dates.push(`${labels.published} ${formatDate(published, language)}`)
  if (updated) dates.push(`${labels.updated} ${formatUpdate(updated, published, language)}`)
  return dates.join(' · ')
}
