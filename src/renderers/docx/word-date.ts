import type { IsoDate } from '../../article/article.js'
import { toTimestamp } from '../../article/iso-date.js'

/** Returns a date as XML Schema's dateTime in UTC, to the second; a bare date is its midnight. */
export function toWordDate(date: IsoDate): string {
  // A leap second counts as the one before it: `Date` has none.
  return new Date(toTimestamp(date.replace(':60', ':59'))).toISOString().replace(/\.\d+Z$/, 'Z')
}
