import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { imageSize } from '../../src/assets/image-size.js'
import { judge } from '../../src/assets/load-asset.js'
import { pictureType } from '../../src/assets/media-type.js'
import { stripJpeg } from '../../src/assets/strip-jpeg.js'

const plain = () => sharp({ create: { width: 37, height: 21, channels: 3, background: '#80a0c0' } })
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer())
const svg = (attributes: string, before = '') =>
  new TextEncoder().encode(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect/></svg>`)

describe('a picture’s kind and size come from its header', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['image/png', () => bytesOf(plain().png())],
    ['image/jpeg', () => bytesOf(plain().jpeg())],
    ['image/jpeg', () => bytesOf(plain().jpeg({ progressive: true }))],
    ['image/gif', () => bytesOf(plain().gif())],
    ['image/webp', () => bytesOf(plain().webp())],
    ['image/webp', () => bytesOf(plain().webp({ lossless: true }))],
    ['image/webp', () => bytesOf(plain().ensureAlpha(0.5).webp())],
    ['image/avif', () => bytesOf(plain().avif())],
  ])('%s', async (type, make) => {
    const bytes = await make()
    expect(pictureType(bytes)).toBe(type)
    expect(imageSize(bytes, pictureType(bytes)!)).toMatchObject({ width: 37, height: 21 })
  })

  it.each([
    ['width="40" height="20"', 40, 20],
    ['width="1in" height="12pt"', 96, 16],
    ['width="2cm" viewBox="0 0 100 50"', 76, 38],
    ['viewBox="0 0 320 200"', 320, 200],
    ['width="100%" height="100%" viewBox="0,0,30,60"', 30, 60],
    ["height='10' viewBox='0 0 30 60'", 5, 10],
    ['', 300, 150],
  ])('of an SVG: %s', (attributes, width, height) => {
    expect(imageSize(svg(attributes), 'image/svg+xml')).toEqual({ width, height })
  })

  it('an SVG may begin with a declaration, a comment and a document type', () => {
    const before = '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "x" "y">\n'
    expect(pictureType(svg('width="1" height="1"', before))).toBe('image/svg+xml')
    expect(pictureType(new TextEncoder().encode('<html><svg></svg></html>'))).toBeUndefined()
  })

  it('whatever the name says, other files are none', () => {
    for (const text of ['', 'GIF', '%PDF-1.7', '#!/bin/sh', 'root:x:0:0', '<p>svg</p>'])
      expect(pictureType(new TextEncoder().encode(text))).toBeUndefined()
  })
})

describe('judge', () => {
  it('turns sizes by the EXIF orientation', async () => {
    for (const [orientation, width, height] of [
      [1, 37, 21],
      [3, 37, 21],
      [6, 21, 37],
      [8, 21, 37],
    ] as const) {
      const bytes = await bytesOf(plain().withMetadata({ orientation }).jpeg())
      expect(judge('x.jpg', bytes)).toMatchObject({ asset: { width, height, orientation } })
    }
  })

  it('refuses a picture with too many pixels before anything is decoded', () => {
    const bomb = new Uint8Array(60)
    bomb.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
    new DataView(bomb.buffer).setUint32(16, 16_000)
    new DataView(bomb.buffer).setUint32(20, 16_000)
    expect(judge('bomb.png', bomb)).toEqual({
      rule: 'asset-size',
      refused: 'the picture `bomb.png` is 16000 × 16000 px; 50 million pixels are the most',
    })
  })

  it('refuses a picture with too many bytes', () => {
    expect(judge('x.png', new Uint8Array(40_000_001))).toMatchObject({ rule: 'asset-size' })
  })

  it('never throws over a header that breaks off or lies', async () => {
    const pictures = await Promise.all([
      bytesOf(plain().png()),
      bytesOf(plain().withMetadata({ orientation: 6 }).jpeg()),
      bytesOf(plain().gif()),
      bytesOf(plain().webp()),
      bytesOf(plain().avif()),
    ])
    for (const whole of pictures) {
      for (let length = 0; length < Math.min(whole.length, 700); length++) {
        const cut = judge('x', whole.slice(0, length))
        expect('asset' in cut || cut.rule.startsWith('asset-')).toBe(true)
        const changed = whole.slice()
        changed[length] = 0xff - changed[length]!
        const judged = judge('x', changed)
        expect('asset' in judged || judged.rule.startsWith('asset-')).toBe(true)
      }
    }
  })
})

describe('stripJpeg', () => {
  it('drops what says where and by whom, and keeps the picture and its colours', async () => {
    const source = await bytesOf(
      plain()
        .withExif({ IFD0: { Artist: 'Ilse Brand' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 54/1 0/1' } })
        .withIccProfile('srgb')
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>secret source</note></x:xmpmeta>')
        .jpeg(),
    )
    const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)
    expect([has(source, 'Ilse Brand'), has(source, 'secret source'), has(source, 'ICC_PROFILE')]).toEqual([
      true,
      true,
      true,
    ])
    const stripped = stripJpeg(source)
    expect([has(stripped, 'Ilse Brand'), has(stripped, 'secret source'), has(stripped, 'Exif')]).toEqual([
      false,
      false,
      false,
    ])
    expect(has(stripped, 'ICC_PROFILE')).toBe(true)
    const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
    expect(Buffer.compare(await pixels(stripped), await pixels(source))).toBe(0)
    expect(stripJpeg(stripped)).toEqual(stripped)
  })

  it('leaves what is no JPEG as it is, and survives a broken one', async () => {
    const png = await bytesOf(plain().png())
    expect(stripJpeg(png)).toBe(png)
    const jpeg = await bytesOf(plain().jpeg())
    for (let length = 0; length < 200; length++)
      expect(stripJpeg(jpeg.slice(0, length)).length).toBeLessThanOrEqual(length)
  })
})
