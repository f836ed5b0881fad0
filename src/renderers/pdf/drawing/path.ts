import type { Bounds, Matrix } from './matrix.js'
import { identity, moved } from './matrix.js'
import { written as n } from './number.js'

/** A step of a path, in absolute coordinates: `C` holds two control points and the end. */
interface Step {
  kind: 'M' | 'L' | 'C' | 'Z'
  points: readonly number[]
}

/** Reads the data of a plain path: M, L, Q, C and Z, absolute. A quadratic curve becomes a cubic one, as PDF has no other. */
export function readPath(data: string): Step[] {
  const steps: Step[] = []
  let [x, y] = [0, 0]
  for (const [, kind, rest] of data.matchAll(/([MLCQZ])([^MLCQZ]*)/g)) {
    const numbers =
      rest!.trim() === ''
        ? []
        : rest!
            .trim()
            .split(/[\s,]+/)
            .map(Number)
    const points = kind === 'Q' ? cubic(x, y, numbers) : numbers
    steps.push({ kind: kind === 'Q' ? 'C' : (kind as Step['kind']), points })
    if (points.length >= 2) [x, y] = [points.at(-2)!, points.at(-1)!]
  }
  return steps
}

function cubic(x: number, y: number, [cx = 0, cy = 0, ex = 0, ey = 0]: readonly number[]): number[] {
  const third = (from: number, to: number) => from + ((to - from) * 2) / 3
  return [third(x, cx), third(y, cy), third(ex, cx), third(ey, cy), ex, ey]
}

const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const

/** Returns a path as PDF's operators (ISO 32000-1 8.5.2), its points moved by a matrix. */
export function writePath(steps: readonly Step[], matrix: Matrix = identity): string {
  let out = ''
  for (const { kind, points } of steps) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x, y] = moved(matrix, points[i]!, points[i + 1]!)
      out += `${n(x)} ${n(y)} `
    }
    out += `${operators[kind]}\n`
  }
  return out
}

/** Returns the bounds of a path itself, without its stroke: the ends and the turning points of its curves. */
export function pathBounds(steps: readonly Step[]): Bounds | undefined {
  const xs: number[] = []
  const ys: number[] = []
  let [x, y] = [0, 0]
  for (const { kind, points } of steps) {
    if (kind === 'C') {
      xs.push(...turns(x, points[0]!, points[2]!, points[4]!))
      ys.push(...turns(y, points[1]!, points[3]!, points[5]!))
    }
    if (points.length < 2) continue
    ;[x, y] = [points.at(-2)!, points.at(-1)!]
    xs.push(x)
    ys.push(y)
  }
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return xs.length > 0 ? [least(xs), least(ys), most(xs), most(ys)] : undefined
}

/** Returns the values of a cubic curve where it turns, along one axis. */
function turns(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0
  const b = 2 * (p2 - 2 * p1 + p0)
  const c = p1 - p0
  const root = Math.sqrt(b * b - 4 * a * c)
  const times = Math.abs(a) < 1e-9 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)]
  return times
    .filter(t => t > 0 && t < 1)
    .map(t => (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t ** 3 * p3)
}
