import { orientationTiff } from './exif-orientation.js'
import { gifBlocks, gifHead } from './gif-blocks.js'
import { imageSize } from './image-size.js'
import { latin, type PictureType, pictureType } from './media-type.js'
import { pngChunk, pngChunks } from './png/png-file.js'
import { riffChunk, riffChunks } from './riff-chunks.js'
import { stripAvif } from './strip-avif.js'
import { concat, stripJpeg } from './strip-jpeg.js'
import { stripSvg } from './svg/strip-svg.js'

/**
 * Returns a picture without what says where, when, by whom and with what it was made: EXIF, XMP, IPTC, texts, comments, and
 * whatever follows its end. The picture itself, its colour profile and its frames stay, bit for bit. An `orientation` other
 * than 1 is kept, alone, for programs that turn pictures by it. Returns nothing where the file is broken.
 */
export function stripPicture(bytes: Uint8Array, type: PictureType, orientation = 1): Uint8Array | undefined {
  return strippers[type](bytes, orientation === 1 ? undefined : orientationTiff(orientation))
}

type Stripper = (bytes: Uint8Array, turn: Uint8Array | undefined) => Uint8Array | undefined

const strippers: { readonly [type in PictureType]: Stripper } = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/gif': stripGif,
  'image/webp': stripWebp,
  'image/avif': stripAvif,
  'image/svg+xml': bytes => stripSvg(bytes, inner => strippedInside(inner, true)),
}

/** A picture within a drawing; a drawing within one may hold no further one, for each might hold another, without end. */
function strippedInside(
  bytes: Uint8Array,
  mayDraw: boolean,
): { bytes: Uint8Array; mediaType: PictureType } | undefined {
  const mediaType = pictureType(bytes)
  const isDrawing = mediaType === 'image/svg+xml'
  if (!mediaType || (isDrawing && !mayDraw)) return undefined
  const stripped = isDrawing
    ? stripSvg(bytes, inner => strippedInside(inner, false))
    : stripPicture(bytes, mediaType, imageSize(bytes, mediaType)?.orientation)
  return stripped && { bytes: stripped, mediaType }
}

/** What makes the picture (ISO 15948 11, PNG 3 11); texts, times, EXIF and what programs keep for themselves are not here. */
const pngPicture = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD acTL fcTL fdAT'.split(' '))

function stripPng(bytes: Uint8Array, turn: Uint8Array | undefined): Uint8Array | undefined {
  const kept = [bytes.subarray(0, 8)]
  const found = new Set<string>()
  for (const { type, whole } of pngChunks(bytes)) {
    // EXIF stands before the picture's data (PNG 3 11.3.3.2 and 5.6).
    if (turn && type === 'IDAT' && !found.has(type)) kept.push(pngChunk('eXIf', turn))
    if (pngPicture.has(type)) kept.push(whole)
    found.add(type)
  }
  return found.has('IDAT') && found.has('IEND') ? concat(kept) : undefined
}

const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff
const TRAILER = 0x3b

/** The applications whose extension says how often a moving picture is repeated. */
const gifRepeats = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** GIF has no orientation. */
function stripGif(bytes: Uint8Array): Uint8Array | undefined {
  const kept = [bytes.subarray(0, gifHead(bytes))]
  let frames = 0
  for (const { type, whole } of gifBlocks(bytes)) {
    if (type === 'frame') frames++
    const label = whole[1]
    // After the label and its size, an application's name and code (GIF89a, 26).
    const isRepeat = label === APPLICATION && gifRepeats.has(latin(whole, 3, 14))
    if (type === 'frame' || label === GRAPHIC_CONTROL || isRepeat) kept.push(whole)
  }
  return frames > 0 ? concat([...kept, Uint8Array.of(TRAILER)]) : undefined
}

/** RFC 9649 2.7. */
const webpPicture = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const webpFrames = new Set(['VP8 ', 'VP8L', 'ANMF'])
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04

function stripWebp(bytes: Uint8Array, turn: Uint8Array | undefined): Uint8Array | undefined {
  const kept: Uint8Array[] = []
  let hasFrame = false
  for (const { type, chunk } of riffChunks(bytes)) {
    if (!webpPicture.has(type)) continue
    hasFrame ||= webpFrames.has(type)
    kept.push(riffChunk(type, type === 'VP8X' ? withoutMetadata(chunk, turn !== undefined) : chunk))
  }
  if (!hasFrame) return undefined
  if (turn) kept.push(riffChunk('EXIF', turn))
  return riffChunk('RIFF', concat([bytes.subarray(8, 12), ...kept]))
}

/** Returns the head of an extended file with no XMP announced, and EXIF only where it will follow. */
function withoutMetadata(head: Uint8Array, hasExif: boolean): Uint8Array {
  const copy = new Uint8Array(head)
  copy[0] = ((copy[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (hasExif ? EXIF_FLAG : 0)
  return copy
}
