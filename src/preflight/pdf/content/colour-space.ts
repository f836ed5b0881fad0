import { isDict, isName, isStream, type PdfDict, type PdfValue } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'

const devices: { [name: string]: { device: string; default: string } } = {
  DeviceGray: { device: 'DeviceGray', default: 'DefaultGray' },
  DeviceRGB: { device: 'DeviceRGB', default: 'DefaultRGB' },
  DeviceCMYK: { device: 'DeviceCMYK', default: 'DefaultCMYK' },
  // Inline images may abbreviate (ISO 32000-1 8.9.7).
  G: { device: 'DeviceGray', default: 'DefaultGray' },
  RGB: { device: 'DeviceRGB', default: 'DefaultRGB' },
  CMYK: { device: 'DeviceCMYK', default: 'DefaultCMYK' },
}
/** Where the space that a special one rests on stands in its array (ISO 32000-1 8.6.6). */
const basePlace: { [family: string]: number } = { Indexed: 1, I: 1, Pattern: 1, Separation: 2, DeviceN: 2 }
const MAX_DEPTH = 8

/** Returns the device spaces that a colour space rests on and that no default space of the resources replaces (8.6.5.6). */
export function deviceSpaces(file: PdfFile, value: PdfValue | undefined, resources: PdfDict, depth = 0): string[] {
  const space = file.get(value)
  const named = file.dict(resources.get('ColorSpace'))
  if (depth > MAX_DEPTH) return []
  if (isName(space)) {
    const known = devices[space.name]
    if (known) return named?.has(known.default) ? [] : [known.device]
    const found = named?.get(space.name)
    return found === undefined ? [] : deviceSpaces(file, found, resources, depth + 1)
  }
  if (!Array.isArray(space)) return []
  const family = file.name(space[0]) ?? ''
  if (devices[family]) return deviceSpaces(file, space[0], resources, depth + 1)
  const place = basePlace[family]
  return place === undefined ? [] : deviceSpaces(file, space[place], resources, depth + 1)
}

/** Returns the colour space entry of an image, a shading or a transparency group. */
export function spaceEntry(value: PdfValue | undefined): PdfValue | undefined {
  const dict = isStream(value) ? value.dict : isDict(value) ? value : undefined
  return dict?.get('ColorSpace') ?? dict?.get('CS')
}
