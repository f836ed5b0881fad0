import { expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import { isDict } from '../../../src/preflight/pdf/file/objects.js'
import { PdfFile } from '../../../src/preflight/pdf/file/pdf-file.js'
import { readFont } from '../../../src/preflight/pdf/font/pdf-font.js'
import { type Coding, codeAfter, codings, hexOf, SPACE } from '../../../src/renderers/pdf/emit/codes.js'
import { makePdf } from '../../support/pdf-context.js'

function codesOf(coding: Coding): number[] {
  const codes: number[] = []
  for (let code = codeAfter(codings[coding].before); code !== undefined; code = codeAfter(code)) codes.push(code)
  return codes
}

/** The spaces that a code's digits lie in: digit by digit, as readers look for them (ISO 32000-1 9.7.6.2). */
function spacesOf(code: number, coding: Coding) {
  const bytes = (digits: string) => [...Buffer.from(digits, 'hex')]
  return codings[coding].spaces.filter(space => {
    const [first, last] = [...space.matchAll(/<(\w+)>/g)].map(([, digits]) => bytes(digits!)) as [number[], number[]]
    const shown = bytes(hexOf(code))
    return shown.length === first.length && shown.every((byte, at) => byte >= first[at]! && byte <= last[at]!)
  })
}

test.each(['mixed', 'pairs'] as const)(
  'codes of %s lengths ascend, lie in one space each and need no escape',
  coding => {
    const codes = codesOf(coding)
    expect(codes.length).toBeGreaterThan(coding === 'mixed' ? 32_000 : 63_000)
    expect(codes).not.toContain(SPACE)
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b))
    expect(codes.filter(code => /^(..)*(0D|28|29|5C)/.test(hexOf(code)))).toEqual([])
    for (const code of [codes[0]!, codes[122]!, codes[123]!, codes.at(-1)!])
      expect(spacesOf(code, coding)).toHaveLength(1)
  },
)

test('most texts do with codes of one byte', () => {
  expect(codesOf('mixed').filter(code => hexOf(code).length === 2)).toHaveLength(122)
})

test('the space has the code and the CID 32, and no other glyph has either', async () => {
  const { bytes } = await makePdf(
    article({ title: 'A few words' }, [paragraph('A few words of text, the\u00a0last too.')]),
  )
  const file = new PdfFile(bytes)
  const fonts = [...file.objectNumbers()]
    .map(number => file.object(number))
    .filter(isDict)
    .filter(dict => file.name(dict.get('Subtype')) === 'Type0')
    .map(dict => readFont(file, dict))
  expect(fonts.length).toBeGreaterThan(1)
  for (const font of fonts) {
    expect(font.hasWordSpace).toBe(true)
    expect([font.cid(SPACE), font.toUnicode?.text(SPACE)]).toEqual([SPACE, ' '])
    const others = Array.from({ length: 0x80 }, (_, code) => code).filter(code => code !== SPACE)
    expect(others.filter(code => font.toUnicode?.text(code) !== undefined && font.cid(code) === SPACE)).toEqual([])
  }
})
