import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { article, paragraph } from '../../../src/article/build.js'
import type { GivenFont, Host } from '../../../src/host/host.js'
import { nodeHost } from '../../../src/host/node.js'
import { preflightPdf } from '../../../src/preflight/pdf/preflight-pdf.js'
import { fontEngine } from '../../../src/renderers/pdf/fonts/engine.js'
import { FontNeeds, openFaces } from '../../../src/renderers/pdf/fonts/font-set.js'
import { listFonts } from '../../../src/renderers/pdf/fonts/list-fonts.js'
import { StyleSheet } from '../../../src/renderers/pdf/text/text-style.js'
import { root } from '../../support/corpus.js'
import { checkoutHost, makePdf, shippedTemplate } from '../../support/pdf-context.js'
import { describePdf } from '../../support/view-pdf.js'

const packages = join(root, 'node_modules')
const fontFile = (path: string) => new Uint8Array(readFileSync(join(packages, path)))
const thai = fontFile('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf')
const thaiBold = fontFile('@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf')
const japanese = '@embedpdf/fonts-jp/fonts/NotoSansJP-Regular.otf'

/** A host without font packages that has the given files. */
function hostWith(files: { [name: string]: Uint8Array }, fonts: readonly (string | GivenFont)[]): Host {
  return {
    ...checkoutHost(),
    packageFonts: async () => [],
    readFile: async name => files[name],
    fonts: fonts.map(font => (typeof font === 'string' ? { file: font } : font)),
  }
}

const axes = (name: string) => new Uint8Array(readFileSync(join(root, 'tests/renderers/pdf/support', name)))

const story = (words: string, language = 'th') => article({ title: words, language }, [paragraph(words)])

async function fontsOf(host: Host, words: string, template?: object): Promise<{ fonts: string; messages: string[] }> {
  const base = await shippedTemplate('briefing')
  const { bytes, messages } = await makePdf(story(words), { host, template: { ...base, ...template } })
  const fonts = /^fonts: (.*)$/m.exec(await describePdf(bytes))?.[1] ?? ''
  return { fonts, messages: messages.map(({ rule, reason }) => `${rule}: ${reason}`) }
}

/** Makes a collection of fonts: their tables as they are, their directories moved to the front. */
function collection(...fonts: Uint8Array[]): Uint8Array {
  const head = 12 + fonts.length * 4
  const starts: number[] = []
  let size = head
  for (const font of fonts) {
    starts.push(size)
    size += font.length + (-font.length & 3)
  }
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode('ttcf'))
  view.setUint32(4, 0x00010000)
  view.setUint32(8, fonts.length)
  fonts.forEach((font, index) => {
    const start = starts[index]!
    bytes.set(font, start)
    view.setUint32(12 + index * 4, start)
    for (let table = 0; table < view.getUint16(start + 4); table++) {
      const at = start + 12 + table * 16 + 8
      view.setUint32(at, view.getUint32(at) + start)
    }
  })
  return bytes
}

/** Packs a font as WOFF 1.0. */
function woff(font: Uint8Array): Uint8Array {
  const from = new DataView(font.buffer, font.byteOffset)
  const count = from.getUint16(4)
  const parts: Uint8Array[] = []
  const head = new DataView(new ArrayBuffer(44 + count * 20))
  let place = head.byteLength
  for (let i = 0; i < count; i++) {
    const [tag, checksum, offset, length] = [0, 4, 8, 12].map(at => from.getUint32(12 + i * 16 + at)) as [
      number,
      number,
      number,
      number,
    ]
    const packed = zlibSync(font.subarray(offset, offset + length))
    const data = packed.length < length ? packed : font.subarray(offset, offset + length)
    ;[tag, place, data.length, length, checksum].forEach((value, field) => {
      head.setUint32(44 + i * 20 + field * 4, value)
    })
    const padded = new Uint8Array(data.length + (-data.length & 3))
    padded.set(data)
    parts.push(padded)
    place += padded.length
  }
  head.setUint32(0, 0x774f4646)
  head.setUint32(4, from.getUint32(0))
  head.setUint32(8, place)
  head.setUint16(12, count)
  head.setUint32(16, font.length)
  return new Uint8Array(Buffer.concat([new Uint8Array(head.buffer), ...parts]))
}

