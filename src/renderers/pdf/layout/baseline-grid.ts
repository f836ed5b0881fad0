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

/** The least part of the space below a float that the grid may leave of it. */
const LEFT_BELOW = 0.6

/**
 * Shares out the space that the grid asks for before running text: half of it goes above what stands before the text, and all
 * of it above its heading, which belongs to the text below; none goes between the items of a list. Floats are made a whole
 * number of lines high.
 */
export function settleOnGrid(verts: Vert[], grid: number): void {
  let y = 0
  let above: Skip | undefined
  let aboveKept: Skip | undefined
  let kept = false
  for (const [index, vert] of verts.entries()) {
    if (vert.t === 'float') {
      // Less than half a line is a line nevertheless where words end right above.
      const least = vert.before > 0 && verts[index - 1]?.t !== 'skip' ? 1 : 0
      vert.before = Math.max(least, Math.round(vert.before / grid)) * grid
      const pad = padTo(grid, vert.height + vert.gap)
      const grown = vert.gap + pad - grid >= vert.gap * LEFT_BELOW ? pad - grid : pad
      vert.gap += grown
      vert.after += grown
    } else if (vert.t === 'snap') {
      const pad = padTo(grid, y)
      if (kept && aboveKept) aboveKept.height += pad
      else if (above) above.height += pad / 2
      y = 0
      above = undefined
      aboveKept = undefined
    } else if (vert.t === 'box' || vert.t === 'strut' || vert.t === 'skip') {
      y += vert.height
      if (vert.t === 'skip' && !vert.inner) {
        above ??= vert
        if (!kept) aboveKept = vert
      } else kept = false
    } else if (vert.t === 'break' && vert.cost >= FORBIDDEN) kept = true
  }
}

type Skip = Vert & { t: 'skip' }

/**
 * Returns the space that goes above a heading at a column's head, so that the text below it stands on the grid: right below
 * the heading it would part the two. Points; 0 where the column begins with something else.
 */
export function dropAtHead(verts: readonly Vert[], from: number, grid: number): number {
  let y = 0
  let kept = false
  for (let at = from; at < verts.length; at++) {
    const vert = verts[at]!
    if (vert.t === 'snap') return kept ? padTo(grid, y) : 0
    if (vert.t === 'box') {
      y += vert.height
      kept = false
    } else if (vert.t === 'skip') y += y > 0 ? vert.height : 0
    else if (vert.t === 'break') {
      kept = vert.cost >= FORBIDDEN
      if (!kept && y > 0) return 0
    } else if (vert.t !== 'section') return 0
  }
  return 0
}
