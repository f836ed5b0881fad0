import { FORBIDDEN, type Vert } from './vertical.js'

/**
 * The baseline grid: lines of running text in neighbouring columns stand at the same height, because what stands between
 * them takes a whole number of lines.
 */

/** Returns the space that brings a distance from a column's top to the next line of the grid. Points. */
export function padTo(grid: number, distance: number): number {
  const over = distance % grid
  return over < 0.01 || grid - over < 0.01 ? 0 : grid - over
}

/**
 * Shares out the space that the grid asks for before running text: half of it goes above what stands before the text, and all
 * of it where that is a heading, which belongs to the text below; none goes between the items of a list. Floats are made a
 * whole number of lines high.
 */
export function settleOnGrid(verts: Vert[], grid: number): void {
  let y = 0
  let above: (Vert & { t: 'skip' }) | undefined
  let kept = false
  for (const vert of verts) {
    if (vert.t === 'float') {
      vert.before = Math.round(vert.before / grid) * grid
      const pad = padTo(grid, vert.height + vert.gap)
      vert.gap += pad
      vert.after += pad
    } else if (vert.t === 'snap') {
      const pad = padTo(grid, y)
      if (above) above.height += kept ? pad : pad / 2
      y = 0
      above = undefined
    } else if (vert.t === 'box' || vert.t === 'strut' || vert.t === 'skip') {
      y += vert.height
      if (vert.t === 'skip' && !vert.inner) above ??= vert
      else kept = false
    } else if (vert.t === 'break' && vert.cost >= FORBIDDEN) kept = true
  }
}
