import type { IsoDate } from '../../article/article.js'
import { hasTime, toTimestamp } from '../../article/iso-date.js'
import { zoneOffset } from '../../article/zone-offset.js'

/**
 * Returns the moment of a date in milliseconds since 1970; a bare date begins at midnight in the zone (IANA name), of which an
 * unknown one counts as UTC.
 */
export function momentOf(date: IsoDate, timezone = 'UTC'): number {
  const utc = toTimestamp(date)
  if (hasTime(date) || timezone === 'UTC') return utc
  // Twice: the offset at the first guess may be that of the other side of a clock change.
  const guess = utc - (zoneOffset(timezone, utc) ?? 0)
  return utc - (zoneOffset(timezone, guess) ?? 0)
}

/** Returns a moment as RFC 822 in GMT: `Mon, 23 Nov 2026 06:30:00 GMT`. */
export function toRfc822(moment: number): string {
  return new Date(moment).toUTCString()
}

/** Returns a moment as RFC 3339 in UTC, whole seconds: `2026-11-23T06:30:00Z`. */
export function toRfc3339(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
