import { describe, expect, it } from 'vitest'
import { hasTime, isIsoDate, toTimestamp } from '../../src/article/iso-date.js'

describe('isIsoDate', () => {
  it.each([
    '2026-09-16',
    '2024-02-29',
    '2026-09-16T10:30Z',
    '2026-09-16T10:30:00+02:00',
    '2026-12-31T23:59:60.5-11:30',
  ])('takes %s', date => {
    expect(isIsoDate(date)).toBe(true)
  })
  it.each([
    '2026-2-3',
    '2026-02-29',
    '2026-13-01',
    '2026-09-16 10:30',
    '2026-09-16T10:30',
    '2026-09-16T25:00Z',
    '2026-09-16T10:30+2',
    'tomorrow',
    '',
  ])('refuses %j', date => {
    expect(isIsoDate(date)).toBe(false)
  })
})

describe('toTimestamp', () => {
  it('begins a bare date at midnight UTC and keeps an offset', () => {
    expect(toTimestamp('2026-09-16')).toBe(Date.UTC(2026, 8, 16))
    expect(toTimestamp('2026-09-16T10:30:00+02:00')).toBe(Date.UTC(2026, 8, 16, 8, 30))
    expect(hasTime('2026-09-16')).toBe(false)
  })

  it('takes a leap second for the one after it', () => {
    expect(toTimestamp('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1))
    expect(toTimestamp('2016-12-31T18:59:60.5-05:00')).toBe(Date.UTC(2017, 0, 1) + 500)
  })
})
