import { beforeAll, describe, expect, test } from 'vitest'
import { GlyphColumns, Glyphs } from '../../../src/renderers/pdf/fonts/glyphs.js'
import { describeCharacter, scriptRuns } from '../../../src/renderers/pdf/fonts/scripts.js'
import { loadBidi, visualOrder } from '../../../src/renderers/pdf/text/bidi.js'
import {
  findBreaks,
  loadUnicodeBreaker,
  needsUnicodeBreaker,
  type UnicodeBreaker,
} from '../../../src/renderers/pdf/text/breaks.js'
import { patternName } from '../../../src/renderers/pdf/text/hyphen-patterns.js'
import { loadHyphenator } from '../../../src/renderers/pdf/text/hyphenate.js'
import { joinSpans } from '../../../src/renderers/pdf/text/join-spans.js'
import { type Shaper, shapeSpans } from '../../../src/renderers/pdf/text/shape-spans.js'
import type { Span } from '../../../src/renderers/pdf/text/span.js'

function broken(text: string, language = 'en', phrases = false): string {
  const kinds = findBreaks(text, breaker, language, phrases)
  return [...text].map((character, index) => (kinds[index] ? '|' : '') + character).join('')
}

let breaker: UnicodeBreaker

beforeAll(async () => {
  breaker = await loadUnicodeBreaker()
})

test('a paragraph has an owner for all of its text, the break after a space included', () => {
  const span = (text: string, kind?: 'lineBreak') => ({ text, style: {}, tag: 'Layout', ...(kind && { kind }) }) as Span
  const { text, owners } = joinSpans([span('one '), span('', 'lineBreak')])
  expect([text, owners.at(-1)!.end]).toEqual(['one\n', 4])
})

test('a paragraph is set though the font of the one before it broke down', () => {
  const nothing = (text: string) => new Glyphs(text, false, new GlyphColumns(), 0, 0, 0, true)
  const shaped = (shapeWords: (texts: readonly string[]) => Glyphs[]) => {
    const face = { upem: 1000, coversAscii: true, shapeWords, shape: ({ text }: { text: string }) => nothing(text) }
    const faces = { of: () => face, forScript: () => undefined } as unknown as Shaper['faces']
    const span = { text: 'one two', style: { features: [], rise: 0 }, tag: 'Layout' } as unknown as Span
    return shapeSpans([span], { faces, direction: 'ltr', missing: () => undefined })
  }
  const stop = () => {
    throw new Error('stopped')
  }
  expect(() => shaped(stop)).toThrow('stopped')
  expect(shaped(texts => texts.map(nothing)).fragment.map(({ source }) => source)).toEqual(['one', ' ', 'two'])
})

describe('line breaks', () => {
  test.each([
    ['one two', 'one |two'],
    ['well-known', 'well-|known'],
    ['10-year e-mail, T-shirt, № 114-а, vitamin-C', '10-|year |e-mail, |T-shirt, |№ 114-а, |vitamin-C'],
    ['minus -5 and 3-4', 'minus |-5 |and |3-4'],
    ['stop—and go', 'stop—|and |go'],
    ['60 km/h', '60 km/h'],
    ['z. B. mit, i. d. R. ab', 'z. B. |mit, |i. d. R. |ab'],
    ['either/ornament', 'either/|ornament'],
    ['2019–2026', '2019–|2026'],
    ['10:30 and 3:1', '10:30 |and |3:1'],
  ])('%s', (text, expected) => {
    expect(broken(text)).toBe(expected)
  })

  test.each([
    ['en', 'runs 5 km and 10 000 m', 'runs |5 km |and |10 000 m'],
    ['en', 'costs € 20 or 20 €', 'costs |€ 20 |or |20 €'],
    ['en', 'J. R. R. Tolkien and Dr. Who', 'J. R. R. Tolkien |and |Dr. Who'],
    ['en', 'see No. 5, p. 12', 'see |No. 5, |p. 12'],
    ['en', 'so – it seems – he left', 'so – |it |seems – |he |left'],
    ['fr', 'Vraiment ! Il dit : « Non » ; oui', 'Vraiment ! |Il |dit : |« Non » ; |oui'],
    ['de', 'Er sagte »Nein« und ging', 'Er |sagte |»Nein« |und |ging'],
    ['cs', 'v Praze a k moři', 'v Praze |a k moři'],
    ['pl', 'w domu i z nami', 'w domu |i z nami'],
    ['en', 'a b and z c', 'a |b |and |z |c'],
    ['ja', '「東京」の、今', '「東|京」|の、|今'],
    ['zh', '说，“好”了', '说，|“好”|了'],
    ['ko', '항만 14척이 다시', '항만 |14척이 |다시'],
    ['ko', '대한민국(大韓民國)의 經濟', '대한민국(大韓民國)의 |經濟'],
    ['th', 'เรือหลายลำรออยู่', 'เรือ|หลาย|ลำ|รอ|อยู่'],
    ['hi', 'बंदरगाह खुल गया।', 'बंदरगाह |खुल |गया।'],
  ])('%s: %s', (language, text, expected) => {
    expect(broken(text, language)).toBe(expected)
  })

  test('in headings of Japanese stand between phrases, unless one is long', () => {
    expect(broken('港が凍る前に、小さな町が決めた', 'ja', true)).toBe('港が|凍る|前に、|小さな|町が|決めた')
    expect(broken('国立文化財研究所職員組合', 'ja', true)).toBe('国|立|文|化|財|研|究|所|職|員|組|合')
  })

  test('in addresses stand behind slashes and before other punctuation, at a price', () => {
    const address = 'https://example.org/a-long/path.'
    const kinds = findBreaks(address)
    const parts = [...address].map((character, index) => (kinds[index] === 2 ? '|' : '') + character).join('')
    expect(parts).toBe('https://|example|.org/|a|-long/|path.')
  })

  test.each([
    ['ja', '月5日、2026/11の調査で', '月|5|日、|2026/11|の|調|査|で'],
    ['zh', '请看https://example.org/a（英文）。', '请|看|https://|example|.org/|a（英|文）。'],
    ['th', 'แบ่ง50/50ระหว่างสองฝ่าย', 'แบ่ง50/50ระหว่าง|สอง|ฝ่าย'],
  ])('of an address end with it where %s has no space behind it', (language, text, parts) => {
    expect(broken(text, language)).toBe(parts)
  })

  test('of Thai are the same in a text of many thousand characters, which is looked through piece by piece', () => {
    const words = 'กระทรวงการต่างประเทศกล่าวว่าน้ำท่วมครั้งใหญ่ที่'
    expect(broken(words.repeat(200), 'th')).toBe(Array(200).fill(broken(words, 'th')).join('|'))
  })

  test('of Chinese come from the full rules', async () => {
    expect(needsUnicodeBreaker('漢字')).toBe(true)
    const kinds = findBreaks('漢字。', await loadUnicodeBreaker())
    expect([...kinds.slice(0, 4)]).toEqual([0, 1, 0, 0])
  })
})

