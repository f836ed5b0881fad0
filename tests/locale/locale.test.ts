import { describe, expect, it } from 'vitest'
import { genres } from '../../src/article/genre.js'
import { formatDate, formatDateTime } from '../../src/locale/dates.js'
import { labelsFor } from '../../src/locale/labels.js'
import { languages, wordNames } from '../../src/locale/languages.js'

describe('languages', () => {
  it.each(Object.entries(languages))('%s has every word, genre and month', (_language, row) => {
    expect(row.words.split('|').filter(Boolean)).toHaveLength(wordNames.length)
    expect(row.genres.split('|').filter(Boolean)).toHaveLength(genres.length)
    expect(row.months.split('|').filter(Boolean)).toHaveLength(12)
    for (const part of ['{day}', '{month}', '{year}']) expect(row.date).toContain(part)
  })
})

describe('labelsFor', () => {
  it('falls from region to language to English', () => {
    expect(labelsFor('de-AT').by).toBe('Von')
    expect(labelsFor('no').by).toBe('Av')
    expect(labelsFor('x-klingon').by).toBe('By')
    expect(['zh-TW', 'zh-Hant-HK', 'zh-MO', 'zh-CN', 'zh-Hans-HK'].map(tag => labelsFor(tag).figure).join('')).toBe(
      '圖圖圖图图',
    )
    expect(labelsFor('en-US').date).toBe('{month} {day}, {year}')
  })
})

describe('formatDate', () => {
  it.each([
    ['en', '14 October 2026'],
    ['en-US', 'October 14, 2026'],
    ['de', '14. Oktober 2026'],
    ['fr-CH', '14 octobre 2026'],
    ['ja', '2026年10月14日'],
    ['ar', '14 أكتوبر 2026'],
  ])('writes it as %s does', (language, written) => {
    expect(formatDate('2026-10-14', language)).toBe(written)
  })
  it('writes every month and date as CLDR has them', () => {
    // English outside of America is British; Russian and Ukrainian leave out their "year", as newspapers do.
    const cldr: { [language: string]: string } = { en: 'en-GB' }
    for (const language of Object.keys(languages)) {
      const written = new Intl.DateTimeFormat(`${cldr[language] ?? language}-u-ca-gregory-nu-latn`, {
        dateStyle: 'long',
        timeZone: 'UTC',
      })
      for (let month = 1; month <= 12; month++) {
        const date = `2026-${String(month).padStart(2, '0')}-14`
        expect(formatDate(date, language)).toBe(written.format(new Date(date)).replace(/ [гр]\.$/, ''))
      }
    }
  })
  it('keeps the day that the source names, whatever the zone', () => {
    expect(formatDate('2026-10-14T00:30:00+09:00', 'en')).toBe('14 October 2026')
    expect(formatDateTime('2026-10-14T00:30:00+09:00', 'en')).toBe('14 October 2026, 00:30 UTC+9')
    expect(formatDateTime('2026-10-14T00:30:00-03:30', 'en')).toBe('14 October 2026, 00:30 UTC−3:30')
    expect(formatDateTime('2026-10-14T00:30Z', 'en')).toBe('14 October 2026, 00:30 UTC')
    expect(formatDateTime('2026-10-14', 'en')).toBe('14 October 2026')
  })
})
