/** A decoded picture: rows from the top, eight bits a sample. */
export interface Raster {
  width: number
  height: number
  /** Grey, or red, green and blue. */
  colours: 1 | 3
  data: Uint8Array
  /** Opacity, one byte a pixel; absent where all is opaque. */
  alpha?: Uint8Array
}

/** Parts red, green, blue and opacity; a picture without a transparent pixel has no need of the latter. */
export function fromRgba(width: number, height: number, bytes: Uint8Array): Raster {
  const pixels = width * height
  const data = new Uint8Array(pixels * 3)
  const alpha = new Uint8Array(pixels)
  for (let i = 0; i < pixels; i++) {
    data[i * 3] = bytes[i * 4]!
    data[i * 3 + 1] = bytes[i * 4 + 1]!
    data[i * 3 + 2] = bytes[i * 4 + 2]!
    alpha[i] = bytes[i * 4 + 3]!
  }
  return withAlpha({ width, height, colours: 3, data }, alpha)
}

/** Adds opacity to a picture, unless it is opaque everywhere. */
export function withAlpha(raster: Raster, alpha: Uint8Array): Raster {
  return alpha.every(value => value === 255) ? raster : { ...raster, alpha }
}

/** Returns a picture of colours that are all grey as one of grey; any other as it is. */
export function withoutColour(raster: Raster): Raster {
  const { data, colours } = raster
  if (colours === 1) return raster
  for (let i = 0; i < data.length; i += 3) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return raster
  return { ...raster, colours: 1, data: data.filter((_, index) => index % 3 === 0) }
}

/**
 * Scales a picture down: each new pixel is the mean of the area that it covers, colours weighed by their opacity, so that
 * what is clear leaves no edge.
 */
export function shrink(raster: Raster, width: number, height: number): Raster {
  const { alpha, colours } = raster
  const weighed = alpha ? weigh(raster.data, alpha, colours, 1) : raster.data
  const data = resize(weighed, raster, colours, width, height)
  if (!alpha) return { width, height, colours, data }
  const thin = resize(alpha, raster, 1, width, height)
  return { width, height, colours, data: weigh(data, thin, colours, -1), alpha: thin }
}

function weigh(data: Uint8Array, alpha: Uint8Array, colours: number, power: 1 | -1): Uint8Array {
  return data.map((value, index) => {
    const opacity = alpha[Math.floor(index / colours)]! / 255
    if (power === 1) return Math.round(value * opacity)
    return opacity === 0 ? 0 : Math.min(255, Math.round(value / opacity))
  })
}

function resize(data: Uint8Array, from: Raster, samples: number, width: number, height: number): Uint8Array {
  const across = new Float32Array(width * from.height * samples)
  forEachSpan(from.width, width, (target, source, weight) => {
    for (let row = 0; row < from.height; row++)
      for (let sample = 0; sample < samples; sample++)
        across[(row * width + target) * samples + sample]! +=
          data[(row * from.width + source) * samples + sample]! * weight
  })
  const line = width * samples
  const down = new Float32Array(line * height)
  forEachSpan(from.height, height, (target, source, weight) => {
    for (let at = 0; at < line; at++) down[target * line + at]! += across[source * line + at]! * weight
  })
  return Uint8Array.from(down, Math.round)
}

/** For each new pixel calls back with each old one that it covers, and which part of the new one that is. */
function forEachSpan(from: number, to: number, visit: (target: number, source: number, weight: number) => void): void {
  const ratio = from / to
  for (let target = 0; target < to; target++) {
    const start = target * ratio
    const end = Math.min(from, start + ratio)
    for (let source = Math.floor(start); source < end; source++)
      visit(target, source, (Math.min(end, source + 1) - Math.max(start, source)) / ratio)
  }
}