describe('hyphens', () => {
  const divide = async (language: string, word: string) => {
    const points = (await loadHyphenator(language))!(word)
    return [...word].map((letter, index) => (points.includes(index) ? '-' : '') + letter).join('')
  }

  test.each([
    ['en-US', 'hyphenation', 'hyphen-ation'],
    ['en-US', 'association', 'asso-ci-a-tion'],
    ['de', 'Donaudampfschiff', 'Do-nau-dampf-schiff'],
    ['fr', 'typographie', 'ty-po-gra-phie'],
    ['ru', 'переговоры', 'пе-ре-го-во-ры'],
  ])('%s: %s', async (language, word, expected) => {
    expect(await divide(language, word)).toBe(expected)
  })

  test('follow the region, and are absent where no patterns are', () => {
    expect(patternName('en-AU')).toBe('en-gb')
    expect(patternName('en')).toBe('en')
    expect(patternName('de-CH')).toBe('de-ch')
    expect(loadHyphenator('xx')).toBeUndefined()
  })
})

describe('directions', () => {
  test('pieces of a line are seen in the order of their levels', () => {
    expect(visualOrder([0, 0, 0])).toEqual([0, 1, 2])
    expect(visualOrder([1, 1, 1])).toEqual([2, 1, 0])
    expect(visualOrder([0, 1, 1, 0])).toEqual([0, 2, 1, 3])
    expect(visualOrder([1, 2, 2, 1])).toEqual([3, 1, 2, 0])
  })

  test('figures in Hebrew run from the left', async () => {
    const levels = (await loadBidi())('שלום 123', 'rtl')
    expect([...levels]).toEqual([1, 1, 1, 1, 1, 2, 2, 2])
  })
})

describe('scripts', () => {
  test('are found, with punctuation in the run before it', () => {
    expect(scriptRuns('Plain words.')).toEqual([{ end: 12, tag: 'Latn' }])
    expect(scriptRuns('ab, где')).toEqual([
      { end: 4, tag: 'Latn' },
      { end: 7, tag: 'Cyrl' },
    ])
  })

  test('share characters: one stays with its kind, a bracket with its fellow', () => {
    const runs = (text: string) => {
      const found = scriptRuns(text)
      return found.map(({ end, tag }, index) => `${tag} ${text.slice(found[index - 1]?.end ?? 0, end)}`)
    }
    expect(runs('منظمة (WHO) هنا')).toEqual(['Arab منظمة (', 'Latn WHO', 'Arab ) هنا'])
    expect(runs('वह। Yes।')).toEqual(['Deva वह। ', 'Latn Yes', 'Deva ।'])
    expect(runs('「東京」')).toEqual(['Hani 「東京」'])
  })

  test('are named, with the package that has them', () => {
    expect(describeCharacter('ض')).toEqual({ kind: 'Arabic', package: '@embedpdf/fonts-arabic' })
    expect(describeCharacter('\u0301').kind).toBe('combining marks')
    expect(describeCharacter('\u2e3a')).toEqual({ kind: 'punctuation', package: '@expo-google-fonts/noto-sans' })
    expect(describeCharacter('\u3042').package).toBe('@embedpdf/fonts-jp')
    expect(['zh', 'zh-TW', 'ja', 'ko'].map(language => describeCharacter('漢', language).package)).toEqual(
      ['sc', 'tc', 'jp', 'kr'].map(form => `@embedpdf/fonts-${form}`),
    )
    expect(describeCharacter('∯').kind).toBe('mathematics')
    expect(describeCharacter('\ue000').kind).toBe('private use')
  })
})
