import { genres as genreNames } from '../article/genre.js'
import { type LanguageRow, languages, wordNames } from './languages.js'
import { isTraditionalChinese } from './traditional-chinese.js'

/** The words that the program itself prints around an article, in one language; `{…}` are for the caller to fill in. */
export type Labels = { [name in (typeof wordNames)[number]]: string } & {
  genres: { [genre: string]: string }
  /** Month names as they stand in a date, January first. */
  months: string[]
  /** A date, from `{day} {month} {year}`. */
  date: string
  /** What stands between a label and what it labels. */
  colon: string
  /** What stands between the members of a list, with its space. */
  comma: string
}

const ready = new Map<string, Labels>()

/** Rows of tags as stories spell them, each found once: as many as cost nothing to keep. */
const spelled = new Map<string, string>()
const MOST_SPELLINGS = 100

/**
 * Returns the labels for a BCP 47 tag: its own, else those of the language without region, else English.
 * The same object for the same language.
 */
export function labelsFor(language: string): Labels {
  const key = rowKey(language)
  const known = ready.get(key)
  if (known) return known
  const labels = fromRow(languages[key]!)
  ready.set(key, labels)
  return labels
}

/** Returns whether the program has words of its own in a language. */
export function hasLabels(language: string): boolean {
  return rowKey(language) !== 'en' || /^en\b/i.test(language)
}

const aliases: { [language: string]: string } = { no: 'nb', nn: 'nb', iw: 'he' }

function rowKey(tag: string): string {
  const known = spelled.get(tag)
  if (known !== undefined) return known
  const key = findRow(tag)
  if (spelled.size < MOST_SPELLINGS) spelled.set(tag, key)
  return key
}

function findRow(tag: string): string {
  if (isTraditionalChinese(tag)) return 'zh-Hant'
  const [language = 'en', ...rest] = tag.split('-')
  const primary = language.toLowerCase()
  const region = rest.find(part => /^[a-z]{2}$/i.test(part))?.toUpperCase()
  const known = aliases[primary] ?? primary
  if (region && Object.hasOwn(languages, `${known}-${region}`)) return `${known}-${region}`
  return Object.hasOwn(languages, known) ? known : 'en'
}

function fromRow(row: LanguageRow): Labels {
  const words = row.words.split('|')
  const genres = row.genres.split('|')
  return {
    ...(Object.fromEntries(wordNames.map((name, index) => [name, words[index]!])) as {
      [name in (typeof wordNames)[number]]: string
    }),
    genres: Object.fromEntries(genreNames.map((name, index) => [name, genres[index]!])),
    months: row.months.split('|'),
    date: row.date,
    colon: row.colon ?? ':',
    comma: row.comma ?? ', ',
  }
}