/** Returns a font whose maker allows something else (`fsType` of the table `OS/2`). */
function withRights(font: Uint8Array, type: number): Uint8Array {
  const bytes = font.slice()
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < view.getUint16(4); i++)
    if (view.getUint32(12 + i * 16) === 0x4f532f32) view.setUint16(view.getUint32(12 + i * 16 + 8) + 8, type)
  return bytes
}

describe('fonts that the user gives', () => {
  test('set what the shipped ones lack, bold where the text is', async () => {
    const { fonts, messages } = await fontsOf(
      hostWith({ 'a.ttf': thai, 'b.ttf': thaiBold }, ['a.ttf', 'b.ttf']),
      'ข่าวด่วน',
    )
    expect(messages).toEqual([])
    expect(fonts).toContain('NotoSansThai-Regular')
    expect(fonts).toContain('NotoSansThai-Bold')
  })

  test('may be WOFF', async () => {
    const { fonts } = await fontsOf(hostWith({ 'a.woff': woff(thai) }, ['a.woff']), 'ข่าวด่วน')
    expect(fonts).toContain('NotoSansThai-Regular')
  })

  test('may be WOFF2', async () => {
    const compress = (await import('wawoff2/compress.js')).default
    const { fonts } = await fontsOf(hostWith({ 'a.woff2': await compress(thai) }, ['a.woff2']), 'ข่าวด่วน')
    expect(fonts).toContain('NotoSansThai-Regular')
  })

  test('may be WOFF2 in several files, which are unpacked into one memory', async () => {
    const compress = (await import('wawoff2/compress.js')).default
    const files = { 'a.woff2': (await compress(thai)).slice(), 'b.woff2': (await compress(thaiBold)).slice() }
    const { fonts } = await fontsOf(hostWith(files, ['a.woff2', 'b.woff2']), 'ข่าวด่วน')
    expect(fonts).toContain('NotoSansThai-Regular')
    expect(fonts).toContain('NotoSansThai-Bold')
  })

  test.each(['a.ttc#2', 'a.ttc#NotoSansThai-Bold'])('may stand in a collection: %s', async file => {
    const { fonts } = await fontsOf(hostWith({ 'a.ttc': collection(thai, thaiBold) }, [file]), 'ข่าวด่วน')
    expect(fonts).toContain('NotoSansThai-Bold')
    expect(fonts).not.toContain('NotoSansThai-Regular')
  })

  // Two Khmer letters, boxes drawn for this test: 440 wide at weight 200, 500 at 400, 800 at 900; `opsz` runs from 8 to 60.
  test('may have axes: the weight is that of the text, or the one that the user pins', async () => {
    const host = (given: Partial<GivenFont>) =>
      hostWith({ 'axes.ttf': axes('two-axes.ttf') }, [{ file: 'axes.ttf', ...given }])
    const advances = async (given: Partial<GivenFont>) => {
      const sheet = new StyleSheet(await shippedTemplate('briefing'))
      const needs = new FontNeeds()
      const styles = [400, 600].map(weight => ({ ...sheet.text(sheet.style('body'), 'km'), weight }))
      for (const style of styles) needs.add('\u1780', style)
      const faces = await openFaces(await fontEngine(host(given)), sheet, needs)
      return styles.map(style => {
        const face = faces.covering(style, [0x1780], 'Khmr')!
        return face.advanceOf(face.glyphOf(0x1780))
      })
    }
    expect(await advances({})).toEqual([500, 620])
    expect(await advances({ weight: 200 })).toEqual([440, 440])
    const { bytes, messages } = await makePdf(story('\u1780\u1781', 'km'), { host: host({}) })
    expect(messages).toEqual([])
    expect(await preflightPdf(bytes)).toEqual([])
    expect(await describePdf(bytes)).toMatch(/^fonts: .*TwoAxes/m)
  })

  test('may have CFF outlines with CIDs of their own', async () => {
    const { fonts, messages } = await fontsOf(hostWith({ 'j.otf': fontFile(japanese) }, ['j.otf']), '港が再開した')
    expect(messages).toEqual([])
    expect(fonts).toContain('NotoSansJP-Regular')
  })

  test('for traditional Chinese are named where those of the mainland stand in their place', async () => {
    const set = (language: string) => makePdf(story('港口重新開放', language), { host: checkoutHost() })
    const { messages } = await set('zh-Hant')
    expect(messages.map(({ reason }) => reason)).toEqual([
      'no font with Han characters as `zh-Hant` writes them is at hand: `@embedpdf/fonts-sc` stands in its place. Install `@embedpdf/fonts-tc`',
    ])
    expect((await set('zh-Hans')).messages).toEqual([])
  })

  test('set kana and Han characters as one text, with the numbers in it', async () => {
    const sheet = new StyleSheet(await shippedTemplate('briefing'))
    const style = sheet.text(sheet.style('body'), 'ja')
    const needs = new FontNeeds()
    needs.add('港は9時間40分、カメラ……', style)
    const engine = await fontEngine(hostWith({ 'j.otf': fontFile(japanese) }, ['j.otf']))
    const faces = await openFaces(engine, sheet, needs)
    expect(['Hani', 'Hira', 'Kana'].map(script => faces.forScript(style, script)?.family)).toEqual(
      Array(3).fill('Noto Sans Japanese'),
    )
    expect(faces.forScript(style, 'Grek')).toBeUndefined()
  })

  test.each([
    ['a keycap', '1\ufe0f\u20e3', 'Noto Emoji'],
    ['a heart that asks to be a picture', '❤\ufe0f', 'Noto Emoji'],
    ['a heart that does not', '❤', 'Source Sans 3'],
    ['the shekel', '₪', 'Noto Serif Hebrew'],
    ['the baht', '฿', 'Noto Sans Thai'],
  ])('set %s whole in running English', async (_, sign, family) => {
    const sheet = new StyleSheet(await shippedTemplate('briefing'))
    const style = sheet.text(sheet.style('body'), 'en')
    const needs = new FontNeeds()
    needs.add(`${sign} words`, style)
    const faces = await openFaces(await fontEngine(checkoutHost()), sheet, needs)
    const codes = [...sign].map(character => character.codePointAt(0)!)
    expect(faces.covering(style, codes, 'Latn')?.family).toBe(family)
  })

  test('are asked for by the name that a template has', async () => {
    const given = { file: 'a.ttf', family: 'House Serif' }
    const template = { fonts: { serif: 'House Serif', sans: 'house serif', mono: 'Source Code Pro' } }
    const { fonts, messages } = await fontsOf(hostWith({ 'a.ttf': thai }, [given]), 'Harbour', template)
    expect(messages).toEqual([])
    expect(fonts).toBe('NotoSansThai-Regular')
  })

  test('set no other scripts than the ones they are given for', async () => {
    const given = { file: 'a.ttf', scripts: ['Hebr'] }
    const { fonts, messages } = await fontsOf(hostWith({ 'a.ttf': thai }, [given]), 'ข่าว')
    expect(fonts).not.toContain('Thai')
    expect(messages.join()).toMatch(/pdf-character.*@expo-google-fonts\/noto-sans-thai/)
  })

  test.each([0x2, 0x102, 0x200])('are left out where they may not be embedded (%i)', async type => {
    const { fonts, messages } = await fontsOf(hostWith({ 'a.ttf': withRights(thai, type) }, ['a.ttf']), 'ข่าว')
    expect(fonts).not.toContain('Thai')
    expect(messages.join()).toMatch(/pdf-font-rights: the font `a.ttf` is not used: its maker allows/)
  })

  test.each([
    ['a text', new TextEncoder().encode('no font at all'), /the font `x` is no font/],
    ['half a font', thai.slice(0, 9000), /the font `x` is a broken font/],
    ['a font without a table', thai.slice(0, 20), /the font `x` is a broken font/],
    ['half a WOFF', woff(thai).slice(0, 700), /the font `x` is a broken font/],
    ['CFF2', axes('two-axes-cff2.otf'), /the font `x` has outlines that a PDF cannot hold \(CFF2\)/],
    ['a WOFF2 of noise', new TextEncoder().encode(`wOF2${'x'.repeat(500)}`), /the font `x` is a broken font/],
  ])('that are broken are refused: %s', async (_, bytes, reason) => {
    await expect(fontsOf(hostWith({ x: bytes }, ['x']), 'ข่าว')).rejects.toThrow(reason)
  })

  test('that do not exist are refused', async () => {
    await expect(fontsOf(hostWith({}, ['gone.ttf']), 'ข่าว')).rejects.toThrow('`gone.ttf` cannot be read')
  })
})

