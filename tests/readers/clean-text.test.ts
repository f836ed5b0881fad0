import { expect, test } from 'vitest'
import { cleanText } from '../../src/readers/clean-text.js'

test.each([
  ['line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['control characters', 'a\u0000b\u0007c\u001Bd\u007F', 'abcd'],
  ['Windows-1252 punctuation', 'It\u0092s \u0093so\u0094 \u0085', 'It’s “so” …'],
  ['bytes that mean nothing even there', 'a\u0081b\u009Dc', 'abc'],
  ['lone surrogates', 'a\uD800b\uDC00c😀', 'a\uFFFDb\uFFFDc😀'],
  ['byte order marks and non-characters', 'a\uFEFFb\uFFFEc\uFFFF', 'abc'],
  ['decomposed letters', 'e\u0301', 'é'],
  ['tabs, no-break spaces and marks of direction stay', 'a\tb\u00A0c\u200Fd\u200D', 'a\tb\u00A0c\u200Fd\u200D'],
])('%s', (_name, text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test('what one look settles is what the whole way gives', () => {
  // A letter that always takes the whole way, and that joins nothing before it.
  const slow = '\u4E00'
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    const text = `a${character}${character}e\u00E9${character}`
    if (cleanText(text) !== cleanText(text + slow).slice(0, -1)) expect.fail(`U+${code.toString(16)}`)
  }
})
