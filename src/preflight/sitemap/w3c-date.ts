/** A date of the W3C's profile of ISO 8601: of the year, the month, the day, or a moment with its zone. */
export const w3cDate =
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/

const day = 24 * 60 * 60 * 1000
/** How far the zones of the earth lie from UTC. */
const mostOffset = 14 * 60 * 60 * 1000

/**
 * Returns the moments, in milliseconds since 1970, between which a date with a day may lie: a bare one is a day somewhere on
 * earth.
 */
export function momentsOf(date: string): { earliest: number; latest: number } | undefined {
  const moment = w3cDate.test(date) && date.length >= 10 ? Date.parse(date) : Number.NaN
  if (Number.isNaN(moment)) return undefined
  if (date.includes('T')) return { earliest: moment, latest: moment }
  return { earliest: moment - mostOffset, latest: moment + day + mostOffset }
}
