import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frontMatterIn, splitFrontMatter } from '../../../src/readers/front-matter/split.js'
import { fixtures } from '../../support/fixtures.js'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The front matter of a source as its beginning gives it, and as all of it does. */
function both(source: string) {
  const ofAll = splitFrontMatter(source.replace(/^\uFEFF/, ''))
  return { ofBeginning: splitFrontMatter(decode(frontMatterIn(encode(source)))), ofAll }
}

test('the beginning of a source gives its front matter as all of it does', () => {
  for (const { source } of fixtures()) {
    const { ofBeginning, ofAll } = both(source)
    expect(ofBeginning).toEqual(ofAll)
  }
  const piece = fc.constantFrom(
    '---',
    '...',
    '+++',
    'a: “b”',
    'a = "b"',
    '- c',
    '#',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    '\uFEFF',
  )
  fc.assert(
    fc.property(fc.constantFrom('---', '+++'), fc.array(piece, { maxLength: 12 }), (fence, pieces) => {
      const { ofBeginning, ofAll } = both(`${fence}${pieces.join('')}`)
      expect(ofBeginning).toEqual(ofAll)
    }),
    { numRuns: 2_000 },
  )
})

test('no more is looked at than the front matter', () => {
  expect(decode(frontMatterIn(encode('---\r\na: b\r\n--- \r\nText\r\n---\r\n')))).toBe('---\r\na: b\r\n--- \r')
  expect(decode(frontMatterIn(encode('+++\na = 1\n---\n+++\nText\n')))).toBe('+++\na = 1\n---\n+++')
  expect(decode(frontMatterIn(encode('Text\n---\n')))).toBe('')
})

test('front matter in JSON is known', () => {
  const source = '{\n  "title": "A"\n}\n\nText.\n'
  expect(both(source)).toEqual({ ofBeginning: { trouble: 'json' }, ofAll: { trouble: 'json' } })
  expect(splitFrontMatter('{site} is a word\n')).toEqual({})
})

test('a fence stands on a line of its own, which U+2028 does not end', () => {
  expect(splitFrontMatter('---\na: b\u2028---\nc: d\n---\u2028\n---\nText').yaml?.text).toBe(
    'a: b\u2028---\nc: d\n---\u2028\n',
  )
})
