const formatters = new Map<string, Intl.DateTimeFormat | undefined>()

/**
 * Returns how far the clocks of a zone (IANA name) are ahead of UTC at a moment, in milliseconds, whole minutes; undefined where
 * there is no such zone. The moment is in milliseconds since 1970.
 */
export function zoneOffset(timezone: string, moment: number): number | undefined {
  if (!formatters.has(timezone)) formatters.set(timezone, formatterFor(timezone))
  const formatter = formatters.get(timezone)
  if (!formatter || Number.isNaN(moment)) return undefined
  const parts = Object.fromEntries(formatter.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts as { [part: string]: number }
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - moment) / 60_000) * 60_000
}

function formatterFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    return undefined
  }
}
