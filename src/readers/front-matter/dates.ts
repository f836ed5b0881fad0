import type { IsoDate } from '../../article/article.js'
import { isIsoDate } from '../../article/iso-date.js'
import { zoneOffset } from '../../article/zone-offset.js'

/** A date as the model holds it; `assumed` where the source named no zone and UTC was taken. */
export interface ReadDate {
  date: IsoDate
  assumed?: true
}

const day = '(\\d{4})-(\\d{1,2})-(\\d{1,2})'
const time = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?'
const zone = '(Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)'
const complete = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/
const pattern = new RegExp(`^${day}(?:(?:[Tt]|\\s+)${time}\\s*${zone}?)?$`, 'i')

/**
 * Reads a date as front matter writes it: `2026-11-23`, RFC 3339, or with a space and without a zone. A date without a time
 * stays without one. A time without a zone is one of `timezone`, else UTC. Returns undefined for what is no such date.
 */
export function readDate(text: string, timezone?: string): ReadDate | undefined {
  // Most are as the model has them.
  if (complete.test(text) && isIsoDate(text)) return { date: text }
  const match = pattern.exec(text.trim())
  if (!match) return undefined
  const [, year, month, dayOfMonth, hour, minute, second, offset] = match
  const date = `${year}-${two(month!)}-${two(dayOfMonth!)}`
  if (hour === undefined) return valid({ date })
  const clock = `${date}T${two(hour)}:${minute}:${second ?? '00'}`
  if (offset) return valid({ date: clock + toOffset(offset) })
  if (!isIsoDate(`${clock}Z`)) return undefined
  const local = timezone ? offsetIn(timezone, clock) : undefined
  return local === undefined ? valid({ date: `${clock}Z`, assumed: true }) : valid({ date: clock + local })
}

const two = (digits: string): string => digits.padStart(2, '0')

const valid = (read: ReadDate): ReadDate | undefined => (isIsoDate(read.date) ? read : undefined)

function toOffset(written: string): string {
  if (/^[A-Z]/i.test(written)) return 'Z'
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? []
  return hours === undefined ? 'Z' : `${sign}${two(hours)}:${minutes}`
}

/** Returns the offset of a zone at a wall-clock time (`2026-11-23T08:00:00`), as `+01:00`; undefined for no such zone. */
export function offsetIn(timezone: string, clock: string): string | undefined {
  const wall = Date.parse(`${clock}Z`)
  const first = zoneOffset(timezone, wall)
  if (first === undefined) return undefined
  // The offset at the moment itself, which a change of the clocks may set apart from the offset at the wall time in UTC.
  const minutes = (zoneOffset(timezone, wall - first) ?? first) / 60_000
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(String(Math.floor(size / 60)))}:${two(String(size % 60))}`
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const styles: readonly RegExp[] = [
  // November is "marraskuu" in Finnish.
  /\b(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?!marras)(?<month>[a-z]{3})[a-z]*\.?,?\s+(?<year>\d{4})\b/i,
  /\b(?<month>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b/i,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})\b/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})\b/,
  // Of two numbers one that is no month is the day.
  /^(?<day>1[3-9]|2\d|3[01])\/(?<month>\d{1,2})\/(?<year>\d{4})\b/,
  /^(?<month>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{4})\b/,
]
const clockAfter =
  /^[,\sT]*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?(?:m\b\.?)?\s*(?:(?:UTC|GMT)(?=[+-]))?(?:(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?:\s*\(.*\))?)?/i

/** What may stand before a date. */
const dayOfWeek = /^(?:(?:the|mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]*\s+)?$/i

/** A date in another style as the model has it; a time without a zone has none here either: that is no date of the model. */
export interface SuggestedDate {
  date: string
  /** Whether all of the words are understood: "noon" or "EST" beside a date would make another moment of it. */
  whole: boolean
}

/**
 * Returns what a date in another style should be written as, where it can only mean one day: "3 May 2026", with the time
 * beside it, if any; seconds and milliseconds since 1970 are moments.
 */
export function suggestDate(text: string): SuggestedDate | undefined {
  const written = text.trim()
  if (/^1\d{9}(?:\d{3})?$/.test(written))
    return { date: new Date(Number(written.padEnd(13, '0'))).toISOString().replace('.000', ''), whole: true }
  for (const style of styles) {
    const found = style.exec(written)
    if (!found) continue
    const { day = '', month = '', year = '' } = found.groups ?? {}
    const number = /^\d/.test(month) ? month : String(months.indexOf(month.toLowerCase()) + 1)
    const date = `${year}-${two(number)}-${two(day)}`
    if (!isIsoDate(date)) return undefined
    const { date: timed, whole } = withClock(date, written.slice(found.index + found[0].length))
    return { date: timed, whole: whole && dayOfWeek.test(written.slice(0, found.index)) }
  }
  return undefined
}

/** Twelve hours count from noon: 12 pm is noon, and 12 am the day's begin. A time without a zone keeps none. */
function withClock(date: IsoDate, rest: string): SuggestedDate {
  const [clockWords = '', hour, minute, second = '00', half, offset] = clockAfter.exec(rest) ?? []
  if (hour === undefined) return { date, whole: rest === '' }
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour)
  const clock = `${two(String(hours))}:${minute}`
  const timed = `${date}T${clock}:${second}${offset ? toOffset(offset) : 'Z'}`
  if (!isIsoDate(timed)) return { date, whole: false }
  return {
    date: offset ? timed : `${date} ${clock}`,
    whole: clockWords.length === rest.length,
  }
}
