import { type Drawing, type DrawingElement, readDrawing, referred } from './drawing.js'

/** What drawing one pixel of the picture takes, and how many copies of it are kept at once. */
export interface RasterCost {
  work: number
  copies: number
}

/** Work for each pixel: a group that is mixed by itself, a step of a filter, an octave of noise. Measured, not exact. */
const LAYER = 2
const STEP = 50
const OCTAVE = 60

/**
 * Returns what a drawing costs for each of its pixels when it is drawn `scale` times its size. A few words of a filter may
 * ask for hours: who draws it must know before.
 */
export function rasterCost(plain: string, scale: number): RasterCost {
  const drawing = readDrawing(plain)
  const costs = new Map<DrawingElement, number>()
  const filterCost = (filter: DrawingElement) => {
    const known = costs.get(filter) ?? filter.children.reduce((sum, step) => sum + stepCost(step, scale), 0)
    costs.set(filter, known)
    return known
  }
  return elementCost(drawing.root, drawing, filterCost)
}

function elementCost(
  element: DrawingElement,
  drawing: Drawing,
  filterCost: (filter: DrawingElement) => number,
): RasterCost {
  let work = 0
  let copies = 0
  for (const child of element.children) {
    const inside = elementCost(child, drawing, filterCost)
    work += inside.work
    copies = Math.max(copies, inside.copies)
  }
  const { name, attributes } = element
  const isLayer = name === 'mask' || (name === 'g' && layered.some(key => key in attributes))
  if (!isLayer) return { work, copies }
  const filter = referred(drawing, attributes.filter)
  return { work: work + LAYER + (filter ? filterCost(filter) : 0), copies: copies + 1 }
}

const layered = ['opacity', 'mask', 'filter', 'clip-path', 'style']

function stepCost({ name, attributes }: DrawingElement, scale: number): number {
  const [first = 1, second = first] = numbers(attributes.radius ?? attributes.order)
  if (name === 'feMorphology') return STEP + 4 * (first * scale + 1) * (second * scale + 1)
  if (name === 'feConvolveMatrix') return STEP + first * second
  if (name === 'feTurbulence') return STEP + OCTAVE * Number(attributes.numOctaves ?? 1)
  return STEP
}

function numbers(value = ''): number[] {
  return value.trim() === ''
    ? []
    : value
        .trim()
        .split(/[\s,]+/)
        .map(Number)
}
