import { describe, expect, test } from 'vitest'
import { fixtures, formatMessages, readFixture } from '../../support/fixtures.js'
import { parserDifferences } from './parser-differences.js'

/** Everything but where nodes end, for the sources in which the parsers are known to differ there. */
const withoutEnds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, each) => (name === 'end' ? undefined : each)))

describe.each(fixtures())('$name', fixture => {
  test('gives the same article and messages with parser "remark"', async () => {
    const usual = await readFixture(fixture)
    const portable = await readFixture(fixture, 'remark')
    expect(formatMessages(portable.messages)).toBe(formatMessages(usual.messages))
    const differs = parserDifferences.fixtures.includes(fixture.name)
    if (differs) expect(withoutEnds(portable.article)).toEqual(withoutEnds(usual.article))
    else expect(portable.article).toEqual(usual.article)
  })
})
