import { expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import { isDict } from '../../../src/preflight/pdf/file/objects.js'
import { PdfFile } from '../../../src/preflight/pdf/file/pdf-file.js'
import { readFont } from '../../../src/preflight/pdf/font/pdf-font.js'
import { hex4 } from '../../../src/renderers/pdf/cos.js'
import { BEFORE_FIRST, codeAfter } from '../../../src/renderers/pdf/emit/codes.js'
import { checkoutHost, makePdf } from '../../support/pdf-context.js'

test('codes ascend, have two bytes and need no escape', () => {
  const codes: number[] = []
  for (let code = codeAfter(BEFORE_FIRST); code !== undefined; code = codeAfter(code)) codes.push(code)
  expect(codes.length).toBeGreaterThan(63_000)
  expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b))
  expect(codes.filter(code => !/^[\dA-F]{4}$/i.test(hex4(code)) || /^(..)?(0D|28|29|5C)/i.test(hex4(code)))).toEqual([])
})

test.each([
  ['TrueType', 'en', 'A few words, the\u00a0last too.'],
  ['CFF', 'ja', '港が再開した。港の人々'],
])('codes are CIDs of %s fonts, under the encoding that every reader knows', async (_, language, words) => {
  const { bytes } = await makePdf(article({ title: words, language }, [paragraph(words)]), { host: checkoutHost() })
  const file = new PdfFile(bytes)
  const fonts = [...file.objectNumbers()]
    .map(number => file.object(number))
    .filter(isDict)
    .filter(dict => file.name(dict.get('Subtype')) === 'Type0')
  expect(fonts.length).toBeGreaterThan(1)
  for (const dict of fonts) {
    expect(file.name(dict.get('Encoding'))).toBe('Identity-H')
    const font = readFont(file, dict)
    const first = codeAfter(BEFORE_FIRST)!
    expect([font.cid(first), font.toUnicode?.text(first)?.length]).toEqual([first, 1])
  }
})
