/** D50 white, and the primaries of sRGB adapted to it (IEC 61966-2-1 and ICC.1:2001-04, Bradford), as s15Fixed16 numbers. */
const white = [0xf6d6, 0x10000, 0xd32d]
const red = [0x6fa2, 0x38f5, 0x0390]
const green = [0x6299, 0xb785, 0x18da]
const blue = [0x24a0, 0x0f84, 0xb6cf]
const DESCRIPTION = 'sRGB'
const COPYRIGHT = 'No copyright, use freely'

/**
 * Returns an ICC profile of the sRGB colour space, version 2.1: what the file's colours mean (ISO 19005-2 6.2.3). Made
 * here, so that it belongs to nobody; the dates in it are fixed.
 */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve()
  const tags: [string, Uint8Array][] = [
    ['desc', description()],
    ['cprt', text(COPYRIGHT)],
    ['wtpt', xyz(white)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const places = new Map<Uint8Array, number>()
  let size = 128 + 4 + tags.length * 12
  for (const [, data] of tags) {
    if (places.has(data)) continue
    places.set(data, size)
    size += Math.ceil(data.length / 4) * 4
  }
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  writeHeader(view, size)
  view.setUint32(128, tags.length)
  tags.forEach(([name, data], index) => {
    const at = 132 + index * 12
    writeText(view, at, name)
    view.setUint32(at + 4, places.get(data)!)
    view.setUint32(at + 8, data.length)
    bytes.set(data, places.get(data)!)
  })
  return bytes
}

function writeHeader(view: DataView, size: number): void {
  view.setUint32(0, size)
  view.setUint32(8, 0x02100000)
  writeText(view, 12, 'mntrRGB XYZ ')
  // Date and time: year, month, day.
  view.setUint16(24, 2026)
  view.setUint16(26, 1)
  view.setUint16(28, 1)
  writeText(view, 36, 'acsp')
  white.forEach((value, index) => {
    view.setUint32(68 + index * 4, value)
  })
}

function writeText(view: DataView, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i))
}

function xyz(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(20))
  writeText(view, 0, 'XYZ ')
  values.forEach((value, index) => {
    view.setUint32(8 + index * 4, value)
  })
  return new Uint8Array(view.buffer)
}

function text(value: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(9 + value.length))
  writeText(view, 0, 'text')
  writeText(view, 8, value)
  return new Uint8Array(view.buffer)
}

function description(): Uint8Array {
  const view = new DataView(new ArrayBuffer(12 + DESCRIPTION.length + 1 + 78))
  writeText(view, 0, 'desc')
  view.setUint32(8, DESCRIPTION.length + 1)
  writeText(view, 12, DESCRIPTION)
  return new Uint8Array(view.buffer)
}

/** The transfer curve of sRGB in 256 steps. */
function toneCurve(): Uint8Array {
  const view = new DataView(new ArrayBuffer(12 + 512))
  writeText(view, 0, 'curv')
  view.setUint32(8, 256)
  for (let i = 0; i < 256; i++) {
    const value = i / 255
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    view.setUint16(12 + i * 2, Math.round(linear * 65535))
  }
  return new Uint8Array(view.buffer)
}
