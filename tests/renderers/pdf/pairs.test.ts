import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { Face } from '../../../src/renderers/pdf/fonts/face.js'
import { GlyphColumns, type Glyphs } from '../../../src/renderers/pdf/fonts/glyphs.js'
import { type Harfbuzz, startHarfbuzz } from '../../../src/renderers/pdf/fonts/harfbuzz.js'
import {
  featureSets,
  type KnownPairs,
  plainLanguages,
  readKnownPairs,
} from '../../../src/renderers/pdf/fonts/known-pairs.js'
import { packPairs, pairSources } from '../../../src/renderers/pdf/fonts/pack-pairs.js'
import { Pairs } from '../../../src/renderers/pdf/fonts/pairs.js'
import { openSfnt } from '../../../src/renderers/pdf/fonts/sfnt.js'
import { pairwiseFamilies, shippedFonts } from '../../../src/renderers/pdf/fonts/shipped.js'
import { root } from '../../support/corpus.js'
import { seeded } from '../../support/long-article.js'
import { checkoutHost } from '../../support/pdf-context.js'

let harfbuzz: Harfbuzz

beforeAll(async () => {
  const module = await WebAssembly.compile(new Uint8Array(await checkoutHost().readShipped('wasm/harfbuzz.wasm')))
  harfbuzz = startHarfbuzz(module, () => undefined)
})

/** Words that a face may have a rule for, and those that join letters. */
const known = [
  ...['office', 'fjord', 'afterwards', 'Wave', 'AVATAR', 'co\u2010op', '1/2', '3×4', 'f\u2019s', '\u201cTo', 'x²'],
  ...[
    'col·lega',
    'T\u00ado',
    'T\u034fo',
    'paral·lel',
    'bíj́na',
    'Ìi̇stanbul',
    'Kadıköy',
    'şţ',
    'Łódź',
    'ľahký',
    'ﬁ',
    'naïve',
    'Ångström',
  ],
  ...['правда', 'Ѝв', 'й', 'їжак', 'бгдпт', 'Ἀθῆναι', 'Άγγελος', 'ΐς', 'σοφός', '12345', '€1,000.50', '--', '…'],
]

/** Words of nothing but chance, from every letter and sign that has a place. */
function chanceWords(count: number, seed: number): string[] {
  const random = seeded(seed)
  const ranges = [
    [0x21, 0x7e],
    [0x61, 0x7a],
    [0xa1, 0x24f],
    [0x300, 0x36f],
    [0x370, 0x52f],
    [0x2010, 0x2026],
  ]
  const character = ([from, to]: number[]) => String.fromCharCode(from! + Math.floor(random() * (to! - from! + 1)))
  return Array.from({ length: count }, () => {
    // Letters of one script, with one of another now and then.
    const own = ranges[Math.floor(random() * ranges.length)]!
    const length = 1 + Math.floor(random() * 9)
    return Array.from({ length }, () =>
      character(random() < 0.9 ? own : ranges[Math.floor(random() * ranges.length)]!),
    ).join('')
  })
}

const features = [['onum', 'pnum'], ['lnum', 'tnum'], []]
/** Languages with rules of their own, in the script that the words are said to be in. */
const languages = { en: 'Latn', ca: 'Latn', nl: 'Latn', ro: 'Latn', tr: 'Latn', sr: 'Cyrl', bg: 'Cyrl', el: 'Grek' }

const rowsOf = (glyphs: Glyphs) =>
  Array.from({ length: glyphs.count }, (_, i) => [
    glyphs.gid(i),
    glyphs.cluster(i),
    glyphs.advance(i),
    glyphs.dx(i),
    glyphs.dy(i),
  ])

describe('words put together from pairs are those that HarfBuzz shapes', () => {
  test.each(shippedFonts.filter(({ family }) => pairwiseFamilies.has(family)))('$file', async ({ file }) => {
    const { font } = harfbuzz.openFont(await checkoutHost().readShipped(`fonts/${file}`))
    const all = new GlyphColumns()
    for (const [index, [language, script]] of Object.entries(languages).entries()) {
      const words = [...new Set([...known, ...chanceWords(300, index)])]
      const wish = { rtl: false, script, language, features: features[index % features.length]! }
      const asked: string[] = []
      const shape = (texts: readonly string[], columns: GlyphColumns) => {
        asked.push(...texts)
        return harfbuzz.shapeWords(font, texts, wish, columns)
      }
      const made = new Pairs().shapeWords(words, shape, all)
      const shaped = harfbuzz.shapeWords(font, words, wish, all)
      const facts = (glyphs: Glyphs) => ({ word: glyphs.text, rows: rowsOf(glyphs), width: glyphs.width })
      for (let i = 0; i < words.length; i++) expect(facts(made[i]!)).toEqual(facts(shaped[i]!))
      // Most of them, that is: not by asking for all of them.
      expect(asked.filter(text => text.length > 2).length).toBeLessThan(words.length / 2)
    }
  })
})

