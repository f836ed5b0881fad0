import { crc32 } from '../../../assets/crc-32.js'

/** One file of the package. `stored` leaves bytes as they are: pictures are compressed already. */
export interface ZipEntry {
  path: string
  bytes: Uint8Array
  stored?: boolean
}

/** 1 January 1980, 00:00, as MS-DOS writes it: the earliest date that a ZIP file can name, the same for every file. */
const dosDate = (1 << 5) | 1
const utf8Names = 0x0800
const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfCentral = 0x06054b50

interface Packed {
  name: Uint8Array
  data: Uint8Array
  method: number
  crc: number
  size: number
  offset: number
}

/**
 * Returns a ZIP file (APPNOTE 6.3) of the entries in their order, without times, so that the same entries give the same
 * bytes. `deflate` compresses as zlib does (RFC 1950); ZIP wants the bare stream inside, so header and checksum are cut.
 */
export function zip(entries: readonly ZipEntry[], deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const packed: Packed[] = []
  let offset = 0
  for (const entry of entries) {
    const one = pack(entry, deflate, offset)
    packed.push(one)
    offset += 30 + one.name.length + one.data.length
  }
  const directory = packed.reduce((sum, one) => sum + 46 + one.name.length, 0)
  const file = new Uint8Array(offset + directory + 22)
  const view = new DataView(file.buffer)
  let at = offset
  for (const one of packed) {
    writeLocal(view, file, one)
    at = writeCentral(view, file, one, at)
  }
  writeEnd(view, at, packed.length, directory, offset)
  return file
}

function pack(entry: ZipEntry, deflate: (bytes: Uint8Array) => Uint8Array, offset: number): Packed {
  const data = entry.stored ? entry.bytes : deflate(entry.bytes).subarray(2, -4)
  return {
    name: new TextEncoder().encode(entry.path),
    data,
    method: entry.stored ? 0 : 8,
    crc: crc32(entry.bytes),
    size: entry.bytes.length,
    offset,
  }
}

function writeLocal(view: DataView, file: Uint8Array, one: Packed): void {
  view.setUint32(one.offset, localHeader, true)
  writeCommon(view, one, one.offset + 4)
  file.set(one.name, one.offset + 30)
  file.set(one.data, one.offset + 30 + one.name.length)
}

function writeCentral(view: DataView, file: Uint8Array, one: Packed, at: number): number {
  view.setUint32(at, centralHeader, true)
  view.setUint16(at + 4, 20, true)
  writeCommon(view, one, at + 6)
  view.setUint32(at + 42, one.offset, true)
  file.set(one.name, at + 46)
  return at + 46 + one.name.length
}

/** The fields that both headers share, from the version needed to the name's length. */
function writeCommon(view: DataView, one: Packed, at: number): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, utf8Names, true)
  view.setUint16(at + 4, one.method, true)
  view.setUint16(at + 8, dosDate, true)
  view.setUint32(at + 10, one.crc, true)
  view.setUint32(at + 14, one.data.length, true)
  view.setUint32(at + 18, one.size, true)
  view.setUint16(at + 22, one.name.length, true)
}

function writeEnd(view: DataView, at: number, count: number, directory: number, offset: number): void {
  view.setUint32(at, endOfCentral, true)
  view.setUint16(at + 8, count, true)
  view.setUint16(at + 10, count, true)
  view.setUint32(at + 12, directory, true)
  view.setUint32(at + 16, offset, true)
}
