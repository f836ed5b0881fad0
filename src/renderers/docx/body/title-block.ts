import type { Article, Person } from '../../../article/article.js'
import { formatDate } from '../../../locale/dates.js'
import type { TitleBlockPart } from '../../../templates/template.js'
import { caption, pictureParagraph } from './figures.js'
import type { Flow } from './flow.js'
import { paragraph } from './paragraph.js'
import { styledText, textRuns } from './runs.js'

const allParts: readonly TitleBlockPart[] = ['kicker', 'title', 'subtitle', 'byline', 'dates', 'image']

/** Returns the title block in the template's order; parts that the template does not name stand last. */
export function titleBlock(flow: Flow): string {
  const { article, context } = flow.file
  const named = context.template.titleBlock
  const rest = allParts.filter(part => !named.includes(part) && !isInMasthead(part, flow))
  return [...named, ...rest].map(part => parts[part](article, flow)).join('')
}

/** What the masthead prints is not printed again. */
function isInMasthead(part: TitleBlockPart, flow: Flow): boolean {
  const { masthead } = flow.file.context.template
  const line = `${masthead?.start ?? ''}${masthead?.center ?? ''}${masthead?.end ?? ''}`
  return line.includes(part === 'dates' ? '{published}' : `{${part}}`)
}

const parts: { [part in TitleBlockPart]: (article: Article, flow: Flow) => string } = {
  kicker: ({ meta }, flow) => line('Kicker', meta.kicker, flow),
  title: ({ meta }, flow) => line('Title', meta.title, flow),
  subtitle: ({ meta }, flow) => line('Subtitle', meta.subtitle, flow),
  byline: ({ meta }, flow) => (meta.authors.length > 0 ? paragraph('Byline', byline(meta.authors, flow), flow) : ''),
  dates: ({ meta }, flow) => line('Date', datesLine(meta, flow), flow),
  image({ meta }, flow) {
    if (!meta.image) return ''
    const captioned = meta.image.caption !== undefined || meta.image.credit !== undefined
    return pictureParagraph(meta.image, captioned, flow) + caption(meta.image, flow, false)
  },
}

function line(style: string, text: string | undefined, flow: Flow): string {
  return text ? paragraph(style, textRuns(text, flow), flow) : ''
}

/** "By A and B", or "A, analyst · B, data desk": as the template labels it. */
function byline(authors: readonly Person[], flow: Flow): string {
  const { labels, context } = flow.file
  const labelled = context.template.labels.byline
  const role = (text: string): string => styledText(text, 'BylineRole', flow)
  const people = authors.map((author, index) => {
    const before = index === 0 ? '' : !labelled ? ' · ' : index === authors.length - 1 ? ` ${labels.and} ` : ', '
    const details = [author.jobTitle ?? roleOf(author), author.affiliation, author.location].filter(Boolean)
    const after = details.length > 0 ? role(`, ${details.join(', ')}`) : ''
    return (before && role(before)) + styledText(author.name, 'BylineName', flow) + after
  })
  return (labelled ? role(`${labels.by} `) : '') + people.join('')
}

function roleOf(author: Person): string | undefined {
  return author.role === 'author' ? undefined : author.role
}

function datesLine(meta: Article['meta'], flow: Flow): string {
  const { labels } = flow.file
  const dates = []
  if (meta.published && !isInMasthead('dates', flow))
    dates.push(`${labels.published} ${formatDate(meta.published, meta.language)}`)
  if (meta.updated) dates.push(`${labels.updated} ${formatDate(meta.updated, meta.language)}`)
  return dates.join(' · ')
}
