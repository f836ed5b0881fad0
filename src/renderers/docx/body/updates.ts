import type { Heading } from '../../../article/article.js'
import { aboutUpdate } from '../../live-updates.js'
import type { Flow } from './flow.js'
import { paragraph } from './paragraph.js'
import type { Piece } from './pieces.js'
import { styledText, textRuns } from './runs.js'

/** Returns the line under the heading of an entry of a live blog: when it came, and by whom. Nothing under others. */
export function updateLine(heading: Heading, flow: Flow): Piece[] {
  const { updates, labels, article } = flow.file
  const update = updates.under.get(heading)
  return update
    ? [paragraph('UpdateLine', textRuns(aboutUpdate(update, labels, article.meta.language), flow), flow)]
    : []
}

/** Returns the entries of a live blog that have no text in the body: the time of each, and its title. */
export function updatesApart(flow: Flow): Piece[] {
  const { updates, labels, article } = flow.file
  return updates.apart.map(update => {
    const about = textRuns(`${aboutUpdate(update, labels, article.meta.language)} · `, flow)
    return paragraph('UpdateLine', about + styledText(update.title, 'Strong', flow), flow)
  })
}
