import { FontError, unbroken } from './sfnt.js'

/** No font is larger: a packed one that says so is broken or hostile. Bytes. */
const LARGEST = 128 * 1024 * 1024

/** Returns a font file unpacked from WOFF or WOFF2; any other as it is. Throws `FontError` where it is broken. */
export async function unpackFont(bytes: Uint8Array): Promise<Uint8Array> {
  const kind = String.fromCharCode(...bytes.subarray(0, 4))
  if (kind === 'wOFF') {
    const { unzlibSync } = await import('fflate')
    return unbroken(() => unpackWoff(bytes, unzlibSync))
  }
  if (kind === 'wOF2') return unpackWoff2(bytes)
  return bytes
}

type Unzlib = (data: Uint8Array, options: { out: Uint8Array }) => Uint8Array

/** Puts the tables of a WOFF 1.0 file (W3C, 2012) where an sfnt has them. */
function unpackWoff(bytes: Uint8Array, unzlib: Unzlib): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(16)
  const count = view.getUint16(12)
  if (size > LARGEST) throw new FontError('is a broken font: it says that it is enormous')
  const font = new Uint8Array(size)
  const out = new DataView(font.buffer)
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, count)
  let place = 12 + count * 16
  for (let i = 0; i < count; i++) {
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map(at => view.getUint32(44 + i * 20 + at)) as [
      number,
      number,
      number,
      number,
      number,
    ]
    ;[tag, checksum, place, length].forEach((value, field) => {
      out.setUint32(12 + i * 16 + field * 4, value)
    })
    font.set(inflated(bytes.subarray(offset, offset + packed), length, unzlib), place)
    place += Math.ceil(length / 4) * 4
  }
  return font
}

function inflated(packed: Uint8Array, length: number, unzlib: Unzlib): Uint8Array {
  if (packed.length === length) return packed
  try {
    return unzlib(packed, { out: new Uint8Array(length) })
  } catch {
    throw new FontError('is a broken font: a table cannot be unpacked')
  }
}

/** What the last call for a WOFF2 font comes to. */
let unpacked: Promise<unknown> = Promise.resolve()

/** Unpacks one font after another: the library hands out its own memory, which its next font overwrites. */
function unpackWoff2(bytes: Uint8Array): Promise<Uint8Array> {
  const font = unpacked.then(async () => {
    const { default: unpack } = await import('wawoff2/decompress.js')
    try {
      return (await unpack(bytes)).slice()
    } catch {
      throw new FontError('is a broken font: it cannot be unpacked')
    }
  })
  unpacked = font.catch(() => undefined)
  return font
}
