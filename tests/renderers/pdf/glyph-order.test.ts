import { beforeAll, describe, expect, test } from 'vitest'
import { glyphGroups } from '../../../src/renderers/pdf/emit/glyph-order.js'
import { fontEngine } from '../../../src/renderers/pdf/fonts/engine.js'
import { FontNeeds, openFaces } from '../../../src/renderers/pdf/fonts/font-set.js'
import { loadBidi } from '../../../src/renderers/pdf/text/bidi.js'
import { loadUnicodeBreaker } from '../../../src/renderers/pdf/text/breaks.js'
import { type Shaper, shapeSpans } from '../../../src/renderers/pdf/text/shape-spans.js'
import { StyleSheet, type TextStyle } from '../../../src/renderers/pdf/text/text-style.js'
import { checkoutHost, shippedTemplate } from '../../support/pdf-context.js'

let shaper: Shaper
let style: TextStyle

beforeAll(async () => {
  const sheet = new StyleSheet(await shippedTemplate('briefing'))
  style = sheet.text(sheet.style('body'), 'ar')
  const needs = new FontNeeds()
  needs.add('سلام رياحًا שָׁלוֹם क्षेत्र किताब', style)
  shaper = {
    faces: await openFaces(await fontEngine(checkoutHost()), sheet, needs),
    direction: 'ltr',
    bidi: await loadBidi(),
    missing: () => undefined,
  }
})

/** What each glyph of a word is read back as, from left to right; a group stands in brackets. */
function readings(word: string): string[] {
  return shapeSpans([{ text: word, style, tag: 'Layout' }], shaper)
    .fragment.flatMap(glyphGroups)
    .flatMap(({ actualText, glyphs }) =>
      actualText === undefined ? glyphs.map(({ text }) => text) : [`[${actualText}]`],
    )
}

/** What a reader makes of characters that it finds from left to right in text that runs from the right. */
const turned = (texts: readonly string[]) => [...texts.join('')].reverse().join('').trim()

describe('the text of glyphs', () => {
  test.each(['سلام', 'رياحًا', 'שָׁלוֹם'])(
    'is right in %s once it is turned round, ligatures and points included',
    word => {
      expect(turned(readings(word)).normalize('NFKC')).toBe(word.normalize('NFKC'))
    },
  )

  test.each(['क्षेत्र', 'किताब'])('is right in %s, whatever glyphs its syllables take', word => {
    expect(readings(word).join('').replace(/[[\]]/g, '').trim()).toBe(word)
  })

  test('a syllable of glyphs side by side is read back as a whole', () => {
    expect(readings('किताब')[0]).toBe('[कि]')
  })
})

describe('faces of other scripts', () => {
  const fragmentsOf = (text: string, features: string[] = []) =>
    shapeSpans([{ text, style: { ...style, features }, tag: 'Layout' }], shaper).fragment

  test.each(['سلام', 'שלום'])('the blank of the face for %s has no width', word => {
    const face = fragmentsOf(word)[0]!.face
    expect(face.blank).toBeGreaterThan(0)
    expect(face.advanceOf(face.blank!)).toBe(0)
  })

  test('figures of notes are raised by size where a face has none drawn for it', () => {
    const riseOf = (text: string) => fragmentsOf(text, ['sups']).find(({ source }) => source === '1')?.style.rise
    expect(riseOf('سلام1')).toBeGreaterThan(0)
    expect(riseOf('1')).toBe(0)
  })
})

test.each(['क्षेत्र।', 'क्षेत्र', 'किताब '])('no line ends between %s and the number of a note', async words => {
  const breaker = await loadUnicodeBreaker()
  const ends = (note?: { number: number }) => {
    const spans = [
      { text: words, style, tag: 'Layout' as const },
      { text: '1', style, tag: 'Layout' as const, ...(note && { note }) },
    ]
    return shapeSpans(spans, { ...shaper, breaker }).breakAfter
  }
  expect(
    ends({ number: 1 })
      .slice(0, -1)
      .every(kind => kind === 0),
  ).toBe(true)
  // The same figures in the text may begin a line after a danda or a space.
  expect(
    ends()
      .slice(0, -1)
      .some(kind => kind === 1),
  ).toBe(words !== 'क्षेत्र')
})
