import { TALLEST_PICTURE } from '../../wide-figure.js'
import type { Flow, PictureFlow } from './flow.js'

/** The least width of a caption under a small picture: points, and a part of the measure. */
const LEAST_CAPTION = { points: 180, part: 0.7 }

/** Puts pictures that are narrower than their measure in its middle, and their captions below them as wide as they are. */
export function centrePictures(flows: readonly Flow[], width: number, frameHeight: number): Flow[] {
  let indent = 0
  return flows.map(flow => {
    if (flow.t === 'float') return { ...flow, children: centrePictures(flow.children, width, frameHeight) }
    const captions = indent
    indent = 0
    if (flow.t === 'pictures') {
      const room = Math.max(0, width - rowSize(flow, width, frameHeight).width) / 2
      if (flow.keepWithNext)
        indent = Math.min(room, (width - Math.min(LEAST_CAPTION.points, width * LEAST_CAPTION.part)) / 2)
      return { ...flow, indent: room }
    }
    if (flow.t !== 'text' || captions === 0) return flow
    return { ...flow, indentStart: flow.indentStart + captions, indentEnd: flow.indentEnd + captions }
  })
}

/** Space between pictures of a row, points. */
export const PICTURE_GAP = 8

/**
 * Returns the size of pictures in one row: as wide as they are or as the measure, none taller than somewhat over half a page:
 * a taller one would leave the page before it half empty. Points.
 */
export function rowSize(
  { pictures, scalable }: PictureFlow,
  width: number,
  frameHeight: number,
): { width: number; height: number } {
  const gaps = PICTURE_GAP * (pictures.length - 1)
  const aspect = pictures.reduce((sum, picture) => sum + picture.width / picture.height, 0)
  // A pixel counts as a ninety-sixth of an inch, as browsers count it; what is smaller than the column is not blown up.
  const natural = Math.max(...pictures.map(picture => picture.height * 0.75))
  const full = (width - gaps) / aspect
  const height = Math.min(full, scalable ? full : natural, frameHeight * TALLEST_PICTURE)
  return { width: height * aspect + gaps, height }
}
