import type { Article, Person } from '../../../article/article.js'
import { formatDate, formatUpdate } from '../../../locale/dates.js'
import type { TitleBlockPart } from '../../../templates/template.js'
import { caption, pictureRows } from './figures.js'
import type { Flow } from './flow.js'
import { addressTarget } from './inlines.js'
import { paragraph } from './paragraph.js'
import { isTable, type Piece } from './pieces.js'
import { styledText, textRuns } from './runs.js'

const allParts: readonly TitleBlockPart[] = ['kicker', 'title', 'subtitle', 'byline', 'dates', 'image']
/** Least space between the title block and the text, points. */
const belowTitleBlock = 12

/** Returns the title block in the template's order; parts that the template does not name stand last. */
export function titleBlock(flow: Flow): Piece[] {
  const { article, context, styles, house } = flow.file
  const named = context.template.titleBlock
  const rest = allParts.filter(part => !named.includes(part) && !isInMasthead(part, flow))
  const printed = (part: TitleBlockPart): boolean => house?.prints(coverFields[part]) ?? false
  const pieces = [...named, ...rest].filter(part => !printed(part)).flatMap(part => parts[part](article, flow))
  const last = pieces.at(-1)
  // The style itself gets the space: it stands here alone, and programs know a title by its style's name.
  if (last && !isTable(last) && (styles.look(last.style).after ?? 0) < belowTitleBlock)
    styles.change(last.style, { after: belowTitleBlock })
  return pieces
}

/** What a letterhead's own text calls each part. */
const coverFields: { readonly [part in TitleBlockPart]: string } = {
  kicker: 'kicker',
  title: 'title',
  subtitle: 'subtitle',
  byline: 'authors',
  dates: 'published',
  image: 'image',
}

/** What the masthead prints is not printed again. */
function isInMasthead(part: TitleBlockPart, flow: Flow): boolean {
  const { masthead } = flow.file.context.template
  const line = `${masthead?.start ?? ''}${masthead?.center ?? ''}${masthead?.end ?? ''}`
  return line.includes(part === 'dates' ? '{published' : `{${part}}`)
}

const parts: { [part in TitleBlockPart]: (article: Article, flow: Flow) => Piece[] } = {
  kicker: ({ meta }, flow) => line('Kicker', meta.kicker, flow),
  title: ({ meta }, flow) => line('Title', meta.title, flow),
  subtitle: ({ meta }, flow) => line('Subtitle', meta.subtitle, flow),
  byline: ({ meta }, flow) => byline(meta.authors, meta.contributors ?? [], flow),
  dates: ({ meta }, flow) => line('Date', datesLine(meta, flow), flow),
  image: ({ meta }, flow) =>
    meta.image ? [...pictureRows([meta.image], meta.image, flow), ...caption(meta.image, flow, false)] : [],
}

function line(style: string, text: string | undefined, flow: Flow): Piece[] {
  return text ? [paragraph(style, textRuns(text, flow), flow)] : []
}

/** "By A and B", or "A, analyst · B, data desk": as the template labels it. Contributors follow with what they did. */
function byline(authors: readonly Person[], contributors: readonly Person[], flow: Flow): Piece[] {
  if (authors.length + contributors.length === 0) return []
  const { labels, context } = flow.file
  const labelled = context.template.labels.byline && authors.length > 0
  const role = (text: string): string => styledText(text, 'BylineRole', flow)
  const between = (index: number): string =>
    index === 0 ? '' : !labelled ? ' · ' : index === authors.length - 1 ? ` ${labels.and} ` : ', '
  const names = authors.map((author, index) => role(between(index)) + person(author, labelled, flow))
  const others = contributors.map(
    (one, index) => (names.length + index > 0 ? role(' · ') : '') + person(one, false, flow),
  )
  const words = (labelled ? role(`${labels.by} `) : '') + names.join('') + others.join('')
  return [paragraph('Byline', words, flow)]
}

/** In a line that runs "By A and B" a comma would look like one person more, so details stand in brackets there. */
function person(one: Person, bracketed: boolean, flow: Flow): string {
  const name = styledText(one.name, 'BylineName', flow)
  const target = one.url === undefined ? undefined : addressTarget(one.url, flow)
  const linked = target ? `<w:hyperlink ${target} w:history="1">${name}</w:hyperlink>` : name
  const job = one.jobTitle ?? (one.role === 'author' ? undefined : one.role)
  const details = [job, one.affiliation, one.location].filter(Boolean).join(', ')
  return linked + (details && styledText(bracketed ? ` (${details})` : `, ${details}`, 'BylineRole', flow))
}

function datesLine({ published, updated, language }: Article['meta'], flow: Flow): string {
  const { labels } = flow.file
  const dates: string[] = []
  if (published && !isInMasthead('dates', flow)) dates.push(`${labels.published} ${formatDate(published, language)}`)
  if (updated) dates.push(`${labels.updated} ${formatUpdate(updated, published, language)}`)
  return dates.join(' · ')
}
