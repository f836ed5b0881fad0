import { floatsAboveOf, type Measures, picturesHeight } from './measures.js'
import { type Box, type Float, isPictures, type Op, type Vert } from './vertical.js'

/** What keeps its place as a picture becomes smaller: in columns pictures stand in the middle, in one at the left. */
type Edge = 'left' | 'middle'

/** Returns the sums over a list some of whose floats hold pictures set so much smaller. */
export function withSmallerPictures(
  text: Measures,
  some: readonly Float[],
  scale: number,
  from: Edge = 'middle',
): Measures {
  const smaller = new Map<Vert, Float>()
  for (const float of some) smaller.set(float, smallerFloat(float, scale, text.grid, from))
  const floats = text.floats.map(float => smaller.get(float) ?? float)
  return {
    ...text,
    verts: text.verts.map(vert => smaller.get(vert) ?? vert),
    floats,
    floatsAbove: floatsAboveOf(floats, float => float.after),
    floatsAtHead: floatsAboveOf(floats, float => float.gap),
  }
}

/** Where there is a baseline grid a float loses whole lines of it, so that what follows stays on it. */
function smallerFloat(float: Float, scale: number, grid: number | undefined, from: Edge): Float {
  const height = picturesHeight(float)
  if (height === 0) return float
  const lost = height * (1 - scale)
  const less = grid ? Math.floor(lost / grid) * grid : lost
  const part = 1 - less / height
  return {
    ...float,
    height: float.height - less,
    verts: float.verts.map(vert => (isPictures(vert) ? scaled(vert, part, from) : vert)),
  }
}

/** Returns a row of pictures at another size. */
function scaled(box: Box, part: number, from: Edge): Box {
  const images = box.ops as (Op & { k: 'image' })[]
  const left = Math.min(...images.map(({ x }) => x))
  const right = Math.max(...images.map(({ x, width }) => x + width))
  const kept = from === 'left' ? left : (left + right) / 2
  return {
    ...box,
    height: box.height * part,
    baseline: box.baseline * part,
    ops: images.map(op => ({
      ...op,
      x: kept + (op.x - kept) * part,
      y: op.y * part,
      width: op.width * part,
      height: op.height * part,
    })),
  }
}

/** Returns the sums over a list in which the pictures of some floats are so much lower all together. Points. */
export function withLowerPictures(text: Measures, some: readonly Float[], by: number): Measures {
  const giving = some.filter(({ give }) => give > 0)
  const height = giving.reduce((sum, float) => sum + picturesHeight(float), 0)
  return withSmallerPictures(text, giving, 1 - by / height, 'left')
}