test('a family that is not at hand gives way with a warning', async () => {
  const template = { fonts: { serif: 'Nowhere Serif', sans: 'Source Sans 3', mono: 'Source Code Pro' } }
  const { fonts, messages } = await fontsOf(hostWith({}, []), 'Harbour', template)
  expect(messages).toEqual([expect.stringMatching(/^pdf-family: .*`Nowhere Serif`/)])
  expect(fonts).toContain('SourceSerif4')
})

test('only faces that are needed are opened', async () => {
  const read: string[] = []
  const host = checkoutHost()
  const watching: Host = {
    ...host,
    readFile: async name => {
      read.push(name)
      return host.readFile?.(name)
    },
    packageFonts: async name => {
      read.push(name)
      return (await host.packageFonts?.(name)) ?? []
    },
  }
  await makePdf(article({ title: 'Harbour' }, [paragraph('Plain — “words”, café.')]), { host: watching })
  expect(read).toEqual([])
  await makePdf(article({ title: 'Harbour' }, [paragraph('One word: мир, ข่าว.')]), { host: watching })
  expect(read.filter(name => /\.[ot]tf$/.test(name)).map(name => name.replace(/.*[/\\]/, ''))).toEqual([
    'NotoSansThai_400Regular.ttf',
  ])
})

test('fonts stay open for a later document, but not where others may be found', async () => {
  const folder = { packagesFrom: [root] }
  const engine = (options: Parameters<typeof nodeHost>[0], changes = {}) =>
    fontEngine({ ...nodeHost(options), readShipped: checkoutHost().readShipped, ...changes })
  const first = await engine(folder)
  expect(await engine({ ...folder, now: new Date(5) })).toBe(first)
  expect(await engine({ packagesFrom: ['elsewhere'] })).not.toBe(first)
  expect(await engine(folder, { packageFonts: async () => [] })).not.toBe(first)
})

test('the list of fonts says which scripts they cover, and which package brings the others', async () => {
  const { families, missing } = await listFonts(checkoutHost())
  const of = (family: string) => families.find(each => each.family === family)
  expect(of('Source Serif 4')).toMatchObject({ cuts: '300, 400, 600, italic', from: 'shipped' })
  expect(of('Source Serif 4')?.covers).toEqual(['Latin', 'Greek', 'Cyrillic'])
  expect(of('Noto Sans Tamil')?.covers).toContain('Tamil')
  expect(of('Noto Sans JP')?.covers).not.toContain('Hangul')
  expect(missing).toContainEqual({ script: 'Armenian', packageName: '@expo-google-fonts/noto-sans-armenian' })
  expect(missing.map(({ script }) => script)).not.toContain('Arabic')
})
