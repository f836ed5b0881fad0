import type { DrawingElement } from '../../../assets/svg/drawing.js'
import type { CosDocument, CosValue, PDFRef } from '../cos.js'
import { type Bounds, type Matrix, multiply, readMatrix } from './matrix.js'

/** One stop of a gradient: where, which colour from 0 to 1, how opaque. */
interface Stop {
  offset: number
  colour: readonly number[]
  opacity: number
}

/** Returns a gradient's stops, in order. */
export function stopsOf(gradient: DrawingElement): Stop[] {
  return gradient.children
    .filter(({ name }) => name === 'stop')
    .map(({ attributes }) => ({
      offset: Math.min(1, Math.max(0, Number(attributes.offset ?? 0))),
      colour: rgb(attributes['stop-color'] ?? '#000000'),
      opacity: Number(attributes['stop-opacity'] ?? 1),
    }))
}

/** Reads `#rrggbb` as three numbers from 0 to 1. */
export function rgb(value: string): number[] {
  return [1, 3, 5].map(at => (Number.parseInt(value.slice(at, at + 2), 16) || 0) / 255)
}

/** Returns the map from a gradient's own space to that of what it paints; its unit may be the painted shape's bounds. */
export function spaceOf(element: DrawingElement, bounds: Bounds, units: string, transform: string): Matrix {
  const own = readMatrix(element.attributes[transform])
  return element.attributes[units] === 'userSpaceOnUse' ? own : multiply(own, unitSquare(bounds))
}

/** Returns the map from the unit square to bounds. */
export function unitSquare([left, top, right, bottom]: Bounds): Matrix {
  return [right - left, 0, 0, bottom - top, left, top]
}

/**
 * Adds a gradient as a shading pattern (ISO 32000-1 8.7.4): of its colours, or of its opacity as grey. `matrix` leads from
 * the gradient's space to that of the content stream it is used in.
 */
export function addGradient(
  gradient: DrawingElement,
  of: 'colour' | 'opacity',
  matrix: Matrix,
  document: CosDocument,
): PDFRef {
  const stops = stopsOf(gradient).map(({ offset, colour, opacity }) => ({
    offset,
    value: of === 'colour' ? colour : [opacity],
  }))
  return document.add({
    Type: 'Pattern',
    PatternType: 2,
    Matrix: [...matrix],
    Shading: {
      ...geometry(gradient),
      ColorSpace: of === 'colour' ? 'DeviceRGB' : 'DeviceGray',
      Function: addFunction(stops, document),
      Extend: [true, true],
    },
  })
}

function geometry({ name, attributes }: DrawingElement): { [key: string]: CosValue } {
  const at = (key: string, otherwise: number) => Number(attributes[key] ?? otherwise)
  if (name === 'linearGradient') return { ShadingType: 2, Coords: [at('x1', 0), at('y1', 0), at('x2', 1), at('y2', 0)] }
  const [cx, cy, r] = [at('cx', 0.5), at('cy', 0.5), at('r', 0.5)]
  return { ShadingType: 3, Coords: [at('fx', cx), at('fy', cy), at('fr', 0), cx, cy, r] }
}

/** A piece from each stop to the next (ISO 32000-1 7.10.3, 7.10.4). Two stops at one place make a hard edge. */
function addFunction(stops: readonly { offset: number; value: readonly number[] }[], document: CosDocument): PDFRef {
  const first = stops[0]!
  const last = stops.at(-1)!
  const all = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }]
  const pieces = all.slice(1).flatMap((to, index) => {
    const from = all[index]!
    return to.offset - from.offset > 1e-6 ? [{ from, to }] : []
  })
  const functions = pieces.map(({ from, to }) => ({
    FunctionType: 2,
    Domain: [0, 1],
    C0: [...from.value],
    C1: [...to.value],
    N: 1,
  }))
  if (functions.length === 1) return document.add(functions[0]!)
  return document.add({
    FunctionType: 3,
    Domain: [0, 1],
    Functions: functions,
    Bounds: pieces.slice(1).map(({ from }) => from.offset),
    Encode: pieces.flatMap(() => [0, 1]),
  })
}
