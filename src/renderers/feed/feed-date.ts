import type { IsoDate } from '../../article/article.js'
import { hasTime, toTimestamp } from '../../article/iso-date.js'

const minute = 60_000
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Returns the moment of a date in milliseconds since 1970; a bare date begins at midnight in the zone (IANA name). */
export function momentOf(date: IsoDate, timezone = 'UTC'): number {
  const utc = toTimestamp(date)
  if (hasTime(date) || timezone === 'UTC') return utc
  // Twice: the offset at the first guess may be that of the other side of a clock change.
  const guess = utc - offsetAt(utc, timezone)
  return utc - offsetAt(guess, timezone)
}

/** Minutes east of UTC that a zone's clocks show, in milliseconds. An unknown zone counts as UTC. */
function offsetAt(moment: number, timezone: string): number {
  let formatter = formatters.get(timezone)
  if (!formatter) {
    try {
      formatter = new Intl.DateTimeFormat('en-GB', {
        timeZone: timezone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      })
    } catch {
      return 0
    }
    formatters.set(timezone, formatter)
  }
  const parts = Object.fromEntries(formatter.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!)
  return shown - Math.floor(moment / minute) * minute
}

/** Returns a moment as RFC 822 in GMT: `Mon, 23 Nov 2026 06:30:00 GMT`. */
export function toRfc822(moment: number): string {
  return new Date(moment).toUTCString()
}

/** Returns a moment as RFC 3339 in UTC, whole seconds: `2026-11-23T06:30:00Z`. */
export function toRfc3339(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
