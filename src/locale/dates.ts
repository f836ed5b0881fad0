import type { IsoDate } from '../article/article.js'
import { hasTime } from '../article/iso-date.js'
import { labelsFor } from './labels.js'

/**
 * Returns a date as the language writes it: "14 October 2026", "October 14, 2026", "2026年10月14日". The day is the one that
 * the source names, in the zone that the source names: a reader in another zone sees no other date.
 */
export function formatDate(date: IsoDate, language: string): string {
  const labels = labelsFor(language)
  return labels.date
    .replace('{year}', date.slice(0, 4))
    .replace('{month}', labels.months[Number(date.slice(5, 7)) - 1] ?? '')
    .replace('{day}', String(Number(date.slice(8, 10))))
}

/** Returns a date with the time and zone that the source gives: "16 September 2026, 10:30 UTC+2"; a bare date stays bare. */
export function formatDateTime(date: IsoDate, language: string): string {
  if (!hasTime(date)) return formatDate(date, language)
  return `${formatDate(date, language)}, ${date.slice(11, 16)} ${zoneOf(date)}`
}

/**
 * Returns when an article was updated: the day, and the time where it is the day of publication, for the day alone would
 * then say nothing.
 */
export function formatUpdate(updated: IsoDate, published: IsoDate | undefined, language: string): string {
  const sameDay = published?.slice(0, 10) === updated.slice(0, 10)
  return sameDay ? formatDateTime(updated, language) : formatDate(updated, language)
}

function zoneOf(date: IsoDate): string {
  const offset = /(Z|[+-]\d{2}:\d{2})$/.exec(date)?.[1] ?? 'Z'
  if (offset === 'Z' || offset === '+00:00' || offset === '-00:00') return 'UTC'
  const [hours, minutes] = [Number(offset.slice(1, 3)), offset.slice(4)]
  return `UTC${offset[0] === '-' ? '−' : '+'}${hours}${minutes === '00' ? '' : `:${minutes}`}`
}
