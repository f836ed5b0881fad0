import { type Drawing, type DrawingElement, referred } from '../../../assets/svg/drawing.js'

/** Elements that are drawn or say how. */
const known = new Set('svg defs g path image linearGradient radialGradient stop pattern clipPath mask'.split(' '))

/** PDF allows 28 saved states (ISO 19005-2 6.1.13); a group saves up to two, a path as many. */
const DEEPEST = 11

/** Returns whether a drawing has only what PDF can draw as vectors. */
export function isDrawable(drawing: Drawing): boolean {
  return isPlain(drawing.root, drawing, 0)
}

function isPlain(element: DrawingElement, drawing: Drawing, depth: number): boolean {
  const { name, attributes, children } = element
  if (!known.has(name) || 'filter' in attributes) return false
  if (name === 'g' && depth > DEEPEST && !isBare(element)) return false
  if (/Gradient$/.test(name) && (attributes.spreadMethod ?? 'pad') !== 'pad') return false
  if (name === 'pattern' && ('viewBox' in attributes || !isSized(element))) return false
  if (name === 'mask' && (/alpha/.test(`${attributes['mask-type']}${attributes.style}`) || 'mask' in attributes))
    return false
  if (name === 'clipPath' && !isPlainClip(element, drawing)) return false
  const inside = name === 'defs' ? 0 : depth + (isBare(element) ? 0 : 1)
  return children.every(child => isPlain(child, drawing, inside))
}

/** A group that changes nothing. */
function isBare({ name, attributes }: DrawingElement): boolean {
  return name === 'svg' || (name === 'g' && Object.keys(attributes).every(key => key === 'id'))
}

function isSized({ attributes }: DrawingElement): boolean {
  return Number(attributes.width) > 0 && Number(attributes.height) > 0
}

/** Clips are made of paths, and a clip of a clip is one more of the same kind. */
function isPlainClip(clip: DrawingElement, drawing: Drawing): boolean {
  const inner = clip.attributes['clip-path']
  if (
    inner !== undefined &&
    (referred(drawing, inner)?.attributes['clip-path'] !== undefined || !referred(drawing, inner))
  )
    return false
  return clip.children.every(({ name, attributes }) => name === 'path' && !('clip-path' in attributes))
}
