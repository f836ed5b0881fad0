import type { Asset } from '../host/host.js'
import { xmlTokens } from './svg/xml-tokens.js'

/** Kinds of picture that renderers are given. */
export type PictureType = Asset['mediaType']

/**
 * Returns what a file is by its first bytes, whatever its name says; undefined for anything that is no picture of a known
 * kind.
 */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (latin(bytes, 0, 4) === 'GIF8') return 'image/gif'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (latin(bytes, 4, 8) === 'ftyp' && isAvif(bytes)) return 'image/avif'
  return isSvg(bytes) ? 'image/svg+xml' : undefined
}

/** Returns the bytes from `start` to `end` as Latin-1 text: the names that formats write into their files. */
export function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** ISO 14496-12 4.3: the major brand, then the compatible ones. */
function isAvif(bytes: Uint8Array): boolean {
  const size = ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0
  const brands = latin(bytes, 8, Math.min(size, 64))
  return brands.includes('avif') || brands.includes('avis')
}

/** An SVG may begin with a declaration, comments and a document type; the root element follows within a few thousand characters. */
function isSvg(bytes: Uint8Array): boolean {
  try {
    for (const { kind, source } of xmlTokens(new TextDecoder().decode(bytes.subarray(0, 65_536)))) {
      if (kind === 'open' || kind === 'empty') return /^<(?:\w+:)?svg[\s/>]/i.test(source)
      if (kind === 'close' || kind === 'cdata' || (kind === 'text' && /[^\s\uFEFF]/.test(source))) return false
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return false
}
