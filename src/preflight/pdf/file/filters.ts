import { Unzlib } from 'fflate'
import { BudgetError, limits } from '../budget.js'
import { hexDigit, isWhite } from './lexer.js'
import { isDict, type PdfDict, type PdfValue } from './objects.js'
import { undoPredictor } from './predictor.js'

/** What came out of a stream; `broken` says that the data ended or went wrong on the way. */
export interface Decoded {
  bytes: Uint8Array
  broken?: boolean
  /** The filter that nobody but a picture's reader undoes: `DCTDecode` and the like. */
  picture?: string
  unknown?: string
}

const abbreviations: { [name: string]: string } = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
}
const pictureFilters = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'])

/** Returns the full name of a filter; inline images may abbreviate (ISO 32000-1 8.9.7). */
export function filterName(name: string): string {
  return abbreviations[name] ?? name
}

/** Undoes a stream's filters in turn (ISO 32000-1 7.4). Throws only a `BudgetError`. */
export function decode(
  raw: Uint8Array,
  filters: readonly string[],
  parameters: readonly (PdfValue | undefined)[],
): Decoded {
  let result: Decoded = { bytes: raw }
  for (const [index, short] of filters.entries()) {
    const name = filterName(short)
    if (pictureFilters.has(name)) return { ...result, picture: name }
    const found = parameters[index]
    const dict = isDict(found) ? found : undefined
    const next = undo(name, result.bytes, dict)
    if (!next) return { ...result, unknown: name }
    result = next
    if (result.broken) break
  }
  return result
}

function undo(name: string, bytes: Uint8Array, parameters: PdfDict | undefined): Decoded | undefined {
  if (name === 'FlateDecode') return predicted(inflate(bytes), parameters)
  if (name === 'LZWDecode') return predicted(unpackLzw(bytes, parameters?.get('EarlyChange') !== 0), parameters)
  if (name === 'ASCIIHexDecode') return readHex(bytes)
  if (name === 'ASCII85Decode') return readBase85(bytes)
  if (name === 'RunLengthDecode') return unpackRuns(bytes)
  return name === 'Crypt' ? { bytes } : undefined
}

function predicted(decoded: Decoded, parameters: PdfDict | undefined): Decoded {
  return parameters ? { ...decoded, bytes: undoPredictor(decoded.bytes, parameters) } : decoded
}

/** Collects pieces up to the bound. */
class Output {
  private pieces: Uint8Array[] = []
  private length = 0

  add(piece: Uint8Array): void {
    this.length += piece.length
    if (this.length > limits.streamBytes)
      throw new BudgetError(`one of its streams unpacks to more than ${limits.streamBytes / 2 ** 20} MB`)
    this.pieces.push(piece)
  }

  done(): Uint8Array {
    if (this.pieces.length === 1) return this.pieces[0]!
    const all = new Uint8Array(this.length)
    let at = 0
    for (const piece of this.pieces) {
      all.set(piece, at)
      at += piece.length
    }
    return all
  }
}

/** Deflate packs at most 1032 to 1, so small slices keep each step small, however well a bomb is packed. */
const SLICE = 16 * 1024

function inflate(bytes: Uint8Array): Decoded {
  const output = new Output()
  let isDone = false
  const stream = new Unzlib((chunk, final) => {
    if (chunk.length > 0) output.add(chunk.slice())
    isDone ||= final
  })
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      stream.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
  } catch (error) {
    if (error instanceof BudgetError) throw error
    return { bytes: output.done(), broken: true }
  }
  return { bytes: output.done(), broken: !isDone }
}

function readHex(bytes: Uint8Array): Decoded {
  const out = new Uint8Array((bytes.length + 1) >> 1)
  let digits = 0
  for (const byte of bytes) {
    if (byte === 0x3e) break
    const digit = hexDigit(byte)
    if (digit < 0) continue
    out[digits >> 1]! |= digit << (digits % 2 ? 0 : 4)
    digits += 1
  }
  return { bytes: out.subarray(0, (digits + 1) >> 1) }
}

function readBase85(bytes: Uint8Array): Decoded {
  const out: number[] = []
  let group: number[] = []
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (isWhite(byte)) continue
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
    else group.push(byte - 0x21)
    if (group.length === 5) {
      pushGroup(out, group, 4)
      group = []
    }
  }
  if (group.length > 1) pushGroup(out, [...group, 84, 84, 84, 84].slice(0, 5), group.length - 1)
  return { bytes: Uint8Array.from(out) }
}

function pushGroup(out: number[], digits: number[], count: number): void {
  const value = digits.reduce((sum, digit) => sum * 85 + digit, 0)
  for (let index = 0; index < count; index += 1) out.push(Math.floor(value / 256 ** (3 - index)) & 255)
}

function unpackRuns(bytes: Uint8Array): Decoded {
  const output = new Output()
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at++]!
    if (length === 128) break
    if (length < 128) {
      output.add(bytes.subarray(at, at + length + 1))
      at += length + 1
    } else output.add(new Uint8Array(257 - length).fill(bytes[at++] ?? 0))
  }
  return { bytes: output.done() }
}

/** LZW (ISO 32000-1 7.4.4): PDF/A forbids it, other files have it. */
function unpackLzw(bytes: Uint8Array, early: boolean): Decoded {
  const output = new Output()
  let table: Uint8Array[] = []
  let previous: Uint8Array | undefined
  let width = 9
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === 257) return { bytes: output.done() }
    if (code === 256) {
      table = []
      previous = undefined
      width = 9
      continue
    }
    const entry = lzwEntry(code, table, previous)
    if (!entry) return { bytes: output.done(), broken: true }
    output.add(entry)
    if (previous && table.length < 3838) table.push(joined(previous, entry[0]!))
    previous = entry
    const next = 258 + table.length + (early ? 1 : 0)
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9
  }
  return { bytes: output.done() }
}

function lzwEntry(code: number, table: Uint8Array[], previous: Uint8Array | undefined): Uint8Array | undefined {
  if (code < 256) return Uint8Array.of(code)
  if (code - 258 < table.length) return table[code - 258]
  return previous && code - 258 === table.length ? joined(previous, previous[0]!) : undefined
}

function joined(bytes: Uint8Array, byte: number): Uint8Array {
  const result = new Uint8Array(bytes.length + 1)
  result.set(bytes)
  result[bytes.length] = byte
  return result
}
