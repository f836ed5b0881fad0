import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cutTrueType } from '../../../src/renderers/pdf/fonts/cut-true-type.js'
import { Face } from '../../../src/renderers/pdf/fonts/face.js'
import { type Harfbuzz, startHarfbuzz } from '../../../src/renderers/pdf/fonts/harfbuzz.js'
import { openSfnt } from '../../../src/renderers/pdf/fonts/sfnt.js'
import { writeSfnt } from '../../../src/renderers/pdf/fonts/write-sfnt.js'
import { root } from '../../support/corpus.js'

const bytes = await readFile(join(root, 'dist/fonts/SourceSerif4-Regular.ttf'))
const harfbuzz: Harfbuzz = startHarfbuzz(
  new WebAssembly.Module(await readFile(join(root, 'dist/wasm/harfbuzz.wasm'))),
  () => undefined,
)
const names = { id: 'x', family: 'x', name: 'x' }
const face = new Face(() => harfbuzz, names, bytes)
/** An accented letter is put together from others. */
const used = [...'aé%'].map(letter => face.glyphOf(letter.codePointAt(0)!))

/** The glyphs of a cut font, which has no table of characters, seen by HarfBuzz. */
function opened(font: Uint8Array) {
  const { font: handle } = harfbuzz.openFont(font)
  return {
    advance: (glyph: number) => harfbuzz.advanceOf(handle, glyph),
    ink: (glyph: number) => harfbuzz.inkOf(handle, glyph),
  }
}

function tableOf(font: Uint8Array, name: string): DataView {
  const view = new DataView(font.buffer, font.byteOffset, font.length)
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
    if (String.fromCharCode(...font.subarray(at, at + 4)) === name)
      return new DataView(font.buffer, font.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))
  throw new Error(`no table ${name}`)
}

/** A font of three glyphs, given by their outlines and by half of where each begins. */
function fontOf(outlines: readonly number[], places: readonly number[]): Uint8Array {
  const glyf = Uint8Array.from(outlines)
  const loca = Uint8Array.from(places.flatMap(place => [0, place]))
  const maxp = new Uint8Array(32)
  maxp[5] = 3
  maxp[27] = 3
  const hhea = new Uint8Array(36)
  hhea[35] = 1
  const hmtx = Uint8Array.from([1, 0xf4, 0, 1, 0, 2, 0, 3])
  return writeSfnt({ cmap: new Uint8Array(4), glyf, head: new Uint8Array(54), hhea, hmtx, loca, maxp })
}

test('a font that is cut keeps the glyphs in use, under their ids, and leaves the font that it is cut from as it was', () => {
  const before = new Uint8Array(bytes)
  const font = cutTrueType(bytes, used)
  expect(new Uint8Array(bytes)).toEqual(before)
  expect(font.length).toBeLessThan(bytes.length / 10)
  const cut = opened(font)
  for (const glyph of [0, ...used]) {
    expect(cut.ink(glyph)).toEqual(face.inkOf(glyph))
    expect(cut.advance(glyph)).toBe(face.advanceOf(glyph))
  }
  expect(face.inkOf(face.glyphOf(0x62)).height).toBeGreaterThan(0)
  expect(Math.abs(cut.ink(face.glyphOf(0x62)).height)).toBe(0)
})

test('its sums are right, those of its tables and that of the whole', () => {
  const font = cutTrueType(bytes, used)
  const view = new DataView(font.buffer)
  let sum = 0
  for (let at = 0; at < font.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  expect(sum).toBe(0xb1b0afba)
})

test('instructions are taken out of outlines, also of those that are put together', () => {
  // Two points and three bytes of instructions; a glyph made of it twice, with two bytes of them.
  const simple = [0, 1, 0, 0, 0, 0, 0, 9, 0, 9, 0, 1, 0, 3, 0xb0, 0xb1, 0xb2, 0x31, 0x33, 5, 7, 0]
  const made = [0xff, 0xff, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0x22, 0, 1, 0, 0, 1, 0x02, 0, 1, 4, 4, 0, 2, 0xb0, 0xb1]
  const font = fontOf([...simple, ...made], [0, 0, simple.length / 2, (simple.length + made.length) / 2])
  expect(openSfnt(font).tables.size).toBe(7)
  const cut = cutTrueType(font, [2])
  const outlines = tableOf(cut, 'glyf')
  expect([...new Uint8Array(outlines.buffer, outlines.byteOffset, outlines.byteLength)]).toEqual([
    ...[0, 1, 0, 0, 0, 0, 0, 9, 0, 9, 0, 1, 0, 0, 0x31, 0x33, 5, 7, 0, 0],
    ...[0xff, 0xff, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0x22, 0, 1, 0, 0, 0, 0x02, 0, 1, 4, 4],
  ])
  // What it is made of comes with it; of all glyphs behind the first the advance is that of the first.
  expect(Array.from({ length: 6 }, (_, i) => tableOf(cut, 'hmtx').getUint16(i * 2))).toEqual([500, 1, 500, 2, 500, 3])
  expect(tableOf(cut, 'maxp').getUint16(26)).toBe(0)
})

test('a glyph of no more than a head, without contours, is as empty as one of nothing', () => {
  const cut = cutTrueType(
    fontOf(
      Array.from({ length: 10 }, () => 0),
      [0, 0, 5, 5],
    ),
    [1],
  )
  expect(tableOf(cut, 'glyf').byteLength).toBe(0)
  expect(tableOf(cut, 'maxp').getUint16(4)).toBe(2)
})

test('a font whose outlines end behind their table is refused', () => {
  const broken = new Uint8Array(bytes)
  const { offset } = openSfnt(broken).tables.get('loca')!
  broken.fill(0xff, offset + 4, offset + 8)
  expect(() => cutTrueType(broken, [1, 2])).toThrow(/broken font/)
})
