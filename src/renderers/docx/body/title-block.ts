import type { Article } from '../../../article/article.js'
import type { TitleBlockPart } from '../../../templates/template.js'
import { type BylinePiece, bylinePieces } from '../../title-block/byline.js'
import { datesLine } from '../../title-block/dates.js'
import { titleBlockParts } from '../../title-block/parts.js'
import { sponsorLine } from '../../title-block/sponsor.js'
import { caption, pictureRows } from './figures.js'
import type { Flow } from './flow.js'
import { addressTarget } from './inlines.js'
import { paragraph } from './paragraph.js'
import { isTable, type Piece } from './pieces.js'
import { styledText, textRuns } from './runs.js'

/** Least space between the title block and the text, points. */
const belowTitleBlock = 12

/** Returns the title block in the template's order, but for what a letterhead prints itself. */
export function titleBlock(flow: Flow): Piece[] {
  const { article, context, styles, house } = flow.file
  const printed = (part: TitleBlockPart): boolean => house?.prints(coverFields[part]) ?? false
  const pieces = titleBlockParts(context.template)
    .filter(part => !printed(part))
    .flatMap(part => parts[part](article, flow))
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
  sponsor: 'sponsor',
}

const parts: { [part in TitleBlockPart]: (article: Article, flow: Flow) => Piece[] } = {
  sponsor: ({ meta }, flow) => line('Sponsor', sponsorLine(meta, flow.file.labels), flow),
  kicker: ({ meta }, flow) => line('Kicker', meta.kicker, flow),
  title: ({ meta }, flow) => line('Title', meta.title, flow),
  subtitle: ({ meta }, flow) => line('Subtitle', meta.subtitle, flow),
  byline,
  dates: ({ meta }, flow) => line('Date', datesLine(meta, flow.file.context.template, flow.file.labels), flow),
  image: ({ meta }, flow) =>
    meta.image ? [...pictureRows([meta.image], meta.image, flow), ...caption(meta.image, flow, false)] : [],
}

function line(style: string, text: string | undefined, flow: Flow): Piece[] {
  return text ? [paragraph(style, textRuns(text, flow), flow)] : []
}

function byline({ meta }: Article, flow: Flow): Piece[] {
  const { labels, context } = flow.file
  const pieces = bylinePieces(meta.authors, meta.contributors ?? [], context.template, labels)
  return pieces.length === 0 ? [] : [paragraph('Byline', pieces.map(piece => bylineRun(piece, flow)).join(''), flow)]
}

/** A name leads to its bearer's page, where they have one. */
function bylineRun({ text, is, person }: BylinePiece, flow: Flow): string {
  if (is !== 'name') return styledText(text, 'BylineRole', flow)
  const name = styledText(text, 'BylineName', flow)
  const target = person?.url === undefined ? undefined : addressTarget(person.url, flow)
  return target ? `<w:hyperlink ${target} w:history="1">${name}</w:hyperlink>` : name
}
