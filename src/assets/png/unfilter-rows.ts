/**
 * Undoes the filters of PNG rows (ISO 15948 9.2): each row of `line` bytes stands after a byte that names its filter.
 * `step` is how many bytes back the same sample of the pixel before stands. Returns nothing where a filter is unknown.
 */
export function unfilterRows(packed: Uint8Array, line: number, step: number): Uint8Array | undefined {
  const rows = packed.length / (line + 1)
  const out = new Uint8Array(rows * line)
  for (let row = 0; row < rows; row++) {
    const from = row * (line + 1)
    const to = row * line
    const filter = packed[from]!
    if (filter > 4) return undefined
    for (let at = 0; at < line; at++) {
      const left = at >= step ? out[to + at - step]! : 0
      const up = row > 0 ? out[to + at - line]! : 0
      const corner = row > 0 && at >= step ? out[to + at - line - step]! : 0
      out[to + at] = packed[from + 1 + at]! + predicted(filter, left, up, corner)
    }
  }
  return out
}

/**
 * Filters rows of `line` bytes for compression, each by the filter whose differences are smallest in sum (ISO 15948 12.8).
 */
export function filterRows(data: Uint8Array, line: number, step: number): Uint8Array {
  const rows = data.length / line
  const out = new Uint8Array(rows * (line + 1))
  const tried = new Uint8Array(line)
  for (let row = 0; row < rows; row++) {
    const from = row * line
    const to = row * (line + 1)
    let least = Number.POSITIVE_INFINITY
    for (const filter of [0, 1, 2, 4]) {
      let sum = 0
      for (let at = 0; at < line; at++) {
        const left = at >= step ? data[from + at - step]! : 0
        const up = row > 0 ? data[from + at - line]! : 0
        const corner = row > 0 && at >= step ? data[from + at - line - step]! : 0
        const value = (data[from + at]! - predicted(filter, left, up, corner)) & 255
        tried[at] = value
        sum += value < 128 ? value : 256 - value
      }
      if (sum >= least) continue
      least = sum
      out[to] = filter
      out.set(tried, to + 1)
    }
  }
  return out
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const guess = left + up - corner
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
    default:
      return 0
  }
}
