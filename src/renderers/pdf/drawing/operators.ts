import type { DrawingElement } from '../../../assets/svg/drawing.js'
import type { CosValue, PDFRef } from '../cos.js'
import { rgb } from './gradient.js'
import type { Bounds } from './matrix.js'
import { written as n } from './number.js'

/** What a path is painted with: its colour or pattern, and how. */
export type Kind = 'fill' | 'stroke'

/** A group that is mixed by itself, in the colours of the page (ISO 32000-1 11.6.6). */
export const transparent = { Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB', I: true } }

/** Returns a soft mask: the lightness of a group says how much is seen (ISO 32000-1 11.6.5.3). */
export function luminosity(group: PDFRef): CosValue {
  return { Type: 'Mask', S: 'Luminosity', G: group }
}

/** Returns the operators that choose a colour for a path. */
export function plainColour(kind: Kind, value: string): string {
  return `${rgb(value).map(n).join(' ')} ${kind === 'fill' ? 'rg' : 'RG'}\n`
}

const caps: { readonly [name: string]: number } = { butt: 0, round: 1, square: 2 }
const joins: { readonly [name: string]: number } = { miter: 0, round: 1, bevel: 2 }

/** Returns the operators that say how a line is drawn: its width in px, ends, corners and dashes. */
export function strokeState(attributes: DrawingElement['attributes']): string {
  const dashes = (attributes['stroke-dasharray'] ?? 'none').split(/[\s,]+/).map(Number)
  const isDashed = dashes.every(length => length >= 0) && dashes.some(length => length > 0)
  return (
    `${n(Number(attributes['stroke-width'] ?? 1))} w ${caps[attributes['stroke-linecap'] ?? 'butt'] ?? 0} J ` +
    `${joins[attributes['stroke-linejoin'] ?? 'miter'] ?? 0} j ${n(Math.max(1, Number(attributes['stroke-miterlimit'] ?? 4)))} M ` +
    `[${isDashed ? dashes.map(n).join(' ') : ''}] ${n(Number(attributes['stroke-dashoffset'] ?? 0))} d\n`
  )
}

/** Returns the operators that begin a path with a rectangle, px. */
export function rectanglePath([left, top, right, bottom]: Bounds): string {
  return `${n(left)} ${n(top)} ${n(right - left)} ${n(bottom - top)} re\n`
}

/** Returns the operators that cut to a rectangle, px. */
export function clipTo(area: Bounds): string {
  return `${rectanglePath(area)}W n\n`
}

/** SVG's blend modes are PDF's under other names (ISO 32000-1 11.3.5). */
export function blendMode(style: string | undefined): string {
  const mode = /mix-blend-mode:\s*([\w-]+)/.exec(style ?? '')?.[1] ?? 'normal'
  return mode.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
