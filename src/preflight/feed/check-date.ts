import type { SayFault } from './feed-report.js'
import type { FeedElement } from './feed-tree.js'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const zones = 'UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z'
/** What every reader understands: four digits of the year, an offset of whole or half hours. */
const plain = new RegExp(
  `^(?:(${days.join('|')}), )?(\\d\\d?) (${months}) (\\d{4}) (\\d\\d):(\\d\\d)(?::(\\d\\d))? (?:[+-]?\\d\\d[03]0|${zones})$`,
)
/** What RFC 822 lets pass and some readers do not understand. */
const loose = new RegExp(
  `^(?:(?:${days.join('|')})\\s*,\\s*)?\\d\\d?\\s+(?:${months})\\s+\\d\\d(?:\\d\\d)?\\s+\\d\\d:\\d\\d(?::\\d\\d)?\\s+(?:[+-]\\d{4}|${zones}|[a-ik-z])?$`,
  'i',
)
const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d*)?(Z|[+-]\d\d:\d\d)$/

/** Judges a date of RSS (RFC 822). `now` in milliseconds. */
export function checkRfc822(element: FeedElement, now: number, say: SayFault): void {
  const value = element.text
  const match = plain.exec(value)
  if (!match) {
    if (loose.test(value.trim()))
      say('ProblematicalRFC822Date', element, `\`${element.name}\` is "${value}", which some readers cannot read`)
    else
      say(
        'InvalidRFC2822Date',
        element,
        `\`${element.name}\` is "${value}"`,
        'write it as "Mon, 23 Nov 2026 06:30:00 GMT"',
      )
    return
  }
  const [, weekday, day, month, year] = match
  // `Date.UTC` takes the years 0 to 99 for those of the twentieth century.
  const date = new Date(0)
  date.setUTCFullYear(Number(year), months.split('|').indexOf(month!), Number(day))
  if (date.getUTCDate() !== Number(day))
    say('InvalidRFC2822Date', element, `\`${element.name}\` is "${value}", a day that the month does not have`)
  else if (weekday !== undefined && weekday !== days[date.getUTCDay()])
    say('IncorrectDOW', element, `\`${element.name}\` is "${value}", which is a ${days[date.getUTCDay()]}`)
  else checkPlausible(Date.parse(value), Number(year), element, now, say)
}

/** Judges a date of Atom (RFC 3339, with zone). */
export function checkRfc3339(element: FeedElement, now: number, say: SayFault): void {
  const value = element.text
  const match = rfc3339.exec(value)
  if (!match || Number.isNaN(Date.parse(value)))
    say('InvalidRFC3339Date', element, `\`${element.name}\` is "${value}"`, 'write it as "2026-11-23T06:30:00Z"')
  else checkPlausible(Date.parse(value), Number(match[1]), element, now, say)
}

function checkPlausible(moment: number, year: number, element: FeedElement, now: number, say: SayFault): void {
  if (moment > now + 600_000 || year < 1990)
    say(
      'ImplausibleDate',
      element,
      `\`${element.name}\` is "${element.text}", which is ${year < 1990 ? 'before 1990' : 'in the future'}`,
    )
}
