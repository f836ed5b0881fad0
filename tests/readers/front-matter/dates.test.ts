import { describe, expect, test } from 'vitest'
import { readDate, suggestDate } from '../../../src/readers/front-matter/dates.js'

describe('a date', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-1-3', '2026-01-03'],
    ['2026-11-23T08:00:00+01:00', '2026-11-23T08:00:00+01:00'],
    ['2026-11-23T08:00Z', '2026-11-23T08:00:00Z'],
    ['2026-11-23 08:00:00 +0100', '2026-11-23T08:00:00+01:00'],
    ['2026-11-23 8:05 -5', '2026-11-23T08:05:00-05:00'],
    ['2026-11-23T08:00:00.123Z', '2026-11-23T08:00:00Z'],
    ['2026-11-23 08:00 UTC', '2026-11-23T08:00:00Z'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toEqual({ date })
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-11-31',
    '26-11-23',
    '2026',
    '23.11.2026',
    '2026-11-23 25:00',
    '2026-11-23T08',
    'now',
    '',
  ])('%s is none', text => {
    expect(readDate(text)).toBeUndefined()
  })

  test('without a zone it is UTC and says so, or stands in the zone of the house', () => {
    expect(readDate('2026-11-23 08:00')).toEqual({ date: '2026-11-23T08:00:00Z', assumed: true })
    expect(readDate('2026-11-23 08:00', 'Europe/Berlin')).toEqual({ date: '2026-11-23T08:00:00+01:00' })
    expect(readDate('2026-07-01 08:00', 'Europe/Berlin')).toEqual({ date: '2026-07-01T08:00:00+02:00' })
    expect(readDate('2026-07-01 08:00', 'America/New_York')).toEqual({ date: '2026-07-01T08:00:00-04:00' })
    expect(readDate('2026-07-01 08:00', 'Asia/Kathmandu')).toEqual({ date: '2026-07-01T08:00:00+05:45' })
    expect(readDate('2026-07-01 08:00', 'Mars/Olympus')).toEqual({ date: '2026-07-01T08:00:00Z', assumed: true })
  })
})

test.each([
  ['3rd May 2026', '2026-05-03'],
  ['May 3, 2026', '2026-05-03'],
  ['20260503', '2026-05-03'],
  ['3.5.2026', '2026-05-03'],
  ['2026/5/3', '2026-05-03'],
  ['5/3/2026', undefined],
  ['3rd May', undefined],
  ['Thu, 19 Nov 2026 10:30:00 +0100', '2026-11-19T10:30:00+01:00'],
  ['November 19, 2026 at 5:05 pm', '2026-11-19 17:05'],
  ['19 Nov 2026 12:10 a.m. GMT', '2026-11-19T00:10:00Z'],
  ['19.11.2026, 10:30', '2026-11-19 10:30'],
  ['Thu Nov 19 2026 10:30:00 GMT+0100 (CET)', '2026-11-19T10:30:00+01:00'],
  ['19 Nov 2026 25:30', '2026-11-19'],
  ['11/19/2026', '2026-11-19'],
  ['19/11/2026', '2026-11-19'],
  ['11/12/2026', undefined],
  ['1795083000', '2026-11-19T10:10:00Z'],
  ['1795083000000', '2026-11-19T10:10:00Z'],
])('%s should be written %s', (text, date) => {
  expect(suggestDate(text)?.date).toBe(date)
})
