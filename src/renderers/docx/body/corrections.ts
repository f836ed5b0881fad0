import type { Correction } from '../../../article/article.js'
import { formatDate } from '../../../locale/dates.js'
import type { Flow } from './flow.js'
import { paragraph } from './paragraph.js'
import type { Piece } from './pieces.js'
import { styledText, textRuns } from './runs.js'

/** Returns the corrections below the text, each with its kind and date. */
export function corrections(list: readonly Correction[], flow: Flow): Piece[] {
  return list.map(correction => notice(correction, flow))
}

function notice({ kind, date, text }: Correction, flow: Flow): Piece {
  const { labels, article } = flow.file
  const when = date ? `, ${formatDate(date, article.meta.language)}` : ''
  const label = styledText(`${labels[kind]}${when}${labels.colon}`, 'CorrectionLabel', flow)
  return paragraph('CorrectionNotice', label + textRuns(` ${text}`, flow), flow)
}
