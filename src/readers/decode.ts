import { createMessage, type Message } from '../diagnostics/message.js'

/** The text of a file, or why there is none. */
export type Decoded = { text: string; message?: undefined } | { text?: undefined; message: Message }

/** One for all sources: making one costs more than decoding a story. */
let strict: InstanceType<typeof TextDecoder> | undefined

/**
 * Decodes UTF-8 bytes; a byte order mark is dropped, and a second that a program has put before it. Bytes that are no UTF-8
 * are refused with their place, since a guess at another encoding would put wrong letters into names.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = utf16In(bytes)
  if (wide) return refuse(`the file is ${wide}, not UTF-8`)
  try {
    strict ??= new TextDecoder('utf-8', { fatal: true })
    const text = strict.decode(bytes)
    return { text: text.charCodeAt(0) === 0xfeff ? withoutMarks(text) : text }
  } catch {
    // What it had begun to decode must not stand before the next source.
    strict = undefined
    const offset = firstInvalid(bytes)
    const byte = bytes[offset]?.toString(16).padStart(2, '0').toUpperCase() ?? '??'
    return refuse(`byte ${offset} (0x${byte}) is no UTF-8`, positionOf(bytes, offset))
  }
}

/** Returns a text without byte order marks at its very beginning. */
export const withoutMarks = (text: string): string => text.replace(/^\uFEFF+/, '')

function refuse(reason: string, position?: Message['position']): Decoded {
  return { message: createMessage('encoding', reason, { position }) }
}

/** A byte order mark, or zero bytes where UTF-16 has them in Latin text. */
function utf16In(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? 'UTF-32 LE' : 'UTF-16 LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE'
  const end = Math.min(bytes.length, 64)
  // Not by `includes`, which takes longer to call than this.
  const zeros = [0, 0]
  for (let at = 0; at < end; at++) if (bytes[at] === 0) zeros[at % 2]!++
  if (end >= 8 && zeros[1]! >= end / 4 && zeros[0] === 0) return 'UTF-16 LE'
  if (end >= 8 && zeros[0]! >= end / 4 && zeros[1] === 0) return 'UTF-16 BE'
  return undefined
}

/** The offset of the first byte that begins no character (Unicode 3.9, table 3-7). */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const length = characterLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  const second = bytes[at + 1]!
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let next = at + 2; next < at + length; next++) if (bytes[next]! >> 6 !== 0b10) return 0
  return length
}

function positionOf(bytes: Uint8Array, offset: number): NonNullable<Message['position']> {
  const before = new TextDecoder().decode(bytes.subarray(0, offset))
  const lines = before.split(/\r\n|\n|\r/)
  const point = { line: lines.length, column: lines.at(-1)!.length + 1 }
  return { start: point, end: point }
}
