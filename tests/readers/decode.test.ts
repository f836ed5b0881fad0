import { describe, expect, test } from 'vitest'
import { decode } from '../../src/readers/decode.js'
import { readMarkdown } from '../../src/readers/markdown/index.js'

const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(values.flatMap(value => (typeof value === 'string' ? [...new TextEncoder().encode(value)] : [value])))

test('UTF-8 is decoded, and a byte order mark dropped', () => {
  expect(decode(bytes(0xef, 0xbb, 0xbf, 'naïve 水')).text).toBe('naïve 水')
})

describe('what is no UTF-8 is refused with its place', () => {
  test.each([
    ['a byte that begins nothing', bytes('line\nab', 0xff, 'c'), 'byte 7 (0xFF) is no UTF-8', 2, 3],
    ['Latin-1', bytes('caf', 0xe9, ' au lait'), 'byte 3 (0xE9) is no UTF-8', 1, 4],
    ['a character cut off', bytes('a', 0xe6, 0xb0), 'byte 1 (0xE6) is no UTF-8', 1, 2],
    ['a surrogate', bytes(0xed, 0xa0, 0x80), 'byte 0 (0xED) is no UTF-8', 1, 1],
    ['a longer form than needed', bytes(0xc0, 0xaf), 'byte 0 (0xC0) is no UTF-8', 1, 1],
    ['beyond Unicode', bytes(0xf4, 0x90, 0x80, 0x80), 'byte 0 (0xF4) is no UTF-8', 1, 1],
  ])('%s', (_name, input, reason, line, column) => {
    const { message } = decode(input)
    expect(message).toMatchObject({
      rule: 'encoding',
      severity: 'error',
      reason,
      position: { start: { line, column } },
    })
  })

  test.each([
    ['UTF-16 LE', bytes(0xff, 0xfe, 0x61, 0)],
    ['UTF-16 BE', bytes(0xfe, 0xff, 0, 0x61)],
    ['UTF-16 LE', bytes(...[...'a headline'].flatMap(letter => [letter, 0]))],
    ['UTF-16 BE', bytes(...[...'a headline'].flatMap(letter => [0, letter]))],
  ])('%s', (name, input) => {
    expect(decode(input).message?.reason).toBe(`the file is ${name}, not UTF-8`)
  })
})

test('the reader takes bytes, and gives no article for what it cannot decode', async () => {
  expect((await readMarkdown(bytes(0xef, 0xbb, 0xbf, '# Title\n\nText.'))).article?.meta.title).toBe('Title')
  const { article, messages } = await readMarkdown(bytes('# T', 0xff))
  expect([article, messages.map(message => message.rule)]).toEqual([undefined, ['encoding']])
})

test('a byte order mark and odd line ends move no place', async () => {
  const { messages } = await readMarkdown('\uFEFF---\r\ntitle: T\r\npublished: never\r\n---\r\n\r\nText.\r\n')
  expect(messages).toMatchObject([{ rule: 'meta-date', position: { start: { line: 3, column: 12 } } }])
})
