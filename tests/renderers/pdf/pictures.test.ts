import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/assets/load-asset.js'
import { pngChunk } from '../../../src/assets/png/png-file.js'
import { nodeHost } from '../../../src/host/node.js'
import { encodePixels } from '../../../src/renderers/pdf/emit/encode-picture.js'
import { readJpeg } from '../../../src/renderers/pdf/emit/jpeg.js'
import { matrixOf } from '../../../src/renderers/pdf/emit/write-picture.js'

const jpegWith = (...segments: number[][]) =>
  new Uint8Array([
    0xff,
    0xd8,
    ...segments.flat(),
    0xff,
    0xc0,
    0,
    11,
    8,
    0,
    2,
    0,
    3,
    1,
    1,
    0x11,
    0,
    0xff,
    0xda,
    0,
    2,
    1,
    2,
    3,
    0xff,
    0xd9,
  ])
const segment = (marker: number, payload: string) => [
  0xff,
  marker,
  0,
  payload.length + 2,
  ...Buffer.from(payload, 'latin1'),
]

/** A picture whose colours are many enough that no palette holds them. */
const ramp = (width = 64, height = 48): Sharp => {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7 + (index >> 5)) & 255)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer())
const host = nodeHost()

async function encode(bytes: Uint8Array, most = 10_000, by = host) {
  const judged = judge('x', bytes)
  if (!('asset' in judged)) throw new Error(judged.refused)
  return encodePixels(judged.asset, most, by)
}

describe('JPEG', () => {
  test('passes through without what says where and by whom it was taken', () => {
    const jpeg = readJpeg(
      jpegWith(segment(0xe1, 'Exif\0\0GPS secret'), segment(0xfe, 'a comment'), segment(0xed, 'Photoshop')),
    )
    expect(jpeg).toMatchObject({ width: 3, height: 2, colours: 1 })
    expect(Buffer.from(jpeg!.data).toString('latin1')).not.toMatch(/secret|comment|Photoshop/)
  })

  test('passes through without what follows its end', async () => {
    const plain = await bytesOf(ramp().jpeg())
    const jpeg = readJpeg(Buffer.concat([plain, Buffer.from('a film with a place in it')]))
    expect(Buffer.from(jpeg!.data).equals(plain)).toBe(true)
  })

  test('is judged by the numbers of its colour profile: sRGB passes, Display P3 is converted', async () => {
    expect(readJpeg(await bytesOf(ramp().withIccProfile('srgb').jpeg()))).toBeDefined()
    const wide = await bytesOf(ramp().withIccProfile('p3').jpeg())
    expect(readJpeg(wide)).toBeUndefined()
    expect(await encode(wide)).toMatchObject({ packing: 'jpeg', colours: 3 })
  })

  test('of four colours becomes one of three', async () => {
    expect(await encode(await bytesOf(ramp().toColourspace('cmyk').jpeg()))).toMatchObject({ colours: 3 })
  })

  test('finer than it can be shown is scaled, whichever way it lies', async () => {
    const lying = await bytesOf(ramp(640, 320).withMetadata({ orientation: 6 }).jpeg())
    expect(await encode(lying, 320)).toMatchObject({ width: 640, height: 320, orientation: 6 })
    expect(await encode(lying, 80)).toMatchObject({ width: 80, height: 160, orientation: 1 })
  })

  test('that is broken off is refused', async () => {
    const whole = await bytesOf(ramp().jpeg())
    expect(judge('x', whole.slice(0, whole.length - 40))).toMatchObject({ rule: 'asset-broken' })
    expect(readJpeg(new Uint8Array([0xff, 0xd8, 0xff]))).toBeUndefined()
  })
})

describe('PNG', () => {
  test('without opacity passes through', async () => {
    const png = await bytesOf(ramp().png())
    // By its checksums it is whole: it is not inflated.
    const picture = await encode(png, 10_000, { ...host, inflate: () => undefined })
    expect(picture).toMatchObject({ packing: 'filtered', colours: 3, bits: 8 })
    expect(await encode(png, 10_000, { ...host, crc32: () => 0 })).toEqual(picture)
    expect(Buffer.from(png).includes(Buffer.from(picture!.data))).toBe(true)
  })

  test('of any other kind keeps its opacity and needs no converter', async () => {
    const { convertImage: _none, ...alone } = host
    const clear = await encode(await bytesOf(ramp().ensureAlpha(0.5).png()), 10_000, alone)
    expect(clear).toMatchObject({ width: 64, height: 48, colours: 3, packing: 'filtered' })
    expect(clear!.alpha).toBeDefined()
    const half = await encode(await bytesOf(ramp().ensureAlpha(0.5).png()), 32, alone)
    expect(half).toMatchObject({ width: 32, height: 24 })
    expect(await encode(await bytesOf(ramp().greyscale().toColourspace('b-w').png()), 32, alone)).toMatchObject({
      colours: 1,
    })
  })

  test('of few colours gets a palette', async () => {
    const flag = sharp({ create: { width: 90, height: 60, channels: 4, background: '#c02030' } })
    const picture = await encode(await bytesOf(flag.png()))
    expect(picture).toMatchObject({ packing: 'rows', palette: new Uint8Array([0xc0, 0x20, 0x30]) })
    expect(picture!.alpha).toBeUndefined()
  })

  test('that is a photograph becomes a JPEG', async () => {
    const noise = sharp({
      create: {
        width: 400,
        height: 300,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    }).blur(1.5)
    expect(await encode(await bytesOf(noise.png()), 300)).toMatchObject({ packing: 'jpeg', width: 300 })
  })

  test('whose data are broken or broken off is refused', async () => {
    const png = await bytesOf(ramp().png())
    expect(await encode(png.slice(0, png.length - 60))).toBeUndefined()
    const changed = png.slice()
    changed.fill(7, 300, 340)
    expect(await encode(changed)).toBeUndefined()
    // One that says it is taller than any of its data could be, all checksums being right.
    const head = new Uint8Array(png.subarray(16, 29))
    new DataView(head.buffer).setUint32(4, 200_000)
    const tall = Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', head), png.subarray(33)])
    expect(await encode(tall)).toBeUndefined()
    // One whose height has been damaged: the checksums of its pixels are right, that of its head is not.
    const higher = png.slice()
    new DataView(higher.buffer).setUint32(20, 2_000)
    expect(await encode(higher)).toBeUndefined()
    // One that says its data look back further than any reader of zlib data does.
    const data = (await encode(png))!.data.slice()
    data.set([0x88, 0x1c])
    const further = [png.subarray(0, 33), pngChunk('IDAT', data), pngChunk('IEND', new Uint8Array())]
    expect(await encode(Buffer.concat(further))).toBeUndefined()
  })
})

test('WebP and AVIF are converted, opacity kept; photographs become JPEG', async () => {
  const clear = await encode(await bytesOf(ramp().ensureAlpha(0.5).webp()))
  expect(clear!.alpha).toBeDefined()
  expect(await encode(await bytesOf(ramp(400, 300).avif()), 200)).toMatchObject({ width: 200, height: 150 })
})

test('each EXIF orientation maps the unit square onto itself', () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    const [a, b, c, d, e, f] = matrixOf({ orientation } as Parameters<typeof matrixOf>[0])
    const corners = [
      [e, f],
      [a + e, b + f],
      [c + e, d + f],
      [a + c + e, b + d + f],
    ].map(String)
    expect(corners.sort()).toEqual(['0,0', '0,1', '1,0', '1,1'])
  }
})
