import type { EncodedPicture } from './encode-picture.js'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * Reads a PNG whose compressed rows a PDF can hold as they are (ISO 32000-1 7.4.4.4: the same predictors): no alpha, no
 * interlacing, at most eight bits a sample, no colour profile of its own. Returns nothing for any other.
 */
export function readPng(
  bytes: Uint8Array,
): Omit<EncodedPicture, 'shownWidth' | 'shownHeight' | 'orientation'> | undefined {
  if (signature.some((byte, index) => bytes[index] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Uint8Array[] = []
  let palette: Uint8Array | undefined
  let head: { width: number; height: number; bits: number; type: number; interlaced: boolean } | undefined
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const start = at + 8
    if (start + length > bytes.length) return undefined
    const chunk = bytes.subarray(start, start + length)
    if (type === 'IHDR') {
      head = {
        width: view.getUint32(start),
        height: view.getUint32(start + 4),
        bits: chunk[8]!,
        type: chunk[9]!,
        interlaced: chunk[12] !== 0,
      }
    } else if (type === 'PLTE') palette = chunk
    else if (type === 'IDAT') data.push(chunk)
    else if (type === 'tRNS' || type === 'iCCP') return undefined
    else if (type === 'IEND') break
    at = start + length + 4
  }
  if (!head || head.interlaced || head.bits > 8 || data.length === 0 || head.width === 0 || head.height === 0)
    return undefined
  const joined = join(data)
  const { width, height, bits } = head
  const base = { width, height, bits, data: joined, packing: 'png' as const }
  if (head.type === 0) return { ...base, colours: 1 }
  if (head.type === 2) return { ...base, colours: 3 }
  if (head.type === 3 && palette) return { ...base, colours: 1, palette }
  return undefined
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
