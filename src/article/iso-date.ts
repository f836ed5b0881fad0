import type { IsoDate } from './article.js'

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/** Returns whether `value` is `YYYY-MM-DD` or an RFC 3339 time with offset (seconds may be absent), and exists in the calendar. */
export function isIsoDate(value: string): value is IsoDate {
  if (value === lastDate) return true
  const match = pattern.exec(value)
  if (!match || !isInCalendar(match)) return false
  lastDate = value
  return true
}

/** Several ask of a story's date, one after another. */
let lastDate = '1970-01-01'

function isInCalendar(match: RegExpExecArray): boolean {
  const offset = match[7]
  const month = Number(match[2])
  const day = Number(match[3])
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(Number(match[1]), month) &&
    Number(match[4] ?? 0) <= 23 &&
    Number(match[5] ?? 0) <= 59 &&
    Number(match[6] ?? 0) <= 60 &&
    (offset === undefined || offset === 'Z' || (Number(offset.slice(1, 3)) <= 23 && Number(offset.slice(4)) <= 59))
  )
}

/** Returns whether the date says a time of day. */
export function hasTime(date: IsoDate): boolean {
  return date.length > 10
}

/**
 * Returns the moment that a date names, in milliseconds since 1970; a bare date begins at midnight UTC. A leap second, which
 * RFC 3339 (5.7) allows and clocks do not count, is the second after it.
 */
export function toTimestamp(date: IsoDate): number {
  if (!hasTime(date)) return Date.parse(`${date}T00:00:00Z`)
  const moment = Date.parse(date)
  return Number.isNaN(moment) ? Date.parse(date.replace(/:60(?=[.Z+-])/, ':59')) + 1000 : moment
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
