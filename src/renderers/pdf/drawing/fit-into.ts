import type { DrawingElement } from '../../../assets/svg/drawing.js'
import { type Bounds, identity, type Matrix } from './matrix.js'

/**
 * Returns the map that sets a rectangle into a frame as `preserveAspectRatio` says (SVG 1.1 7.8): whole and in the middle,
 * unless it says otherwise. Both have an extent.
 */
export function fitInto([left, top, right, bottom]: Bounds, frame: Bounds, aspect = ''): Matrix {
  const [align = '', how] = aspect.trim().split(/\s+/)
  const [across, down] = [frame[2] - frame[0], frame[3] - frame[1]]
  const [sx, sy] = [across / (right - left), down / (bottom - top)]
  const even = how === 'slice' ? Math.max(sx, sy) : Math.min(sx, sy)
  const [a, d] = align === 'none' ? [sx, sy] : [even, even]
  const x = frame[0] + (across - (right - left) * a) * share(align, 'x') - left * a
  const y = frame[1] + (down - (bottom - top) * d) * share(align, 'Y') - top * d
  return [a, 0, 0, d, x, y]
}

/** Returns the map from a drawing's own units, which its view box gives, to px (SVG 1.1 7.8). */
export function viewport({ attributes }: DrawingElement, width: number, height: number): Matrix {
  const box =
    attributes.viewBox
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? []
  const [x = 0, y = 0, across = width, down = height] = box
  if (!(across > 0 && down > 0)) return identity
  return fitInto([x, y, x + across, y + down], [0, 0, width, height], attributes.preserveAspectRatio)
}

/** "xMidYMax": which part of the room that is left stands before the content. */
function share(align: string, axis: 'x' | 'Y'): number {
  const where = align.slice(align.indexOf(axis) + 1, align.indexOf(axis) + 4)
  return where === 'Min' ? 0 : where === 'Max' ? 1 : 0.5
}
