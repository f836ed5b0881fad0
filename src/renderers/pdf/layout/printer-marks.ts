import type { Op } from './vertical.js'

/** What stands outside the finished page, for the printer: how far pictures may run over, and the marks where to cut. Points. */
export interface PrinterMargin {
  /** From the edge of the finished page to that of the sheet. */
  width: number
  bleed: number
  marks: boolean
}

/** A mark's length, its thickness, and the least that parts it from the finished page. */
const LENGTH = 18
const THICKNESS = 0.25
const CLEAR = 6
const OUTSIDE = 3

/** Returns the margin that crop marks and bleed need; none where there is neither. */
export function printerMargin({ cropMarks, bleed }: { cropMarks: boolean; bleed: number }): PrinterMargin | undefined {
  if (!cropMarks) return bleed > 0 ? { width: bleed, bleed, marks: false } : undefined
  return { width: Math.max(bleed, CLEAR) + LENGTH + OUTSIDE, bleed, marks: true }
}

/** Returns two lines at each corner, outside of the bleed: they show where the sheet is cut, and are cut off with it. */
export function cropMarks(width: number, height: number, margin: PrinterMargin | undefined): Op[] {
  if (!margin?.marks) return []
  const clear = Math.max(margin.bleed, CLEAR)
  const across = (x: number, y: number) => line(x, y - THICKNESS / 2, LENGTH, THICKNESS)
  const down = (x: number, y: number) => line(x - THICKNESS / 2, y, THICKNESS, LENGTH)
  return [0, height].flatMap(y =>
    [0, width].flatMap(x => [
      across(x === 0 ? -clear - LENGTH : width + clear, y),
      down(x, y === 0 ? -clear - LENGTH : height + clear),
    ]),
  )
}

function line(x: number, y: number, width: number, height: number): Op {
  return { k: 'rule', x, y, width, height, colour: '#000000', tag: 'Layout' }
}
