import type { IsoDate, Meta } from '../../article/article.js'
import { formatDate, formatUpdate } from '../../locale/dates.js'
import type { Labels } from '../../locale/labels.js'
import type { Template } from '../../templates/template.js'
import { isDateSaid, type Surface } from './parts.js'

/** A date of the title block with its label, as the language writes both. */
export interface LabelledDate {
  label: string
  date: IsoDate
  text: string
}

/** Returns when the article was published, unless head or foot of the first page say so, and when it was updated. */
export function titleDates(
  { published, updated, language }: Meta,
  template: Template,
  labels: Labels,
  surface: Surface,
): LabelledDate[] {
  const dates: LabelledDate[] = []
  if (published && !isDateSaid(template, surface))
    dates.push({ label: labels.published, date: published, text: formatDate(published, language) })
  if (updated && updated !== published)
    dates.push({ label: labels.updated, date: updated, text: formatUpdate(updated, published, language) })
  return dates
}

/** Returns the dates as one line of a printed page: "Published 14 October 2026 · Updated 15 October 2026". */
export function datesLine(meta: Meta, template: Template, labels: Labels): string {
  return titleDates(meta, template, labels, 'paper')
    .map(({ label, text }) => `${label} ${text}`)
    .join(' · ')
}
