import type { DrawingElement } from '../../../assets/svg/drawing.js'
import { type Bounds, movedBounds, readMatrix, united } from './matrix.js'
import { pathBounds, readPath } from './path.js'

/** Returns what an element and all in it covers, in the space around it: gradients, masks and patterns are measured by it. */
export function boundsOf(element: DrawingElement): Bounds | undefined {
  const own = contentBounds(element)
  return own && movedBounds(readMatrix(element.attributes.transform), own)
}

/** Returns what an element covers, in its own space. */
export function contentBounds(element: DrawingElement): Bounds | undefined {
  const { name, attributes, children } = element
  if (name === 'path') return pathBounds(readPath(attributes.d ?? ''))
  if (name === 'image') return boxOf(element)
  return children.map(boundsOf).reduce(united, undefined)
}

/** Returns an element's `x`, `y`, `width` and `height` as bounds. */
export function boxOf({ attributes }: DrawingElement): Bounds {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => Number(attributes[name] ?? 0))
  return [x!, y!, x! + width!, y! + height!]
}
