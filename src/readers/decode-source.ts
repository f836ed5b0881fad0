import { createMessage, type Message } from '../diagnostics/message.js'

/** The text of a source, or why it is none. */
export type DecodedSource = { text: string; message?: undefined } | { text?: undefined; message: Message }

/** Decodes a source as UTF-8, a byte order mark dropped. Bytes that are no UTF-8 give a message with their place. */
export function decodeSource(source: string | Uint8Array): DecodedSource {
  if (typeof source === 'string') return { text: source.startsWith('\uFEFF') ? source.slice(1) : source }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(source) }
  } catch {
    return { message: wrongEncoding(source) }
  }
}

function wrongEncoding(bytes: Uint8Array): Message {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return createMessage('input-encoding', 'the file is UTF-16')
  const at = firstBadByte(bytes)
  const before = new TextDecoder().decode(bytes.subarray(0, at))
  const line = before.split(/\r\n|\r|\n/).length
  const column = before.length - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
  const point = { line, column, offset: before.length }
  const value = `0x${bytes[at]!.toString(16).toUpperCase().padStart(2, '0')}`
  return createMessage('input-encoding', `the byte ${value} at offset ${at} is no UTF-8`, {
    position: { start: point, end: point },
  })
}

/** Finds the first byte that is no UTF-8 by halving: every prefix before it decodes, every longer one does not. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle + 1))) good = middle + 1
    else bad = middle
  }
  return Math.min(good, bytes.length - 1)
}

/** `stream` lets a character that is cut off at the end pass. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
