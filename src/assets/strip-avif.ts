import { bmffBoxes, fourCharacters } from './bmff-boxes.js'

/**
 * Returns an AVIF without EXIF, XMP and what programs keep for themselves, and without what follows its end. All that stays
 * lies where it lay, for the file points to its parts by their distance from its beginning: what goes becomes zeros.
 * Returns nothing where the file is broken.
 */
export function stripAvif(bytes: Uint8Array): Uint8Array | undefined {
  try {
    // A Buffer's own `slice` would be no copy.
    const stripped = new Uint8Array(bytes)
    const view = new DataView(stripped.buffer)
    let end = 0
    let isPicture = false
    for (const box of bmffBoxes(view, 0, stripped.length)) {
      end = box.end
      isPicture ||= box.type === 'meta'
      if (box.type === 'meta') blankItems(stripped, view, box.body + 4, box.end)
      if (box.type === 'moov') blankBoxes(stripped, view, box.body, box.end, trackNotes)
    }
    blankBoxes(stripped, view, 0, end, fileNotes)
    return isPicture ? stripped.subarray(0, end) : undefined
  } catch (error) {
    // A DataView throws where a box promises more bytes than there are.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Boxes that make no picture, in the file and in the tracks of a moving one. */
const fileNotes = new Set(['uuid', 'free', 'skip', 'udta', 'Exif', 'xml '])
const trackNotes = new Set([...fileNotes, 'meta'])
const tracks = new Set(['trak', 'mdia', 'minf'])

/** Boxes that nobody has to know are called `free` (ISO 14496-12 8.1.2). */
function blankBoxes(bytes: Uint8Array, view: DataView, from: number, to: number, notes: ReadonlySet<string>): void {
  for (const { type, start, body, end } of bmffBoxes(view, from, to)) {
    if (tracks.has(type)) blankBoxes(bytes, view, body, end, notes)
    if (!notes.has(type)) continue
    bytes.fill(0, body, end)
    view.setUint32(start + 4, 0x66726565)
  }
}

/** Kinds of item that are said of a picture: EXIF, and `mime` for XMP (ISO 23008-12 A.2). */
const noteItems = new Set(['Exif', 'mime', 'uri '])

function blankItems(bytes: Uint8Array, view: DataView, from: number, to: number): void {
  const boxes = [...bmffBoxes(view, from, to)]
  const find = (type: string) => boxes.find(box => box.type === type)
  const [info, locations, inside] = [find('iinf'), find('iloc'), find('idat')]
  if (!info || !locations) return
  const kinds = itemKinds(view, info.body, info.end)
  for (const { id, inData, start, end } of extents(view, locations.body)) {
    const kind = kinds.get(id) ?? ''
    if (!noteItems.has(kind)) continue
    const base = inData ? (inside?.body ?? Number.NaN) : 0
    const most = inData ? (inside?.end ?? 0) : bytes.length
    // No length means all that there is (ISO 14496-12 8.11.3.3).
    const part = bytes.subarray(base + start, Math.min(most, end === start ? most : base + end))
    part.fill(0)
    if (kind === 'Exif' && part.length >= emptyExif.length) part.set(emptyExif)
  }
  blankBoxes(bytes, view, from, to, fileNotes)
}

/** The distance of the TIFF file (ISO 23008-12 A.2.1), then one without a single entry: some readers want one. */
const emptyExif = Uint8Array.of(0, 0, 0, 0, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0)

/** What each item is, from `infe` (ISO 14496-12 8.11.6), which says so since its version 2. */
function itemKinds(view: DataView, body: number, end: number): Map<number, string> {
  const kinds = new Map<number, string>()
  for (const box of bmffBoxes(view, body + (view.getUint8(body) === 0 ? 6 : 8), end)) {
    const version = view.getUint8(box.body)
    if (box.type !== 'infe' || version < 2) continue
    const [id, size] = version === 2 ? [view.getUint16(box.body + 4), 2] : [view.getUint32(box.body + 4), 4]
    kinds.set(id, fourCharacters(view, box.body + 4 + size + 2))
  }
  return kinds
}

/** Part of an item: from the file's beginning, or from that of the data in `idat`. */
interface Extent {
  id: number
  inData: boolean
  start: number
  end: number
}

/** Where the parts of each item lie (`iloc`, ISO 14496-12 8.11.3): numbers of as many bytes as its head says. */
function* extents(view: DataView, body: number): Generator<Extent> {
  let at = body
  const next = (size: number) => {
    let value = 0
    for (const stop = at + size; at < stop; at++) value = value * 256 + view.getUint8(at)
    return value
  }
  const version = next(4) >>> 24
  const sizes = next(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  const wide = version < 2 ? 2 : 4
  for (let items = next(wide); items > 0; items--) {
    const id = next(wide)
    const inData = version > 0 && (next(2) & 15) === 1
    next(2)
    const base = next(baseSize)
    for (let parts = next(2); parts > 0; parts--) {
      next(indexSize)
      const start = base + next(offsetSize)
      yield { id, inData, start, end: start + next(lengthSize) }
    }
  }
}
