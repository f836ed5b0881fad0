import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readJpeg } from '../../../src/renderers/pdf/emit/jpeg.js'
import { readPng } from '../../../src/renderers/pdf/emit/png.js'
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

describe('JPEG', () => {
  test('passes through without what says where and by whom it was taken', () => {
    const jpeg = readJpeg(
      jpegWith(segment(0xe1, 'Exif\0\0GPS secret'), segment(0xfe, 'a comment'), segment(0xed, 'Photoshop')),
    )
    expect(jpeg).toMatchObject({ width: 3, height: 2, colours: 1 })
    expect(Buffer.from(jpeg!.data).toString('latin1')).not.toMatch(/secret|comment|Photoshop/)
  })

  test('with a colour space of its own must be converted, one in sRGB not', () => {
    expect(readJpeg(jpegWith(segment(0xe2, 'ICC_PROFILE\0 Display P3')))).toBeUndefined()
    expect(readJpeg(jpegWith(segment(0xe2, 'ICC_PROFILE\0 sRGB IEC61966')))).toBeDefined()
  })

  test('that is broken off is refused', () => {
    expect(readJpeg(new Uint8Array([0xff, 0xd8, 0xff]))).toBeUndefined()
  })
})

describe('PNG', () => {
  test('without transparency passes through', async () => {
    const png = readPng(await readFile('examples/pictures/freight-rates.png'))
    if (png) expect(png.packing).toBe('png')
    expect(readPng(new Uint8Array(20))).toBeUndefined()
  })
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