describe('words put together from what was asked when the program was built are those that HarfBuzz shapes', () => {
  const latin = known.filter(word => !/[\u0370-\u052f]/.test(word))
  /** Letters that ligatures are made of, and what stands beside them, more often than chance has them. */
  function joiningWords(count: number, seed: number): string[] {
    const random = seeded(seed)
    const pick = (from: string) => from[Math.floor(random() * from.length)]!
    return Array.from({ length: count }, () => {
      const length = 2 + Math.floor(random() * 7)
      return Array.from({ length }, () => pick(random() < 0.6 ? 'ffftijlkbhT' : 'aeyöş.,’”12-')).join('')
    })
  }
  let table: ReadonlyMap<number, KnownPairs>

  beforeAll(async () => {
    table = readKnownPairs(new Uint8Array(await readFile(join(root, 'dist/fonts/pairs.bin'))))
  })

  test('the table that ships is of the fonts and the HarfBuzz that ship', async () => {
    const fonts = await Promise.all(pairSources.map(source => readFile(join(root, 'node_modules', source))))
    const wasm = new Uint8Array(await checkoutHost().readShipped('wasm/harfbuzz.wasm'))
    const made = await packPairs(wasm, fonts)
    expect(Buffer.compare(made, await readFile(join(root, 'dist/fonts/pairs.bin')))).toBe(0)
  }, 60_000)

  test.each(shippedFonts.filter(({ family }) => pairwiseFamilies.has(family)))('$file', async ({ file }) => {
    const bytes = await checkoutHost().readShipped(`fonts/${file}`)
    const { font } = harfbuzz.openFont(bytes)
    const names = { id: file, family: file, name: file, pairwise: true }
    const face = new Face(() => harfbuzz, names, bytes, 0, table)
    const built = table.get(
      new DataView(bytes.buffer, bytes.byteOffset).getUint32(openSfnt(bytes).tables.get('head')!.offset + 8),
    )!
    const columns = new GlyphColumns()
    for (const [index, language] of [...plainLanguages, 'en-GB', 'pt-BR', 'de-AT'].entries()) {
      const words = [...new Set([...latin, ...chanceWords(150, index), ...joiningWords(150, index)])]
      const features = featureSets[index % featureSets.length]!.split(',').filter(Boolean)
      const wish = { rtl: false, script: 'Latn', language, features }
      const set = built.setFor(wish)!
      const shaped = harfbuzz.shapeWords(font, words, wish, columns)
      const pairs = words
        .map((word, i) => [built.put(word, set, columns), shaped[i]!] as const)
        .filter(([made]) => made)
      const facts = (glyphs: Glyphs) => `${glyphs.text} ${glyphs.width} ${rowsOf(glyphs).join(' ')}`
      expect(pairs.map(([made]) => facts(made!))).toEqual(pairs.map(([, asked]) => facts(asked)))
      expect(pairs.length).toBeGreaterThan(150)
    }
    const glyphs = Array.from({ length: face.metrics.glyphCount }, (_, glyph) => glyph)
    expect(glyphs.map(each => face.advanceOf(each))).toEqual(glyphs.map(each => harfbuzz.advanceOf(font, each)))
    const codes = Array.from({ length: 0x2100 }, (_, code) => code)
    expect(codes.map(code => face.glyphOf(code))).toEqual(codes.map(code => harfbuzz.glyphOf(font, code)))
  })

  test('nothing is known from a table that was cut', async () => {
    const whole = new Uint8Array(await readFile(join(root, 'dist/fonts/pairs.bin')))
    for (const length of [0, 3, 4, 1000, whole.length >> 1, whole.length - 2])
      expect(readKnownPairs(whole.slice(0, length)).size, `${length} bytes`).toBe(0)
  })

  test('common words ask nothing of HarfBuzz; other languages, scripts and directions do', async () => {
    const bytes = await checkoutHost().readShipped('fonts/SourceSerif4-Regular.ttf')
    const idle = () => {
      throw new Error('HarfBuzz was asked')
    }
    const face = new Face(idle, { id: 'a', family: 'Source Serif 4', name: 'a', pairwise: true }, bytes, 0, table)
    const wish = { rtl: false, script: 'Latn', language: 'en-GB', features: ['onum', 'pnum'] }
    const words = ['office', 'After', 'flatness.', '“To', 'naïve', 'Łódź,', '€1,000.50', 'fjord’s', 'Wave']
    expect(face.shapeWords(words, wish, 'a').map(({ text }) => text)).toEqual(words)
    expect(face.coversAscii).toBe(true)
    for (const other of [{ language: 'tr' }, { language: 'ca-ES' }, { language: 'sr-Latn' }, { script: 'Grek' }])
      expect(() => face.shapeWords(['office'], { ...wish, ...other }, JSON.stringify(other))).toThrow('asked')
  })
})

test('figures and signs in Arabic are not put together: HarfBuzz turns signs round where no figure is among them', async () => {
  const bytes = await checkoutHost().readShipped('fonts/SourceSerif4-Regular.ttf')
  const face = new Face(() => harfbuzz, { id: 'a', family: 'Source Serif 4', name: 'a', pairwise: true }, bytes)
  const { font } = harfbuzz.openFont(bytes)
  for (const text of ['),', '3)),', ',:', '7,:3', "'/", "09'/,"]) {
    const wish = { text, rtl: false, script: 'Arab', language: 'ar', features: [] }
    expect(rowsOf(face.shape(wish, 'Arab'))).toEqual(rowsOf(harfbuzz.shape(font, wish, new GlyphColumns())))
  }
})
