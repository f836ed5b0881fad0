import { PICTURE_GAP, rowSize } from './centre-pictures.js'
import type { FloatFlow, PictureFlow } from './flow.js'
import type { LayoutContext } from './lay-out.js'
import { heightBetween, measure, notesIn } from './measures.js'
import { type LayOut, SMALL_TABLE } from './table.js'
import { isTurned } from './turned-table.js'
import { type Box, type Float, type Op, takeEndSkips, type Vert } from './vertical.js'

/** Sets pictures in one row, no higher than the text block of a page; points. */
export function layOutPictures(flow: PictureFlow, x: number, width: number, frameHeight: number): Box {
  const { height } = rowSize(flow, width, frameHeight)
  const ops: Op[] = []
  let at = x + (flow.indent ?? 0)
  for (const picture of flow.pictures) {
    const pictureWidth = (height * picture.width) / picture.height
    ops.push({
      k: 'image',
      x: at,
      y: 0,
      width: pictureWidth,
      height,
      picture: picture.index,
      tag: picture.slot ?? 'Layout',
    })
    at += pictureWidth + PICTURE_GAP
  }
  return { t: 'box', height, baseline: height, ops, notes: [] }
}

/** The tallest float, as a part of the page: a taller one would leave no room for text beside it, and a table may be parted. */
const TALLEST = { figure: 0.7, words: SMALL_TABLE }

/** Lays out what may float. Figures whose captions cite notes stay where they are: notes are numbered in the order of the page. */
export function layOutFloat(flow: FloatFlow, x: number, width: number, context: LayoutContext, layOut: LayOut): Vert[] {
  const verts = layOut(flow.children, x, width, context)
  if (isTurned(verts)) return verts
  const { before, after } = takeEndSkips(verts)
  const height = heightBetween(measure(verts), 0, verts.length)
  const tallest = context.frameHeight * (flow.words ? TALLEST.words : TALLEST.figure)
  if (height > tallest || notesIn(verts).length > 0)
    return [{ t: 'skip', height: before }, ...verts, { t: 'skip', height: after }]
  if (verts.length === 0) return []
  const float: Float = {
    t: 'float',
    before,
    after,
    gap: after,
    height,
    verts,
    waiting: flow.words ? WAITING.words : WAITING.figure,
    give: 0,
  }
  return [{ ...float, roams: flow.roams, words: flow.words, ...extrasOf(flow, width, context) }]
}

/** What it costs that a float waits. Words of the running text are looked for in their place, and found in a column beside it. */
const WAITING = { figure: 350, words: 700 }

/** Parts of the measure and of its own height: a picture that is not so wide may lose so much of it. One flush with the text stays so. */
const GIVES = { narrower: 0.9, part: 0.15 }

/** In columns a figure can be set across them, and the next column is near; in one its pictures may become lower. */
function extrasOf(flow: FloatFlow, measure: number, context: LayoutContext): Partial<Float> {
  const { across, frameHeight } = context
  if (flow.words) return {}
  if (across) return { across: () => across.figure(flow) }
  const sizes = flow.children.flatMap(child => (child.t === 'pictures' ? [rowSize(child, measure, frameHeight)] : []))
  const gives = sizes.every(({ width }) => width < measure * GIVES.narrower)
  return { give: gives ? sizes.reduce((sum, { height }) => sum + height * GIVES.part, 0) : 0 }
}
