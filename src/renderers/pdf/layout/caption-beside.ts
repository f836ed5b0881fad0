import { rowSize } from './centre-pictures.js'
import type { ColumnGrid } from './column-grid.js'
import { layOutPictures } from './float.js'
import type { FloatFlow } from './flow.js'
import { type LayoutContext, layOut } from './lay-out.js'
import type { Box, WideFloat } from './vertical.js'

/**
 * Lays a figure out across the columns: its picture, as wide as a column, where lines begin, its caption beside it, as wide
 * and on the picture's foot. Nothing where the figure is more than one row of pictures and a caption.
 */
export function layCaptionBeside(figure: FloatFlow, grid: ColumnGrid, context: LayoutContext): WideFloat | undefined {
  const [pictures, caption, ...more] = figure.children
  if (pictures?.t !== 'pictures' || (caption && caption.t !== 'text') || more.length > 0) return undefined
  const { frame, gap } = grid
  const { width } = rowSize(pictures, grid.width, context.frameHeight)
  const rtl = caption?.rtl === true
  const left = rtl ? frame.x + frame.width - width : frame.x
  const picture = layOutPictures({ ...pictures, indent: 0 }, left, width, context.frameHeight)
  if (!caption) return across(picture)
  const words = layOut([caption], rtl ? left - gap - grid.width : left + width + gap, grid.width, context).filter(
    vert => vert.t === 'box',
  )
  const tall = words.reduce((sum, line) => sum + line.height, 0)
  const height = Math.max(picture.height, tall)
  let y = height - tall
  const ops = picture.ops.map(op => ({ ...op, y: op.y + height - picture.height }))
  for (const line of words) {
    ops.push(...line.ops.map(op => ({ ...op, y: op.y + y })))
    y += line.height
  }
  return across({ t: 'box', height, baseline: height, ops, notes: [] })
}

/** Points above and below it. */
const SPACE = 16

function across(box: Box): WideFloat {
  return { height: box.height, before: SPACE, after: SPACE, verts: [box], stays: false }
}
