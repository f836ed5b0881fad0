import { type Raster, withAlpha } from '../raster.js'
import { colourTypes, type PngFile } from './png-file.js'
import { unfilterRows } from './unfilter-rows.js'

/** Inflates zlib data (RFC 1950) to at most `size` bytes; undefined where they are broken or more. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array | undefined

/** Samples a pixel, by colour type. */
const samples: { readonly [type: number]: number } = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The seven passes of interlacing: first column and row, and steps (ISO 15948 8.2). */
const passes: readonly (readonly [x: number, y: number, dx: number, dy: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
]
const whole: typeof passes = [[0, 0, 1, 1]]

/** Returns how many bytes the rows of a PNG have once inflated, with the filter's byte before each. */
export function inflatedSize(png: PngFile): number {
  return (png.interlaced ? passes : whole)
    .map(pass => passSize(png, pass))
    .reduce((sum, { columns, rows, line }) => sum + (columns > 0 ? rows * (line + 1) : 0), 0)
}

/** Decodes a PNG to eight bits a sample. Returns nothing where its data are broken or too few. */
export function decodePng(png: PngFile, inflate: Inflate): Raster | undefined {
  const size = inflatedSize(png)
  const packed = inflate(png.data, size)
  if (packed?.length !== size) return undefined
  const count = samples[png.type]!
  const values =
    png.bits === 16 ? new Uint16Array(png.width * png.height * count) : new Uint8Array(png.width * png.height * count)
  let at = 0
  for (const pass of png.interlaced ? passes : whole) {
    const { columns, rows, line } = passSize(png, pass)
    if (columns === 0 || rows === 0) continue
    const lines = unfilterRows(packed.subarray(at, at + rows * (line + 1)), line, Math.max(1, (count * png.bits) / 8))
    if (!lines) return undefined
    spread(lines, line, columns, rows, pass, png, count, values)
    at += rows * (line + 1)
  }
  return coloured(png, values, count)
}

function passSize(png: PngFile, [x, y, dx, dy]: (typeof passes)[number]) {
  const columns = Math.max(0, Math.ceil((png.width - x) / dx))
  const rows = Math.max(0, Math.ceil((png.height - y) / dy))
  return { columns, rows, line: Math.ceil((columns * samples[png.type]! * png.bits) / 8) }
}

/** Puts the samples of one pass where they belong, each in a number of its own. */
function spread(
  lines: Uint8Array,
  line: number,
  columns: number,
  rows: number,
  [x, y, dx, dy]: (typeof passes)[number],
  { width, bits }: PngFile,
  count: number,
  values: Uint8Array | Uint16Array,
): void {
  const mask = (1 << bits) - 1
  for (let row = 0; row < rows; row++) {
    const from = row * line
    const to = (y + row * dy) * width + x
    for (let column = 0; column < columns; column++) {
      const place = (to + column * dx) * count
      for (let sample = 0; sample < count; sample++) {
        const index = column * count + sample
        if (bits === 8) values[place + sample] = lines[from + index]!
        else if (bits === 16) values[place + sample] = (lines[from + index * 2]! << 8) | lines[from + index * 2 + 1]!
        else {
          const bit = index * bits
          values[place + sample] = (lines[from + (bit >> 3)]! >> (8 - bits - (bit & 7))) & mask
        }
      }
    }
  }
}

/** Turns samples into colours of eight bits, and into opacity. */
function coloured(png: PngFile, values: Uint8Array | Uint16Array, count: number): Raster {
  const { width, height, bits, type } = png
  const pixels = width * height
  const scale = type === colourTypes.palette ? 1 : 255 / (2 ** bits - 1)
  const colours = type === colourTypes.grey || type === colourTypes.greyAlpha ? 1 : 3
  const data = new Uint8Array(pixels * colours)
  const alpha = opacity(png, values, count, scale)
  for (let pixel = 0; pixel < pixels; pixel++)
    for (let colour = 0; colour < colours; colour++)
      data[pixel * colours + colour] =
        type === colourTypes.palette
          ? (png.palette![values[pixel]! * 3 + colour] ?? 0)
          : Math.round(values[pixel * count + colour]! * scale)
  const raster: Raster = { width, height, colours, data }
  return alpha ? withAlpha(raster, alpha) : raster
}

function opacity(
  { width, height, type, transparency }: PngFile,
  values: Uint8Array | Uint16Array,
  count: number,
  scale: number,
): Uint8Array | undefined {
  const alpha = new Uint8Array(width * height)
  if (type === colourTypes.greyAlpha || type === colourTypes.rgbAlpha) {
    for (let pixel = 0; pixel < alpha.length; pixel++)
      alpha[pixel] = Math.round(values[pixel * count + count - 1]! * scale)
    return alpha
  }
  if (!transparency) return undefined
  if (type === colourTypes.palette) return alpha.map((_, pixel) => transparency[values[pixel]!] ?? 255)
  // One colour is clear; it is given in 16 bits a sample whatever the picture has (ISO 15948 11.3.2.1).
  const clear = Array.from(
    { length: count },
    (_, sample) => ((transparency[sample * 2] ?? 0) << 8) | (transparency[sample * 2 + 1] ?? 0),
  )
  return alpha.map((_, pixel) => (clear.every((value, sample) => values[pixel * count + sample] === value) ? 0 : 255))
}
