import { inflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { isMoving } from '../../src/assets/is-moving.js'
import { judge } from '../../src/assets/load-asset.js'
import { decodePng } from '../../src/assets/png/decode-png.js'
import { readPngFile } from '../../src/assets/png/png-file.js'
import { filterRows, unfilterRows } from '../../src/assets/png/unfilter-rows.js'
import { type Raster, shrink } from '../../src/assets/raster.js'

const [width, height] = [29, 17]
const pixels = (channels: 3 | 4) =>
  Uint8Array.from({ length: width * height * channels }, (_, index) => (index * 11 + (index >> 4)) & 255)
const plain = (channels: 3 | 4 = 3) => sharp(pixels(channels), { raw: { width, height, channels } })
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer())
const decode = (png: Uint8Array) => decodePng(readPngFile(png)!, bytes => inflateSync(bytes))

describe('a PNG decodes as sharp decodes it', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['colours', () => bytesOf(plain().png())],
    ['colours with opacity', () => bytesOf(plain(4).png())],
    ['interlaced', () => bytesOf(plain(4).png({ progressive: true }))],
    ['a palette', () => bytesOf(plain().png({ palette: true, colours: 60 }))],
    ['a palette with opacity', () => bytesOf(plain(4).png({ palette: true, colours: 200 }))],
    ['a palette of two bits, interlaced', () => bytesOf(plain().png({ palette: true, colours: 4, progressive: true }))],
    ['grey', () => bytesOf(plain().greyscale().toColourspace('b-w').png())],
    ['grey with opacity', () => bytesOf(plain(4).greyscale().toColourspace('b-w').png())],
    ['sixteen bits', () => bytesOf(plain().toColourspace('rgb16').png())],
  ])('%s', async (name, make) => {
    const png = await make()
    const raster = decode(png)!
    const { data } = await sharp(png)
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    // Of sixteen bits sharp drops the lower eight; here they round.
    const off = toRgba(raster).map((value, index) => Math.abs(value - data[index]!))
    expect(Math.max(...off)).toBeLessThanOrEqual(name === 'sixteen bits' ? 1 : 0)
  })
})

function toRgba({ data, alpha, colours }: Raster): Buffer {
  return Buffer.from(
    Array.from({ length: width * height }, (_, pixel) => {
      const colour = colours === 1 ? Array(3).fill(data[pixel]) : data.subarray(pixel * 3, pixel * 3 + 3)
      return [...colour, alpha?.[pixel] ?? 255]
    }).flat(),
  )
}

it('filtered rows come back as they were', () => {
  const rows = pixels(3)
  expect(unfilterRows(filterRows(rows, width * 3, 3), width * 3, 3)).toEqual(rows)
})

it('a picture scaled down is the mean of what it covers; what is clear leaves no edge', () => {
  const grey: Raster = { width: 4, height: 2, colours: 1, data: Uint8Array.of(0, 100, 200, 200, 100, 200, 0, 0) }
  expect(shrink(grey, 2, 1).data).toEqual(Uint8Array.of(100, 100))
  const edge = { ...grey, width: 2, height: 1, data: Uint8Array.of(255, 0), alpha: Uint8Array.of(255, 0) }
  expect(shrink(edge, 1, 1)).toMatchObject({ data: Uint8Array.of(255), alpha: Uint8Array.of(128) })
})

it('a PNG and a WebP are turned by their EXIF too', async () => {
  const turned = plain().withMetadata({ orientation: 6 })
  for (const picture of [turned.clone().png(), turned.clone().webp()])
    expect(judge('x', await bytesOf(picture))).toMatchObject({
      asset: { width: height, height: width, orientation: 6 },
    })
})

it('knows a picture of several frames', async () => {
  const frames = await Promise.all([plain(), plain().negate()].map(frame => frame.png().toBuffer()))
  const moving = (): Sharp => sharp(frames, { join: { animated: true } })
  expect(isMoving(await bytesOf(moving().gif()), 'image/gif')).toBe(true)
  expect(isMoving(await bytesOf(moving().webp()), 'image/webp')).toBe(true)
  expect(isMoving(await bytesOf(plain().gif()), 'image/gif')).toBe(false)
  expect(isMoving(await bytesOf(plain().webp()), 'image/webp')).toBe(false)
  expect(isMoving(await bytesOf(plain().png()), 'image/png')).toBe(false)
})
