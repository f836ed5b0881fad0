import type { PdfDict } from './objects.js'

/** Undoes the TIFF and PNG predictors that stand before compression (ISO 32000-1 7.4.4.4). Broken rows are left as they are. */
export function undoPredictor(bytes: Uint8Array, parameters: PdfDict): Uint8Array {
  const predictor = number(parameters, 'Predictor', 1)
  if (predictor < 2) return bytes
  const bits = number(parameters, 'BitsPerComponent', 8)
  const colours = number(parameters, 'Colors', 1)
  const pixel = Math.max(1, Math.ceil((colours * bits) / 8))
  const row = Math.ceil((colours * bits * number(parameters, 'Columns', 1)) / 8)
  if (!(row > 0 && row < 2 ** 24)) return bytes
  if (predictor === 2) return bits === 8 ? undoTiff(bytes, row, pixel) : bytes
  return undoPng(bytes, row, pixel)
}

function number(dict: PdfDict, key: string, otherwise: number): number {
  const value = dict.get(key)
  return typeof value === 'number' ? value : otherwise
}

function undoTiff(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const out = bytes.slice()
  for (let index = 0; index < out.length; index += 1)
    if (index % row >= pixel) out[index] = (out[index]! + out[index - pixel]!) & 255
  return out
}

function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1))
  const out = new Uint8Array(rows * row)
  let end = 0
  for (let line = 0; line < rows; line += 1) {
    const from = line * (row + 1)
    const type = bytes[from]!
    const length = Math.min(row, bytes.length - from - 1)
    const to = line * row
    for (let index = 0; index < length; index += 1) {
      const left = index >= pixel ? out[to + index - pixel]! : 0
      const up = line > 0 ? out[to + index - row]! : 0
      const corner = line > 0 && index >= pixel ? out[to + index - row - pixel]! : 0
      out[to + index] = (bytes[from + 1 + index]! + guess(type, left, up, corner)) & 255
    }
    end = to + length
  }
  return out.subarray(0, end)
}

function guess(type: number, left: number, up: number, corner: number): number {
  if (type === 1) return left
  if (type === 2) return up
  if (type === 3) return (left + up) >> 1
  return type === 4 ? paeth(left, up, corner) : 0
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner
  const byLeft = Math.abs(sum - left)
  const byUp = Math.abs(sum - up)
  const byCorner = Math.abs(sum - corner)
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
