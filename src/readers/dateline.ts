import type { Dateline } from '../article/article.js'

/** Reads a dateline that stands alone, as front matter gives it: `GENEVA`, `GENEVA, 3 May (AP) —`. */
export function readDatelineText(line: string): Dateline {
  const text = line.replace(/\s*(?:[—–―-]|--)\s*$/u, '').trim()
  return splitDateline(text)
}

/** Returns whether words are a day as datelines give it, without a year: `3 May`, `le 3 mai`. */
export function isDatelineDay(words: string): boolean {
  return dateAtEnd.exec(`, ${words}`)?.index === 0 && !/\p{Nd}{4}$/u.test(words) && !counted.test(words)
}

/** What is counted and is no month: "week 12", "day 3", "KW 12". */
const counted =
  /(?<!\p{L})(?:week|day|page|part|no|vol|chapter|quarter|phase|kw|woche|tag|teil|seite|semaine|jour|semana|día|dia|parte|giorno|vecka)(?!\p{L})/iu

/** Divides the words of a dateline into place, agency and the line as it is printed. */
export function splitDateline(text: string): Dateline {
  const agency = /\(([^()]+)\)\s*$/u.exec(text)
  const before = (agency ? text.slice(0, agency.index) : text).trim().replace(/[,،]$/u, '')
  const place = before.replace(dateAtEnd, '').trim() || before
  return { place, ...(agency && { agency: agency[1]!.trim() }), ...(place !== text && { text }) }
}

/** A date after the place: `, 3 May`, `, May 3, 2026`, `, le 3 mai`, ` 3 مايو`. */
const dateAtEnd =
  /[,،]?\s+(?:(?:le|el|den|am|il|on)\s+)?(?:\p{Nd}{1,2}(?:er|º|\.|st|nd|rd|th)?(?:\s+(?:de|of))?\s+\p{L}{2,14}\.?|\p{L}{2,14}\.?\s+\p{Nd}{1,2})(?:,?\s+(?:de\s+)?\p{Nd}{4})?$/u
