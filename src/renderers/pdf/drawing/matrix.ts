/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number]

/** Left, top, right, bottom. */
export type Bounds = readonly [number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Returns the map that first applies `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [ao, bo, co, do_, eo, fo] = outer
  return [
    a * ao + b * co,
    a * bo + b * do_,
    c * ao + d * co,
    c * bo + d * do_,
    e * ao + f * co + eo,
    e * bo + f * do_ + fo,
  ]
}

/** Returns the map back; undefined where everything falls on one line. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-12) return undefined
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ]
}

/** Returns where a point comes to lie. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Returns the bounds of a rectangle that is moved. */
export function movedBounds(matrix: Matrix, [left, top, right, bottom]: Bounds): Bounds {
  const corners = [
    moved(matrix, left, top),
    moved(matrix, right, top),
    moved(matrix, left, bottom),
    moved(matrix, right, bottom),
  ]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Returns the bounds of both; of one, where the other is absent. */
export function united(one: Bounds | undefined, other: Bounds | undefined): Bounds | undefined {
  if (!one || !other) return one ?? other
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

/** Reads a `matrix(…)`, the only transform that plain drawings have. */
export function readMatrix(value: string | undefined): Matrix {
  const numbers = /^matrix\((.*)\)$/
    .exec(value ?? '')?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  return numbers?.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : identity
}
