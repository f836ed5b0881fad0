import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { article, code } from '../../../src/article/build.js'
import { directionRuns } from '../../../src/renderers/docx/body/direction-runs.js'
import { renderDocx } from './support/context.js'

const show = (text: string, rtl = false): string[] =>
  directionRuns(text, rtl).map(run => `${run.rtl ? '←' : '→'}${run.text}`)

describe('directionRuns', () => {
  test('leaves text of one direction whole', () => {
    expect(show('plain, 3:1 text')).toEqual(['→plain, 3:1 text'])
    expect(show('نص عربي 123', true)).toEqual(['←نص عربي 123'])
  })

  test('gives blanks and marks between two turns to the paragraph', () => {
    expect(show('say שלום, he said')).toEqual(['→say ', '←שלום', '→, he said'])
    expect(show('نص English words هنا', true)).toEqual(['←نص ', '→English words', '← هنا'])
  })

  test('keeps what stands between two words of one direction with them', () => {
    expect(show('a שלום עולם b')).toEqual(['→a ', '←שלום עולם', '→ b'])
  })

  test('loses and doubles nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab אבג 12.,—') }), fc.boolean(), (text, rtl) => {
        expect(
          directionRuns(text, rtl)
            .map(run => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

test('code runs from left to right in a story from right to left', async () => {
  const story = article({ language: 'ar' }, [code('def cost(year):')])
  const document = strFromU8(unzipSync(await renderDocx(story))['word/document.xml']!)
  expect(document).toMatch(/<w:pStyle w:val="SourceCode[^"]*"\/><w:bidi w:val="0"\/>/)
})
