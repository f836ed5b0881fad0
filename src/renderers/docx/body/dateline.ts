import type { Paragraph } from '../../../article/article.js'
import { datelineText, ledeOf } from '../../../article/text.js'
import type { Flow } from './flow.js'
import { paragraph } from './paragraph.js'
import type { Piece } from './pieces.js'
import { styledText, textRuns } from './runs.js'

/** Returns the runs "TORHAVEN (Agency) — " that stand before the lede; nothing before any other paragraph. */
export function datelineBefore(node: Paragraph, flow: Flow): string {
  const { article } = flow.file
  return article.meta.dateline && node === flow.file.lede ? datelineRuns(flow) : ''
}

/** Returns the dateline as a paragraph where the article has no lede to stand before. */
export function datelineAlone(flow: Flow): Piece[] {
  const { article } = flow.file
  if (!article.meta.dateline || ledeOf(article)) return []
  return [paragraph('FirstParagraph', styledText(datelineText(article.meta.dateline), 'Dateline', flow), flow)]
}

function datelineRuns(flow: Flow): string {
  const { dateline } = flow.file.article.meta
  return dateline ? styledText(datelineText(dateline), 'Dateline', flow) + textRuns(' — ', flow) : ''
}
