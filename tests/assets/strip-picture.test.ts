import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { article, figure } from '../../src/article/build.js'
import { judge } from '../../src/assets/load-asset.js'
import type { PictureType } from '../../src/assets/media-type.js'
import { pngChunk } from '../../src/assets/png/png-file.js'
import { riffChunk, riffChunks } from '../../src/assets/riff-chunks.js'
import { stripPicture } from '../../src/assets/strip-picture.js'
import type { Asset } from '../../src/host/host.js'
import { htmlRenderer } from '../../src/renderers/html/index.js'
import { textContext, textOf } from '../support/text-context.js'

const mark = 'SECRETPLACE'
const text = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'))
const has = (bytes: Uint8Array, value: string) => Buffer.from(bytes).includes(value)

/** Red beside blue, so that a turn is seen. */
function photo() {
  const blue = { create: { width: 20, height: 20, channels: 3, background: '#1133cc' } } as const
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#cc3311' } }).composite([
    { input: blue, left: 20, top: 0 },
  ])
}

const meant = (orientation: number) =>
  photo()
    .withExif({ IFD0: { ImageDescription: mark }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 54/1 0/1' } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${mark}</note></x:xmpmeta>`)
    .withMetadata({ orientation, exif: { IFD0: { ImageDescription: mark } } })

/** A GIF of two frames that goes on for ever, with a comment, a plain text and an application's data between them. */
async function gif(): Promise<Uint8Array> {
  const frames = await sharp(Buffer.alloc(20 * 20 * 3, 90), { raw: { width: 20, height: 20, channels: 3 } })
    .gif()
    .toBuffer()
  const head = 13 + 3 * 2 ** ((frames[10]! & 7) + 1)
  const frame = frames.subarray(frames.indexOf(0x2c, head), -1)
  const block = (value: string) => Buffer.concat([Buffer.of(value.length), text(value)])
  return Buffer.concat([
    frames.subarray(0, head),
    ...[Buffer.of(0x21, 0xff), block('NETSCAPE2.0'), Buffer.of(3, 1, 0, 0, 0)],
    ...[Buffer.of(0x21, 0xfe), block(mark), Buffer.of(0)],
    ...[Buffer.of(0x21, 0xff), block('XMP DataXMP'), block(mark), Buffer.of(0)],
    ...[Buffer.of(0x21, 0xf9, 4, 4, 9, 0, 0, 0), frame],
    ...[Buffer.of(0x21, 0x01), block('            '), block(mark), Buffer.of(0)],
    ...[frame, Buffer.of(0x3b), text(mark)],
  ])
}

async function marked(type: PictureType, orientation = 1): Promise<Uint8Array> {
  switch (type) {
    case 'image/jpeg':
      return Buffer.concat([await meant(orientation).jpeg().toBuffer(), text(mark)])
    case 'image/webp':
      return meant(orientation).webp({ lossless: true }).toBuffer()
    case 'image/png': {
      const png = await meant(orientation).png().toBuffer()
      const notes = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map(kind => pngChunk(kind, text(`Comment\0${mark}`)))
      return Buffer.concat([png.subarray(0, 33), ...notes, png.subarray(33), text(mark)])
    }
    default:
      return gif()
  }
}

const kinds: PictureType[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
const pixels = (bytes: Uint8Array) => sharp(bytes, { animated: true }).raw().toBuffer()
const assetOf = (bytes: Uint8Array): Asset => {
  const judged = judge('x', bytes)
  if ('refused' in judged) throw new Error(judged.refused)
  return judged.asset
}

describe.each(kinds)('%s', type => {
  test('keeps its pixels, and nothing that was written beside them', async () => {
    const source = await marked(type)
    expect(has(source, mark)).toBe(true)
    const stripped = stripPicture(source, type)!
    expect([has(stripped, mark), has(stripped, 'Exif'), has(stripped, 'EXIF')]).toEqual([false, false, false])
    expect(Buffer.compare(await pixels(stripped), await pixels(source))).toBe(0)
    expect(stripPicture(stripped, type)).toEqual(stripped)
    expect(assetOf(stripped).moves).toBe(assetOf(source).moves)
  })

  test('is without them in a page that it is written into', async () => {
    const source = await marked(type)
    const { context } = textContext(htmlRenderer, { options: { images: 'embed' } })
    const load = async () => assetOf(source)
    const page = await textOf(
      await htmlRenderer.render(article({}, [figure({ url: 'x', alt: 'A' })]), { ...context, load }),
    )
    const written = Buffer.from(/base64,([^"]+)/.exec(page)![1]!, 'base64')
    expect(has(written, mark)).toBe(false)
    expect(Buffer.compare(await pixels(written), await pixels(source))).toBe(0)
  })

  test('that is broken gives a broken one or nothing, and never its mark', async () => {
    const source = await marked(type)
    for (let at = 0; at < source.length; at += 3) {
      const cut = stripPicture(source.slice(0, at), type)
      expect(cut === undefined || !has(cut, mark)).toBe(true)
      const changed = source.slice()
      changed[at] = 0xff - changed[at]!
      expect(() => stripPicture(changed, type)).not.toThrow()
    }
  })
})

describe.each(['image/jpeg', 'image/png', 'image/webp'] as const)('a turned %s', type => {
  test.each([3, 6, 8])('keeps orientation %i and nothing else of its EXIF', async orientation => {
    const source = await marked(type, orientation)
    const stripped = stripPicture(source, type, orientation)!
    expect(has(stripped, mark)).toBe(false)
    const { width, height } = assetOf(source)
    expect(assetOf(stripped)).toMatchObject({ orientation, width, height })
    expect((await sharp(stripped).metadata()).orientation).toBe(orientation)
    const upright = (bytes: Uint8Array) => sharp(bytes).rotate().raw().toBuffer()
    expect(Buffer.compare(await upright(stripped), await upright(source))).toBe(0)
  })
})

test('a WebP announces what it holds, and its size', async () => {
  const source = await marked('image/webp', 6)
  const head = (bytes: Uint8Array) => [...riffChunks(bytes)].find(({ type }) => type === 'VP8X')!.chunk[0]! & 0x0c
  const whole = (bytes: Uint8Array) => Buffer.from(bytes).readUInt32LE(4) + 8 === bytes.length
  expect(head(source)).toBe(0x0c)
  expect(head(stripPicture(source, 'image/webp')!)).toBe(0)
  const turned = stripPicture(source, 'image/webp', 6)!
  expect([head(turned), whole(turned)]).toEqual([0x08, true])
  expect(riffChunk('ABCD', Uint8Array.of(1))).toHaveLength(10)
})

test('a GIF is repeated as before', async () => {
  const stripped = stripPicture(await gif(), 'image/gif')!
  expect(await sharp(stripped, { animated: true }).metadata()).toMatchObject({ pages: 2, loop: 0 })
})
